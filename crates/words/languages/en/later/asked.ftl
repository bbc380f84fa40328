# The page of questions: what it is about, how sure an answer is, which assumptions matter, questions from files.

choose = Question
why = Why?
sure = How sure?
pays = Where does it pay?
matters = Which assumptions matter?
file = From a file
progress = How far it is
all-pairs = CSV of all pairs
as-experiment = Experiment file

# More pairs than a page can hold: what is allowed instead.
too-much = at most { $most } here, for the page keeps every pair in memory; the command line can do more

# How sure?
sure-text = Two things keep the answer open: luck, and what nobody knows about the team. Each dot stands for one fiftieth of the teams.
sure-teams = Teams like this
sure-worlds = Worlds that could be meant
sure-teams-note = All assumptions stay as they are; people and luck differ.
sure-worlds-note = Every team also has assumptions of its own, drawn from what is plausible. { $known ->
    [0] Mark what you know under a lever’s question mark, and it stays.
    [one] One that you know stays.
   *[other] { $known } that you know stay.
}
# $better of $all teams; the ranges are of single teams.
sure-row = The second team does better in { $better } of { $all }. Half of the differences lie between { $quarter } and { $three-quarters }, 95 of 100 between { $low } and { $high }.
sure-row-neither = The second team is higher in { $better } of { $all }. Half of the differences lie between { $quarter } and { $three-quarters }, 95 of 100 between { $low } and { $high }.
sure-mean = Mean difference: { $mean } (95 % interval { $range }).
sure-waiting = Working out the first pairs.
sure-stopped = Stopped. You can continue under “Chance” in the lab.
sure-unknown = No worlds can be drawn here: { $reason }
sure-none = There is too little to compare.
sure-title = How sure: { $outcome }, second team less first
sure-signs = A dot for each fiftieth of the teams. Blue: the second team does better. Orange: the first does.
sure-signs-neither = A dot for each fiftieth of the teams. Blue: the second team is higher. Orange: the first is.
# The spread of single teams; $share is the part of the variance that luck has by itself, in per cent.
sure-luck = Of how far teams of different worlds lie apart, luck by itself makes up about { $share } %.

# From a file.
file-text = An experiment file asks a question about a scenario. Here it gives the same numbers as on the command line.
file-open = Open an experiment file…
file-how = How to write one
file-empty = What the file asks comes here.
# $title is the scenario’s; $points, $pairs and $all are numbers written out.
file-pairs = How much the teams differ: “{ $title }”, { $all } pairs.
file-why = Why the teams differ: “{ $title }”, { $all } pairs.
file-sweep = Where it pays: “{ $title }”, { $points } points with { $pairs } pairs each, { $all } in all.
file-screen = Which assumptions matter: “{ $title }”, { $points } worlds with { $pairs } pairs each, { $all } in all.
file-indices = How much each assumption explains: “{ $title }”, { $points } worlds with { $pairs } pairs each, { $all } in all.
# Instead of a number of pairs.
file-sure = Each point runs until the interval of the mean is narrow enough, up to { $most } pairs.
file-refused = { $count ->
    [one] One point cannot be run; its row says why.
   *[other] { $count } points cannot be run; their rows say why.
}
outcome = Outcome
first = First team
second = Second team
difference = Difference
summary = Summary
