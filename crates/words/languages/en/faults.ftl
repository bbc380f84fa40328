# What is wrong with a value that someone wrote, in a file, a link or an option.

# The field, what stood there, and what is allowed, which is one of the messages below.
refused = { $field } = { $value }: allowed is { $allowed }
# The field, and what is wrong or to be done.
wrong = { $field }: { $what }
because = { $allowed }; { $why }
unknown = no parameter has this name; `assist-lab parameters` lists them
unknown-near = no parameter has this name; did you mean { $near }?
nothing-given = no value is given; allowed is { $allowed }
number = a number from { $low } to { $high }
whole = a whole number from { $low } to { $high }
optional = a number from { $low } to { $high }, or null to follow competence
yes-or-no = yes or no
one-of = one of { $names }
in-unit = { $allowed }, in { $unit }
as-share = { $allowed }, as a share of 1 or with %
both-arms = a parameter of the world holds in both arms; set it for both
as-members = at most as many as members ({ $members })
givers-and-takers = givers and takers together at most 1
kinds-of-blocker = at least one of the three kinds of blocker above 0
weights-of-morale = at least one of the five weights of morale above 0
tasks = so large that at most { $most } tasks are expected in an arm; here { $tasks } would be
requests = fewer weeks or members, or less of alpha: over { $most } requests could come up
member-weeks = at most { $most } weeks x members in all
week = a week from { $first } to { $last } of the weeks after the change
shock-weeks = 1 or more, and only for what lasts: demand, blockers, asking, hours, lead_away
shocks = at most { $most }
seats = at most { $most } people in all

# Why a text is no number.
too-small = so small a number cannot be told from 0
two-meanings = { $text } may mean { $large } or { $small }: write the one you mean
thousands = marks between thousands stand before groups of three digits, as in 12 000
no-per-cent = a per cent sign means nothing here
