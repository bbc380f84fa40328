# What stands around the sentence of the result.

result = Result
running = Running both teams, with the same people and the same luck…
# The sentence of what is kept follows. $name is what was set when it was kept, in a few words; $sentence is a whole one.
pinned = Kept for comparison, { SMALL($name) }:
    .unknown = not computed yet.
    .so-far = { $sentence } After { $done } of { $wanted } pairs so far.
