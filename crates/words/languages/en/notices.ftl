# What the reader should know, until it is put away.

close = Close
more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
# A list of what is wrong follows.
link-faults = Part of the link could not be used; the rest was:
refused = This does not fit the other settings, so nothing was changed:
# Why it is so follows, for whoever looks after the page.
no-workers = The background workers do not run, so this page computes by itself: everything works, more slowly.
nothing-kept =
    This browser keeps nothing for this page, so your session ends with it. To keep it, copy the link or save a file.
