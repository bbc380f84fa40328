# What sets two setups apart: a few words for each change, which follow one another as clauses.

scenario = scenario “{ $title }”
# $label is the name of a parameter, $before and $after its values with their units.
parameter = { $label } { $before } → { $after }
    .first = { $label } in the first team { $before } → { $after }
    .both = { $label } in both teams { $before } → { $after }
seed = seed { $before } → { $after }
ends = the treatment ends after week { $week }
# Replicates are each of a plausible world, or all of the scenario’s.
worlds = plausible worlds
one-world = one world
known = what is known of the world
goes-on = the treatment goes on to the end
other = other shocks or texts
more = and { $count } more
