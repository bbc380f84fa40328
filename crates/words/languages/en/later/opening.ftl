# What stands in the page before its program is there: the build puts it into index.html.

description = A simulator of work teams: two teams side by side, alike but for their leaders, and what assist leadership changes.
loading = Loading Assist Lab…
# In the second sentence two links.
failed = Assist Lab could not be loaded.
    .way-out = The connection may have failed, or this browser may be too old. <a>Try again</a>, or read <a>how it works</a>.
# A link.
no-script = Assist Lab computes in the page itself: please switch JavaScript on. What it computes is <a>written down</a>.
