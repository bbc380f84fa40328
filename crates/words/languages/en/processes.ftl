### Table
### What happens in a team, as the parameters see it: a row for each process, in the order of the model. Shown in a list, after “Acts on”.

time = how long is simulated
seating = who is in the team
work = work
blocking = being stuck
improving = lasting causes and fixing them
asking = asking for help
helping = helping
approvals = approvals and the formal lead
practices = boards, meetings and notes
duty = the assist leader's role
ambience = presence and clarity
strain = energy and exhaustion
wellbeing = morale, safety and trust
learning = skill
turnover = leaving and hiring
report = what is reported
