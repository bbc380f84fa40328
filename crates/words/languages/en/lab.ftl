# The lab, around what stands in it.

to-levers = To the levers
claimed = The whole story, what is claimed, and what to try
# A quotation stands between.
claim = The story claims: <a></a> The sentence below says what the model shows.
# Switches lines between people on and off.
trust = Trust
    .title = Lines between those who trust each other
watching = Watching pair { $number }
another = Watch another
    .title = Another team of the same kind, with luck of its own
