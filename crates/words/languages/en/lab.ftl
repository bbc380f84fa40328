# The lab, around what stands in it.

to-levers = To the levers
# A quotation stands between.
claim = The story claims: <a></a> The result says what the model shows.
# Switches lines between people on and off.
trust = Trust
    .title = Lines between those who trust each other
# Which pair of teams is watched, of the many that the result is of.
pair = Pair watched
    .title = Which of the many pairs of teams you watch
    .choosing = Choosing a pair…
    .typical = Show a typical pair
    .lucky = Show a lucky pair
    .unlucky = Show an unlucky pair
    .another = Show another pair
    .number = Pair no. { $number }
    .typical-number = A typical pair, no. { $number }
    .lucky-number = A lucky pair, no. { $number }
    .unlucky-number = An unlucky pair, no. { $number }
# What is one click away, in a column of its own.
panels = Panels
    .levers = Levers
    .story = Story
    .questions = What if
    .outcomes = Outcomes
    .why = Why
    .chance = Chance
# On a small screen one of these is shown at a time.
parts = Parts of the lab
    .teams = Teams
    .charts = Charts
    .levers = Levers
