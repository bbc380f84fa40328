# What is wrong with a value that someone wrote, in a file, a link or an option.

# The field, what stood there, and what is allowed, which is one of the messages below.
refused = { $field } = { $value }: must be { $allowed }
# The field, and what is wrong or to be done.
wrong = { $field }: { $what }
because = { $allowed }; { $why }
unknown = no parameter has this name; `assist-lab parameters` lists them
unknown-near = no parameter has this name; did you mean { $near }?
nothing-given = no value given; must be { $allowed }
number = a number from { $low } to { $high }
whole = a whole number from { $low } to { $high }
optional = a number from { $low } to { $high }, or null to follow competence
yes-or-no = yes or no
one-of = one of { $names }
in-unit = { $allowed }, in { $unit }
as-share = { $allowed }, or a percentage written with %
guessed = never drawn, because it is known or decided; `assist-lab parameters` shows which parameters are
both-arms = a parameter of the world applies to both arms; set it for both
as-members = at most the number of members ({ $members })
givers-and-takers = small enough that givers and takers together are at most 1
kinds-of-blocker = above 0, unless one of the other two kinds of blocker is
weights-of-morale = above 0, unless one of the other four weights of morale is
tasks = large enough that an arm can expect at most { $most } tasks; this would make { $tasks }
requests = lower, or members or alpha must be: more than { $most } requests could come up
member-weeks = low enough that weeks times members is at most { $most }
week = a week after the change, from { $first } to { $last }
shock-weeks = 1 or more, and only in a shock that lasts: demand, blockers, asking, hours, lead_away, trouble
shocks = at most { $most }
seats = at most { $most } people in all

# Of an experiment.
some-outcome = name at least one outcome
once = named only once
parameters = { $low } to { $high } parameters; a screening tells which ones matter
left-to-screen = 1 to { $most } parameters must be left to screen
not-known = a parameter that is not marked as known
not-off = a parameter that is on in this scenario; this one is off, and stays so
power-of-two = a power of two from { $low } to { $high }
# How many points are allowed, how many worlds this many would take, and how many of those are allowed.
worlds = at most { $points } here; this would take { $worlds } worlds, and at most { $most } are allowed
pairs-of-world = at least { $least }, because what luck does is known by how the pairs of one world differ
not-drawn = off here, because this question draws worlds of its own
no-precision = does not go with this question; give a number of pairs instead

# Why a text is no number.
too-small = the number is too small to tell from 0
two-meanings = { $text } could mean { $large } or { $small }, so write the one you mean
thousands = a thousands separator must be followed by three digits, as in 12 000
no-per-cent = a per cent sign has no meaning here
