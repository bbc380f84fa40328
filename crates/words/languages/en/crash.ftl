# What is left of the page when the program has stopped.

title = Assist Lab has stopped
# Two links.
what =
    Something went wrong in the program; it was nothing you did. <a>Open the page again as it was</a>, or <a>start afresh</a>.
report = What to report
copy = Copy the report
copied = Copied
