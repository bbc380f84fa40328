# What people and things are called where a scenario has no words of its own.

task = task
tasks = tasks
member = person
members = people
assist = assist leader
assists = assist leaders
# Whom a policy hires on top of the team; $member is in the singular or the plural.
extra = extra { $member }
lead = formal lead
team = team
# Whoever holds a seat, such as “developer 5”.
person = { $member } { $number }
# What is done is counted in, such as “patients per clinician and week”.
throughput = { $tasks } per { $member } and week
