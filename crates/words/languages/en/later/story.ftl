# A person's story: what happened, and beside it what became of the same thing in the other team.
# $person is “developer 5”, $who the same or “the flow nurse (clinician 5)”; $task is “patient 132”, $of-task “patient”; $time is a duration.

task = { $task } { $number }
who-assists = the { $assist } ({ $person })

# Why someone was stuck: a clause.
expertise = they lacked the knowledge
clarity = it was unclear what was wanted
coordination = others had to act first
coordination-groups = another group had to act first

# The person was stuck; $course is one or more of the clauses behind it.
stuck = Stuck for { $time } on { $task }: { $why }. { CAPITAL($course) }.
said-no = { $people } said no
# Help that nobody had asked for.
declined = declined the help of { $people }
in-vain = { $people } could not help
lead-asked = the { $lead } was asked
solved = solved alone, without asking
solved-in-the-end = solved alone in the end
noticed = { $who } noticed it and helped for { $time }
interrupted = { $who } interrupted their own work and helped for { $time }
helped = { $who } helped for { $time }
lead-decided = the { $lead } decided
left-unsolved = left with it unsolved
still-stuck = still stuck at the end

# The person helped another.
gave = Helped { $person } for { $time }: { $why }. { CAPITAL($person) } was stuck for { $all } in all.
    .noticed = Noticed that { $person } was stuck and helped for { $time }: { $why }. { CAPITAL($person) } was stuck for { $all } in all.
    .interrupted = Interrupted own work to help { $person } for { $time }: { $why }. { CAPITAL($person) } was stuck for { $all } in all.
# The person helped not; $ending is one of the clauses below.
refused = { $times ->
    [1] { CAPITAL($person) } asked and was turned down, and was stuck for { $time }: { $ending }.
    [2] { CAPITAL($person) } asked twice and was turned down, and was stuck for { $time }: { $ending }.
   *[other] { CAPITAL($person) } asked { $times } times and was turned down, and was stuck for { $time }: { $ending }.
}

# How being stuck ended: clauses.
ended-alone = solved alone
ended-noticed = noticed and helped by { $person }
ended-helped = helped by { $person }
ended-lead = decided by the { $lead }
ended-left = unsolved when { $person } left
ended-open = unsolved at the end

# What became of it in the other team: of the person's own, of another's, or where another had the task.
there-same = The same.
there-stuck = Stuck { $time }, { $ending }.
    .other = { CAPITAL($person) }: stuck { $time }, { $ending }.
    .elsewhere = The { $of-task } was with { $person }: stuck { $time }, { $ending }.
there-passed = No obstacle.
    .other = { CAPITAL($person) }: no obstacle.
    .elsewhere = The { $of-task } was with { $person }: no obstacle.
there-averted = It did not come up: { $cause } had been fixed.
    .other = { CAPITAL($person) }: it did not come up, as { $cause } had been fixed.
    .elsewhere = The { $of-task } was with { $person }: it did not come up, as { $cause } had been fixed.
there-not-met = It did not come up by the end.
    .other = { CAPITAL($person) }: it did not come up by the end.
    .elsewhere = The { $of-task } was with { $person }: it did not come up by the end.
there-not-reached = The { $of-task } was not begun by the end.

# A task is finished, here and there; $days is “1.5 working days”.
finished = { $times ->
    [0] Finished { $task }.
    [1] Finished { $task }, sent back once.
   *[other] Finished { $task }, sent back { $times } times.
}
not-begun = Not begun by the end.
not-finished = Not finished by the end.
at-once = At the same time.
    .by = At the same time by { $person }.
later = { $days } later.
    .by = { $days } later by { $person }.
earlier = { $days } earlier.
    .by = { $days } earlier by { $person }.

# Other things that happen.
duty = { $helps ->
    [0] On duty for { $time } this week: { $standing } standing by, { $helping } helping.
    [1] On duty for { $time } this week: { $standing } standing by, { $helping } helping, once.
    [2] On duty for { $time } this week: { $standing } standing by, { $helping } helping, twice.
   *[other] On duty for { $time } this week: { $standing } standing by, { $helping } helping, { $helps } times.
}
burnt-out = { $days ->
    [one] Burnt out for a day.
   *[other] Burnt out for { $days } days.
}
not-burnt-out = Not burnt out then.
burnt-out-as-well = Burnt out as well.
burnt-out-partly = Burnt out on { $days } of these days.
became = Became { $assist }.
no-longer = Is no longer { $assist }.
left = Left the team.
stayed = Stayed to the end.
left-as-well = Left as well: { SMALL($when) }.
left-at-once = Left as well: at the same time.
joined = Someone new took this seat.
undone = { $time } of { $task } had to be done again.

# What keeps blocking work, $cause, is “the unreliable test setup”.
recurred = { $times ->
    [0] The cause was { $cause }.
    [1] The cause was { $cause }, for the second time.
    [2] The cause was { $cause }, for the third time.
   *[other] The cause was { $cause }, as { $times } times before.
}
mended = { $times ->
    [0] { CAPITAL($cause) } was fixed.
    [1] { CAPITAL($cause) } was fixed, after one encounter with it.
   *[other] { CAPITAL($cause) } was fixed, after { $times } encounters with it.
}
spared = { $times ->
    [1] Stuck because of it once more, for { $time }.
   *[other] Stuck because of it { $times } more times, for { $time } in all.
}
spared-none = Not stuck because of it after that, either.
other-cause = lasting cause { $number }
