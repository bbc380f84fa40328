# What the dialog to share and keep holds: the link, its QR code, a file, a page to print.

# The field is what the link stands in.
link = The link
    .holds = Holds all you see: scenario, levers, seed, pair and view.
    .without-pin = Holds scenario, levers, seed, pair and view, but not the pinned setup: the link would be too long.
    .too-long = This scenario is too long for a link. Save it as a file instead.
    .field = Link
copy = Copy link
    .done = Copied.
    .by-hand = The link is marked: press Ctrl+C or ⌘C to copy it.
code = QR code
    .larger = Larger, for a room
    .smaller = Smaller
    .too-long = The link is too long for a code that a camera could read.
    .picture = QR code of the link
file = File and paper
    .holds =
        A scenario file holds scenario, levers and seed. It can be edited, and runs on the command line. To open one, you may also
        drop it anywhere on this page.
    .save = Save scenario file
    .open = Open scenario file…
    .field = Scenario file
report = Report to print
