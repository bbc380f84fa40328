# Who helps whom. Numbers are texts but where a plural goes by them. $person is “developer 5”, $assist “assist leader”.

# Rows of a table.
finished = Finished a week
given = Help given a week
received = Help received a week
asked = Asked a week
betweenness = Betweenness, last four weeks
trusted = Trusted by the others at the moment shown, 0 to 1
leaving = Rate of leaving at the moment shown, a year
# Their cells: a value and the place that it has in the team, such as “3.1 h, joint 2nd of 8”.
cell = { $value }, { $place } of { $all }
hours = { $hours } h
times = { $times } times
joint = joint { $place }
# Places. English takes the first three for 1, 2, 3, 21, 22, ... but not for 11, 12, 13; where there is one form only, they are all alike.
first = { $place }st
second = { $place }nd
third = { $place }rd
nth = { $place }th

# Who stands out in a team: a sentence of one or two clauses. $who is one of those behind them, or two with an “and”.
nobody = { $team }: nobody helped.
spotted = { $team }: { $clauses }.
gives = { $count ->
    [one] { $who } gives the most help, { $hours } h a week
   *[other] { $who } give the most help, { $hours } h a week each
}
paths = most paths of help run through { $who }
paths-same = most paths of help run through the same person
people = { $count } { $members }
leader = { $person }, the { $assist },
# The same at the end of a sentence.
leader-last = { $person }, the { $assist }
