# A parameter's value as the page shows it and takes it.

yes = yes
no = no
# A trait that is not set follows the one called competence.
as-competence = as competence

# Units.
per-cent = %
of-one = of 1
times = ×
per-hour = per hour
per-day = per day
per-week = per week
per-year = per year
hours-a-week = h a week
tasks-a-week = tasks a week
# The same beside a 1.
person = person
week = week
task = task
group = group
task-a-week = task a week

# What may be typed.
number = a number from { $low } to { $high }
share = a number from { $low } to { $high } %
whole-number = a whole number from { $low } to { $high }
# Why a value is not taken; $allowed is one of those, $why a sentence without its end.
refused = Enter { $allowed }.
    .why = Enter { $allowed }. { CAPITAL($why) }.
impossible = Not possible: { $faults }.
