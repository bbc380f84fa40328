# Why the teams differ: the panel of that name.

# Before the list of outcomes.
title = Why they differ in
intro = What may set the teams apart is switched off, then on again piece by piece, with the same people and the same luck.
wait = Working it out. Each pair takes some { $runs } runs of a team.
paused = Stopped. You can continue under “Chance”.
nothing = Both teams decide the same, so there is nothing to take apart.
# They decide differently, but nothing of it acts: noticing where nobody has the role.
idle = Nothing that the teams decide differently has any effect here.
unmeasured = There is too little to compare.

# What is left with all mechanisms off.
role = Hours of the role
    .help = What is left if assist leaders only keep time free and help as any colleague would.

# $part is the name of a part, $amount what it adds, with its unit.
up = Main driver: { SMALL($part) }, { $amount }.
down = Main counterweight: { SMALL($part) }, { $amount }.
# The same where it is not clear which way the difference goes.
higher = Up: { SMALL($part) }, { $amount }.
lower = Down: { SMALL($part) }, { $amount }.

part = Part
adds = Adds
total = All together
# What a bar is for someone who cannot see it: “+2.2 % (1.9 to 2.5 %)”.
amount = { $mean } ({ $range })
of-pairs = { $pairs ->
    [one] Mean of one pair.
   *[other] Means of { $pairs } pairs.
}
# In some pairs a part of it was not there to measure.
of-known = Means of the { $known } of { $pairs } pairs in which everything could be measured.
so-far = Means of { $pairs } pairs, more to come.
lines = Thin lines: 95 % intervals. Pale bars may be zero.
exact = All combinations were run (Shapley values).
sampled = Switched on in random orders (estimated Shapley values).
more = How this is worked out
to-lever = Show its lever
to-story = See it in the story of { $person }
