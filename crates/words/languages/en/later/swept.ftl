# The page of questions: where it pays, along one parameter or over two.

title = Questions
    .lead = Ask more of the scenario in the lab: “{ $scenario }”.
    .changed = As it stands in the lab now, with your changes.
why = Why do the teams differ?
    .text = The difference, taken apart by what causes it.
    .open = Open in the lab
pays = Where does it pay?
    .text = One or two settings go through their values, all else stays as in the lab. Every point has the same people and the same luck.

# The form.
first = Setting
second = and
    .none = no second setting
first-team = { $name } (first team)
second-team = { $name } (second team)
from = from
to = to
values = Values
    .each = { $count } each
outcome = Outcome
log = in equal factors
    .title = Each value is the one before times the same factor
start = Start
    .again = Start again
# What it will take. $pairs, $points and $time are numbers written out, $time with its unit.
cost-line = { $points } values with 200 pairs each, { $pairs } pairs in all.
cost-map = { $points } cells with 24 pairs each, { $pairs } in all; up to 384 where it is too close to call.
cost-time = About { $time } here.
cost-time-map = The first round takes about { $time } here.

# Refused entries.
same = Choose two different settings.
order = Enter a first value below the last.
log-zero = Equal factors need a first value above 0.

# How far it is.
progress = Round { $round } of at most { $rounds }: { $done } of { $all } pairs.
    .left = About { $time } left.
    .line = { $done } of { $all } pairs.
    .done = Done: { $done } pairs.
    .paused = Paused at { $done } of { $all } pairs.
pause = Pause
go-on = Continue
cancel = Discard
of-before = This is of the scenario as it was when you started.

# What is shown.
side = Show
    .difference = the difference
    .first = the first team
    .second = the second team
# What a picture is, for someone who cannot see it.
picture-line = { $outcome } along { $x }: arrow keys move through the values
picture-map = { $outcome } over { $x } and { $y }: arrow keys move through the cells
# A saved picture's title.
title-line = { $outcome } along { $x }
title-map = { $outcome } over { $x } and { $y }
signs-line = Line: mean difference with its 95 % interval. Bands: 50 and 95 of 100 pairs. Grey: where the mean may pass zero.
signs-line-team = Line: mean with its 95 % interval. Bands: 50 and 95 of 100 teams.
signs-map = Blue: the second team does better. Orange: the first does. Grey: they never differ. Hatched: too close to call. Pale: worked out only coarsely so far.
# From where to where the means of the cells go.
reach = The means go from { $low } to { $high } { $unit }.
signs-map-team = The stronger the colour, the higher the value. Pale: worked out only coarsely so far.
waiting = The picture comes with the first pairs.
empty = Choose what to vary, then start: the picture comes here.

# In words. $x and $range have their unit.
crossing = The mean difference passes zero at { $at } (95 % interval { $low } to { $high }).
better-everywhere = The second team does better at every value.
worse-everywhere = The second team does worse at every value.
higher-everywhere = The second team is higher at every value.
lower-everywhere = The second team is lower at every value.
# How many cannot be called, as the end of a sentence.
too-close = { $count ->
    [0] none is too close to call.
    [one] one is too close to call.
   *[other] { $count } are too close to call.
}
# Of $all values or cells so many; $open is the end just above.
cells = Of { $all } cells the second team does better in { $pays } and worse in { $harms }; { $open }
cells-neither = Of { $all } cells the second team is higher in { $pays } and lower in { $harms }; { $open }
values-mixed = The second team does better at { $pays } of { $all } values and worse at { $harms }; { $open }
values-neither = The second team is higher at { $pays } of { $all } values and lower at { $harms }; { $open }
same-in = { $count ->
    [one] In one the teams never differ.
   *[other] In { $count } the teams never differ.
}
# A point: where it is, the value there, the interval of its mean, and of how many pairs it is.
point = { $place }: { $amount } (95 % interval { $range }; { $pairs } pairs)
# Of points that cannot be run, with what is wrong with one.
refused = { $count ->
    [one] One point cannot be run.
   *[other] { $count } points cannot be run.
}
point-refused = { $place } cannot be run: { $fault }
point-unknown = { $place }: not worked out yet
open = Open this in the lab
save = Save
    .picture = Picture
    .numbers = Numbers
numbers = Numbers
mean = Mean
interval = 95 % interval
most = 95 of 100
