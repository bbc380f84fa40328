# What is shown large, to a room.

# The scenes, each a button.
teams = Teams
result = Result
charts = Charts
lever = Lever
present = Present
    .title = Large, for a room (P)
scenes = What is shown large
next = Next
    .title = Next scene (→ or Page down)
back = Back
    .title = Scene before (← or Page up)
leave = Leave
    .title = Back to the lab (Esc)
hide = Hide result
    .title = Cover sentence, dots and curves (H)
    .short = Hide
reveal = Reveal
    .title = Show sentence, dots and curves (H)
hidden = The result is hidden.
choose-lever = Lever shown
