# Why, in a few numbers beside the result: each what it is, and its value in the first team and the second.

title = What moved
# The helper is whoever holds the role.
own-work = Helper’s own work
exhaustion = Helper’s exhaustion
skill = Skill
# A unit: of the hours of one person.
hours = h a week
# A unit: of an index.
points = of 100
same = { $value } { $unit } in both
moved = { $first } → { $second } { $unit }
# What else became worse, or better where the result is worse; $list is such as “escaped defects 3.1 → 3.9 per 100 tasks”.
price = The price: { $list }.
in-return = In return: { $list }.
elsewhere = { SMALL($outcome) } { $means }
# What a click on one of the numbers does.
opens = { $outcome }: show the chart
