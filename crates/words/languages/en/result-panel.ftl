# What stands around the sentence of the result.

result = Result
running = Running both teams, with the same people and the same luck…
# $outcome is such as “Tasks finished”, that of the sentence above; $amount and $range are such as “+3.6 %” and “+3.3 to +3.9 %”.
# What was found of what is kept follows. $name is what was set when it was kept, in a few words.
pinned = Kept ({ SMALL($name) }):
    .unknown = not computed yet.
    .too-few = too few pairs so far.
    .found = { SMALL($outcome) } { $amount } (95 % interval { $range }; { $done } pairs).
    .so-far = { SMALL($outcome) } { $amount } (95 % interval { $range }; { $done } of { $wanted } pairs).
# What the pairs are of.
of = Pairs are of
    .title = Luck alone, or also what nobody knows of the world: then each pair draws its world from what is plausible
    .teams = teams like this
    .worlds = plausible worlds
