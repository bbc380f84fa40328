# The page of questions: what it is about, how sure an answer is, which assumptions matter, questions from files.

choose = Question
why = Why?
sure = How sure?
pays = Where does it pay?
matters = Which assumptions matter?
file = From a file
progress = Progress
# Beside “Continue” and “Discard”.
cut-off = Cut off when the page was closed.
# One question runs at a time; beside the button “Continue”.
another-runs = Another question is running; “Continue” pauses that one.
# While a question runs.
keeps-nothing = This browser keeps nothing: a closed tab would lose the run.
all-pairs = CSV of all pairs
as-experiment = Experiment file

# More pairs than a page can hold: what is allowed instead.
too-much = at most { $most } here, because the page keeps every pair in memory; the command line can do more

# How sure?
sure-text = Two things keep the answer open: luck, and what nobody knows about the team.
sure-teams = Teams like this
sure-worlds = Plausible worlds
sure-teams-note = All assumptions stay as they are; people and luck differ.
sure-worlds-note = Every team also has assumptions of its own, drawn from what is plausible. { $known ->
    [0] What you mark as known, under a lever’s question mark, stays as it is.
    [one] The one you marked as known stays as it is.
   *[other] The { $known } you marked as known stay as they are.
}
# $better of $all teams; the ranges are of single teams.
sure-row = The second team does better in { $better } of { $all }. Half of the differences lie between { $quarter } and { $three-quarters }, 95 of 100 between { $low } and { $high }.
sure-row-neither = The second team is higher in { $better } of { $all }. Half of the differences lie between { $quarter } and { $three-quarters }, 95 of 100 between { $low } and { $high }.
# Of the others: in how many the first team does better, or is higher, and in how many they are equal.
sure-same = In { $first } it is the first team, and in { $same } they are equal.
sure-mean = Mean difference: { $mean } (95 % interval { $range }).
sure-waiting = Working out the first pairs.
sure-stopped = Stopped. You can continue under “Chance” in the lab.
sure-unknown = No worlds can be drawn here: { $reason }
sure-none = There is too little to compare.
sure-title = How sure: { $outcome }, second team less first
sure-pairs = { $teams } teams of one world, and { $worlds } worlds.
sure-signs = A dot for each fiftieth of the teams. Blue: the second team does better. Orange: the first does. Grey: no difference.
sure-signs-neither = A dot for each fiftieth of the teams. Blue: the second team is higher. Orange: the first is. Grey: no difference.
# The spread of single teams; $share is the part of the variance that luck has by itself, in per cent.
sure-luck = About { $share } % of the variance between plausible worlds is luck; the rest comes from what nobody knows.

# From a file.
file-text = An experiment file asks a question about a scenario. Here it gives the same numbers as on the command line.
file-open = Open an experiment file…
file-how = How to write one
file-empty = What the file asks comes here.
# $title is the scenario’s; $points, $pairs and $all are numbers written out.
file-pairs = How much the teams differ: “{ $title }”, { $all } pairs.
file-why = Why the teams differ: “{ $title }”, { $all } pairs.
file-sweep = Where it pays: “{ $title }”, { $points } points with { $pairs } pairs each, { $all } in all.
file-pairs-sure = How much the teams differ: “{ $title }”, at most { $all } pairs.
file-why-sure = Why the teams differ: “{ $title }”, at most { $all } pairs.
file-sweep-sure = Where it pays: “{ $title }”, { $points } points, at most { $all } pairs in all.
file-screen = Which assumptions matter: “{ $title }”, { $points } worlds with { $pairs } pairs each, { $all } in all.
file-indices = How much each assumption explains: “{ $title }”, { $points } worlds with { $pairs } pairs each, { $all } in all.
# Instead of a number of pairs.
file-sure = Each point runs until the interval of its mean is narrow enough.
# $fault is what is wrong with the first of them.
file-refused = { $count ->
    [one] One point cannot be run: { $fault }
   *[other] { $count } points cannot be run, the first because of this: { $fault }
}
outcome = Outcome
first = First team
second = Second team
difference = Difference

# Which assumptions matter?
matters-text = Each assumption in turn goes through what is plausible of it, from many starting points. What moves the difference little can stay a guess.
matters-effort = Starting points
    .quick = 10 (quick)
    .usual = 20
    .thorough = 40 (thorough)
matters-cost = { $points } worlds with { $pairs } pairs each, { $all } pairs in all.
matters-empty = Choose an outcome, then start: the assumptions come here, the one that matters most first.
matters-few = The first two starting points are needed for a picture.
# $list is a list of names, each as it stands within a sentence.
matters-most = Clearly above luck: { $list }.
    .name = { SMALL($name) }
matters-none = No assumption is clearly above luck. More starting points may show one.
# $share in per cent; $count is the number of those that come first.
matters-stable = With other starting points, the first { $count } bars would be the same in about { $share } of 100 cases.
matters-title = Which assumptions matter: { $outcome }, second team less first
matters-unit = mean size of the effect, { $unit }
matters-signs = A bar: how far the difference moves, on average, while the assumption goes from its lowest to its highest plausible value; the line is its 95 % interval. Blue: a higher value helps the second team. Orange: it hurts it. Grey: no clear direction. Mark: luck alone.
matters-signs-neither = A bar: how far the difference moves, on average, while the assumption goes from its lowest to its highest plausible value; the line is its 95 % interval. Blue: a higher value raises the second team more. Orange: the first. Grey: no clear direction. Mark: luck alone.
matters-all = All assumptions
assumption = Assumption
plausible = Plausible
effect = Effect
luck = Luck alone
known = I know this
    .title = It stays as it is wherever worlds are drawn
shares-ask = { $count ->
    [one] How much does it explain?
   *[other] How much does each of these { $count } explain?
}
shares-text = Of how far worlds lie apart in { SMALL($outcome) }, so much is due to each assumption by itself (strong), and with all it does together with others (pale).
shares-title = What explains the spread: { $outcome }, second team less first
shares-unit = % of the variance
shares-signs = Share of the variance between worlds, without luck. Strong: by itself (first order). Pale: together with others (total). Lines: 95 % intervals. Last bar: luck’s share of the variance between single teams.
shares-luck = Luck (single teams)
    .note = Luck makes up { $share } % of the variance between single teams of these worlds (95 % interval { $range }).
shares-noise = These shares are too uncertain to use: some lie below 0 or above 100 %.
shares-wait = The first of four passes is needed for a picture.
shares-pass = So far { $done } of { $all } passes; intervals need two.
