# The two teams in pictures. $team is such as “With flow nurse”, $person such as “clinician 3”.

choose = Choose { A($member) } to see their story in both teams.
# What someone does. $doing is such as “helping clinician 2, energy 0.8”.
who = { CAPITAL($person) }: { $doing }.
# Behind the name of the second team.
until-then = from week 1; until then as the first
picture = { $team }: arrow keys choose someone, Enter leads to their story
# Drawn above the team; $lead is what its formal lead is called.
lead = { $lead } · { $waiting } waiting

# What the board counts; $tasks is such as “patients”.
board = Number of { $tasks }
# The columns of the board of tasks.
waiting = waiting
in-work = in work
stuck = stuck
to-approve = to approve
rework = rework
done = done
