# The dialog to share and keep; what it holds is in later/sharing.ftl.

title = Share and keep
close = Close
