# The result in a sentence or two.
# $with is the second team's circumstance: “With the flow nurse”. $amount is a number with its unit, $range “3 to 7 %”.
# $outcome is the name of an outcome; those with sentences of their own are in differences.ftl.

equal-policies = Both teams decide the same, so the same happens in both.
    .also = Move a lever of one team to set them apart.
no-difference = Exactly the same happens in both teams: what sets them apart makes no difference here.
    .in = { $outcome } is the same in both teams, in every pair.
over-before = The project was finished before the change, so there is nothing to compare.
too-little = { $with }, there is too little to compare.

# Of what the pairs are: luck alone differs, or also what is not known of the world.
teams = { $count ->
    [one] one team like this with other people and luck
   *[other] { $count } teams like this with other people and luck
}
worlds = { $count ->
    [one] one plausible world
   *[other] { $count } plausible worlds
}
# The same difference in the other kind of pairs: it goes the same way in $pairs of $all.
also-in-worlds = The difference goes the same way in { $pairs } of { $all } plausible worlds.
also-in-teams = The difference goes the same way in { $pairs } of { $all } teams of this one world.
# $all is one of those.
higher = { $with }, { SMALL($outcome) }: { $amount } higher on average (95 % interval { $range }), and higher in { $pairs } of { $all }.
lower = { $with }, { SMALL($outcome) }: { $amount } lower on average (95 % interval { $range }), and lower in { $pairs } of { $all }.
unclear = There is no clear difference in { SMALL($outcome) } { SMALL($with) }: { $amount } (95 % interval { $range }).

# Who finishes tasks: where one team hires more people it is said of each $member, and in a note that it is.
who-team = the { $team }
who-each = each { $member }
each-note = That is for each { $member }: one team has more people. “Output of the team” counts what all of them finish.

# A unit in which a share's difference is given.
percentage-points = percentage points
# A unit in which an index’s difference is given: of 100.
points = points

# How sure the mean is: “± 1.2 % (throughput, mean of 400 pairs)”.
precision = { $pairs ->
    [one] ± { $amount } ({ SMALL($outcome) }, mean of one pair)
   *[other] ± { $amount } ({ SMALL($outcome) }, mean of { $pairs } pairs)
}

# What else is to be known: clauses of one sentence, joined as list.ftl says. The first is that of morale.
also = { $clauses }.
morale-higher = Morale is { $amount } points of 100 higher
morale-lower = Morale is { $amount } points of 100 lower
morale-same = Morale stays about the same
stuck-differs = people are stuck { $with } % of their time instead of { $without } %
stuck-same = people are stuck { $share } % of their time in both
# $leaders is how many assist leaders there are.
exhausted-more = { $leaders ->
    [one] the { $assist } is more exhausted ({ $amount })
   *[other] the { $assist } are more exhausted ({ $amount })
}
exhausted-less = { $leaders ->
    [one] the { $assist } is less exhausted ({ $amount })
   *[other] the { $assist } are less exhausted ({ $amount })
}
exhausted-same = { $leaders ->
    [one] the { $assist } is about as exhausted as in the first team
   *[other] the { $assist } are about as exhausted as in the first team
}

# While runs are under way.
so-far = So far { $done } of { $wanted } runs.
# The same where it is only guessed how many it takes.
so-far-about = So far { $done } of about { $wanted } runs.

# $runs is a list of “with flow nurse in 3 of 60 runs”.
caution = Work piles up or the { $lead } is swamped ({ $runs }): read the averages with care.
caution-runs = { $all ->
    [one] { SMALL($arm) } in the only run
   *[other] { SMALL($arm) } in { $runs } of { $all } runs
}

# $runs as above.
caution-unfinished = The project is not finished within the run ({ $runs }): how long it takes is compared only where both teams finish it.
caution-over-before = { $all ->
    [one] The project was finished before the change: for this pair only the duration is reported.
   *[other] The project was finished before the change in { $pairs } of { $all } pairs: for those only the duration is reported.
}

# What the dots say. $ahead is a clause such as “more finished with flow nurse”.
tally = { CAPITAL($ahead) } in { $better } of { $all } runs
tally-equal = { CAPITAL($ahead) } in { $better } of { $all } runs, the same in { $same }
# Clauses behind that, where a dot stands for several pairs.
dot-for = a dot for every { $pairs } runs
dots-for = 100 dots for { $pairs } runs
# $with is what the second team is called.
ahead-higher = { SMALL($outcome) } higher { SMALL($with) }
ahead-lower = { SMALL($outcome) } lower { SMALL($with) }
ahead-each = more finished by each { $member } { SMALL($with) }
