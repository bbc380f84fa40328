# Why the teams differ: the panel of that name.

title = Why?
intro = What the difference is made of: each mechanism is switched off and on again in the second team, with the same people and the same luck.
wait = Working it out…
nothing = The teams decide the same, so there is nothing to explain.
unmeasured = { $outcome } was not there to measure in any pair.

# What is left with all mechanisms off.
role = Hours of the role
    .help = What the role costs and brings if assist leaders only keep time free and help as any colleague would.

# Nobody has the role, so without any mechanism nothing is left.
base = Everything else

# Most of it is owed to one part.
mostly = Mostly { SMALL($part) }: { $amount }.
# What pulls the other way.
against = Against it: { SMALL($part) }, { $amount }.

outcome = Outcome
first = First team
second = Second team
total = Difference
amount = { $mean } ({ $low } to { $high })
of-pairs = { $pairs ->
    [one] Mean of one pair
   *[other] Means of { $pairs } pairs
}; thin lines are 95 % intervals.
so-far = { $done } of { $all } pairs
exact = All { $count } combinations of { $mechanisms } mechanisms were played through.
sampled = Mechanisms were switched on in a random order and its reverse in each pair; the values are estimates of Shapley values.
to-lever = To its lever: { $lever }
