# What happens from outside, in a few words.

more-demand = more demand
less-demand = less demand
more-blocked = more blocked work
less-blocked = less blocked work
longer-hours = longer hours
fewer-hours = fewer hours
more-asking = more asking
less-asking = less asking
lead-away = lead away
leaves = { $person } leaves
joins = { $count ->
    [one] one joins
   *[other] { $count } join
}
redo = { $share } % to be done again
unlearn = skills no longer of use
estrange = trust across groups lost
trouble = { $person } has trouble at home
