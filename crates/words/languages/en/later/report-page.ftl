# What the lab shows on one page, to print.

title = Report
    .hint = Two pages, A4 or Letter, of what the lab shows now.
print = Print
back = Back to the lab
head = Assist Lab · two teams with the same people and the same luck
computing = Computing…
# Large, while pairs are still on their way.
so-far = { $done } of { $wanted } pairs
# What the lines of the charts are; before it stand the names of the two teams.
lines =
    thick: mean of all pairs; thin: one pair; below: the difference, its mean, half of the pairs in the dark band and 95 of 100 in
    the light one
# A sheet to fill in, without the result.
worksheet = Worksheet
    .hint = One page, A4 or Letter, to hand out before the result is shown.
    .head = Assist Lab worksheet
    .tab = Worksheet
    .report-tab = Report
variants = What to print
team = The team
outcomes = Outcomes
    .first = first team
    .second = second team
    .difference = difference (95 % interval)
    .verdict = second team is
# On the worksheet. $with is such as “With the flow nurse”, $outcome the name of an outcome.
expect = What do you expect? { $with }, { SMALL($outcome) } will be
    .more = higher
    .same = about the same
    .less = lower
    .by = by about ______ %
    .because = Because:
saw = What did we see?
asks = Three questions
notes = Notes
name = Name:
apart = What sets the teams apart
    .first = first team
    .second = second team
    .nothing = Nothing: both decide the same.
changed = What was changed in the scenario
    .was = was
    .is = is
    .nothing = Nothing.
shocks = What happens from outside
more = { $count ->
    [one] and 1 more, in the link and in the scenario file
   *[other] and { $count } more, in the link and in the scenario file
}
caveats = To keep in mind
# $claim is a sentence of the scenario.
claim-of-unchanged = The scenario as it was claims: “{ $claim }” That is not about what was changed here.
# $opening is the scenario’s story in a sentence.
starts-from = Starting from: { $opening }
# $claim and $differs are sentences of the scenario.
claim = The story claims: “{ $claim }” { $differs }

# What one has to have to get the same numbers again. $origin is such as “scenario “software” with beta=0.3”.
source = { $pairs ->
    [one] Assist Lab { $version }, { $origin }, seed { $seed }, 1 pair.
   *[other] Assist Lab { $version }, { $origin }, seed { $seed }, { $pairs } pairs.
}
    .so-far = { $pairs ->
        [one] Assist Lab { $version }, { $origin }, seed { $seed }, 1 pair so far.
       *[other] Assist Lab { $version }, { $origin }, seed { $seed }, { $pairs } pairs so far.
    }
    .without-pairs = Assist Lab { $version }, { $origin }, seed { $seed }.
    .shortened = All that is set is in the link, or in the scenario's file.
    .again = The same version, scenario, seed and number of pairs give the same numbers on every machine.

# What the pairs are of, where each draws its world from what is plausible. $known is a list of parameters.
worlds = Each pair is of a world of its own, drawn from what is plausible.
    .known = Each pair is of a world of its own, drawn from what is plausible; known, and the same in all: { $known }.
