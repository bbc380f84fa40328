# A team at a moment, for those who do not see the picture. Numbers are texts but where a plural goes by them.

# Sentences that follow one another. $doing is a list: “5 working, 2 stuck”.
now = { $people ->
    [one] { $name }: of one person { $doing }.
   *[other] { $name }: of { $people } people { $doing }.
}
working = { $count } working
stuck = { $count } stuck
helping = { $count } helping
standing-by = { $count } standing by to help
without-work = { $count } without work
in-training = { $count } in training
gone = { $count } gone and not replaced yet
burnt-out = { $count ->
    [one] One of them is burnt out.
   *[other] { $count } of them are burnt out.
}
to-join = { $count } more will join.
energy = Mean energy { $energy }.
trust = Mean trust in one another { $trust }.
done-since = { $count } done since the change.
done-so-far = { $count } done so far.

# Behind “Done” on the board of tasks, where it is counted.
board-since = { " " }since the change
board-so-far = { " " }so far

# A member at a moment; $doing is one of those behind it.
member = { $doing }; energy { $energy }, morale { $morale }
    .burnt-out = { $doing }; energy { $energy }, morale { $morale }, burnt out
as-leader = { $assist }, { $doing }
member-working = working
member-stuck = stuck for { $time }
member-with-lead = stuck for { $time }, asking the { $lead }
member-helping = helping
member-helping-whom = helping { $person }
member-standing-by = standing by to help
member-without-work = without work
member-in-training = in training
# Instead of all that.
to-come = yet to join
# Of someone whom only the other team hires.
elsewhere = not in this team
empty-seat = an empty seat
