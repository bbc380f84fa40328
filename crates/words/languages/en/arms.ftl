# What the two teams are called, by the people that one of them has and the other has not. $what is what they are called, such as
# “flow nurse” or “extra clinicians”; several are joined as list.ftl says.

with = With { $what }
without = Without { $what }
# Where both have some.
count = { $count } { $what }
# What else one of them has.
improving = time for improving
    .more = more time for improving
board = a shared board
    .more = more time for a shared board
meeting = a meeting of all
    .more = a longer meeting of all
writing = time to write things down
    .more = more time to write things down
check-ins = time for check-ins
    .more = more time for check-ins
as-it-is = As it is
as-you-decide = As you decide

# The second team's circumstance, at the start of a sentence: “With the flow nurse a patient waits less.” It is “with” or “without”
# and the people as here, or these.
the = { $count ->
    [one] the { $what }
   *[other] { $what }
}
instead = With { $what } instead of { $other }
circumstance-decisions = With these decisions

# What happens at the change, in a few words for a chart; $count is how many people that are.
starts = { $count ->
    [one] { $what } starts
   *[other] { $what } start
}
change = the change
