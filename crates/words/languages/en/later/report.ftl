# What a report says besides the result.

# The name of a parameter that was changed, with where, and whether that does anything.
first = { $label }, first team
second = { $label }, second team
idle = { $label } (no effect)
    .first = { $label }, first team (no effect)
    .second = { $label }, second team (no effect)

outside = What happens from outside
    .nothing = nothing
ends = The second team's decisions end
    .never = never
    .after = after week { $week }

# What happens from outside, a line each: $when and $what are one of those behind it, $label what the scenario calls it.
shock = { $when }: { $what }
    .named = { $when }: { $label } ({ $what })
in-week = Week { $week }
in-weeks = Weeks { $from } to { $last }
from-week = From week { $week }
demand = { $factor } times the work that arrives
blockers = { $factor } times as often stuck
asking = people ask { $factor } times as readily
hours = { $factor } times the paid hours
lead-away = the { $lead } is away
leaves = { $person } leaves
joins = { $count ->
    [one] one joins
   *[other] { $count } join
}
redo = { $share } % of what is done has to be done again
unlearn = { $share } % of everyone’s skill is of no use any more
estrange = { $share } % of the trust across groups is gone
trouble = { $person } has trouble outside work, which takes as much as a day of work does

# What every report has to say of itself.
caveat-simulation =
    A simulation shows what follows from its assumptions; it does not forecast what will happen in a real team.
caveat-assumptions =
    Most of its numbers are assumptions, marked as such in the parameter table. Trust the direction and the reasons of a
    result more than its size.
caveat-interval =
    The interval says how sure the mean over many such teams is. One team may do quite differently: count the dots.

# Values in the first team and in the second, where they differ.
both = { $first } in the first team, { $second } in the second
# An outcome and its unit.
outcome = { $outcome } ({ $unit })
# A mean difference and its 95 % interval.
interval = { $mean } ({ $low } to { $high })
