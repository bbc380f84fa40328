### Table
### A row for each parameter of the model, in the order of its table: its name, what it does, its unit, and where its default comes from.

## Time

warmup_weeks = Warm-up
    .help = Weeks before anything is shown, for the team to settle.
    .unit = weeks
    .source = assumption: 25 time constants of energy, nearly 3 of morale, 1.4 of exhaustion
baseline_weeks = Weeks before the change
    .help = Weeks shown before the two teams part.
    .unit = weeks
    .source = assumption
intervention_weeks = Weeks after the change
    .help = Weeks over which outcomes are measured.
    .unit = weeks
    .source = assumption: half a year

## Team

members = Team size
    .help = People in the team, the assist leaders among them.
    .unit = people
    .source = scenario
groups = Groups
    .help = Groups the team is split into; trust across groups is lower.
    .unit = groups
    .source = scenario
givers = Givers
    .help = Share of members who help whenever they can.
    .unit = share
    .source = Grant 2013
takers = Takers
    .help = Share of members who mostly ask and seldom help.
    .unit = share
    .source = Grant 2013
kappa = Coordination loss
    .help = Share of speed lost for each further member of one's group.
    .unit = per person
    .source = form after Brooks 1975, value assumed

## Work

source = Where work comes from
    .help = Whether there is always a next task (backlog), tasks arrive at random (flow), or there is a fixed list (project).
    .unit = { "" }
    .source = scenario
demand = Demand
    .help = Tasks that arrive for each seat in a calendar week, in flow.
    .unit = tasks/seat/wk
    .source = assumption: utilisation about 0.83
project_tasks = Size of the project
    .help = Tasks of the project, all there from the start.
    .unit = tasks
    .source = scenario
task_hours = Task size
    .help = Mean work content of a task.
    .unit = h
    .source = assumption
task_cv = Spread of task sizes
    .help = Coefficient of variation of work content: 0 constant, 1 exponential.
    .unit = { "" }
    .source = assumption
p_dependency = Interdependence
    .help = Chance that a task must wait for one of the five before it.
    .unit = share
    .source = assumption
task_fit = Fit of task and person
    .help = Chance that a free member takes the task that suits it best among the five oldest, not the oldest.
    .unit = share
    .source = assumption

## Blockers

beta = How often work is blocked
    .help = Blockers met for each hour of work content.
    .unit = per h
    .source = assumption; calibrated on a blocked share of 15-25 %
mix_expertise = Blockers of expertise
    .help = Weight of blockers where someone has to know.
    .unit = { "" }
    .source = assumption
mix_clarity = Blockers of clarity
    .help = Weight of blockers where someone has to decide or explain.
    .unit = { "" }
    .source = assumption
mix_coordination = Blockers of coordination
    .help = Weight of blockers where another group has to act.
    .unit = { "" }
    .source = assumption
sigma0 = Solving alone
    .help = Rate at which a member of full skill solves a blocker alone.
    .unit = per h
    .source = assumption: a working day
alpha = Readiness to ask
    .help = Rate at which a stuck member asks, at full safety and without stigma.
    .unit = per h
    .source = assumption
stigma = Stigma of asking
    .help = Share by which the shame of asking lowers that rate.
    .unit = share
    .source = assumption

## Help

eta = Speed of help
    .help = Rate at which a helper of full skill resolves a blocker.
    .unit = per h
    .source = assumption
teach = Teaching while helping
    .help = Time a helper adds to explain, as a share of the help, and the share of what is learnt alone that the explained one learns.
    .unit = share
    .source = assumption
resume_cost = Cost of an interruption
    .help = Work lost by whoever is interrupted to help.
    .unit = h
    .source = small after Mark, Gudith & Klocke 2008
m = Pay-forward
    .help = Weight of pay-forward (was I helped?) against direct reciprocity (did this one help me?).
    .unit = { "" }
    .source = contested: Baker & Bulkley 2014, Horita et al. 2016
l_star = Load at which help stops
    .help = Load at which half of the requests are refused.
    .unit = { "" }
    .source = assumption

## Trust and safety

trust0 = Trust at the start
    .help = Trust within a group at the start.
    .unit = { "" }
    .source = assumption
silo = Silos
    .help = Share by which trust across groups is lower.
    .unit = share
    .source = assumption
a_T = Change of trust
    .help = Gain of trust from one help; a refusal costs three times as much.
    .unit = { "" }
    .source = assumption; losses weigh three times gains
a_S = Change of safety
    .help = Gain of psychological safety from one help; a refusal costs three times as much.
    .unit = { "" }
    .source = assumption; losses weigh three times gains
safety0 = Psychological safety
    .help = Psychological safety at the start, and where it returns to.
    .unit = { "" }
    .source = assumption; concept: Edmondson 1999

## Clarity

clarity0 = Clarity
    .help = How clear goals and roles are to everyone without anyone's doing.
    .unit = { "" }
    .source = assumption
role_clarity = Clarity of roles
    .help = How clear it is who decides what, between a formal lead and an assist leader, without a charter.
    .unit = { "" }
    .source = assumption

## Quality

q0 = Mistakes
    .help = Defects planted in a pass over a task by a rested member of skill one half.
    .unit = { "" }
    .source = assumption
detection = Defects found
    .help = Chance that a hidden defect is found before the task is accepted.
    .unit = share
    .source = assumption
rework_fraction = Size of rework
    .help = Work to redo, as a share of a fresh draw of the work content.
    .unit = share
    .source = assumption
epsilon = Misunderstandings
    .help = Defects planted by a hand-off or an unclear word, at no clarity.
    .unit = { "" }
    .source = assumption

## Skill

skill_mean = Skill
    .help = Mean skill in one's own domain at the start.
    .unit = { "" }
    .source = assumption
skill_sd = Spread of skill
    .help = Standard deviation of skill between members.
    .unit = { "" }
    .source = assumption
skill_new = Skill of a new hire
    .help = Skill of a new hire in the own domain.
    .unit = { "" }
    .source = assumption
skill_away = Skill outside one's domain
    .help = Skill in the other two domains as a share of the own.
    .unit = share
    .source = assumption
k_learn = Learning by doing
    .help = Share of the missing skill gained in a 40-hour week of practice.
    .unit = per wk
    .source = ramp of about eight months
psi = Learning by solving
    .help = How much more is learnt in an hour of solving alone than in an hour of practice.
    .unit = { "" }
    .source = assumption

## Energy

r = Recovery
    .help = Rate at which energy recovers in the evening.
    .unit = per d
    .source = assumption: energy 0.8 at demand 1
d = Drain
    .help = Rate at which demand drains energy.
    .unit = per d
    .source = assumption: energy 0.8 at demand 1
d_sd = Differences in sensitivity
    .help = Spread of strain sensitivity between members, on the log scale.
    .unit = { "" }
    .source = assumption; wide enough that burnout does not come over a whole team at once
r_w = Weekend recovery
    .help = Rate at which a weekend restores energy.
    .unit = per d
    .source = assumption
c_o = Cost of overtime
    .help = Extra drain from weeks beyond 48 hours; quadratic.
    .unit = per d
    .source = Pencavel 2015; 2 r
tau_X = Slowness of exhaustion
    .help = Time in which exhaustion follows the lack of energy.
    .unit = d
    .source = assumption
theta = Burnout threshold
    .help = Exhaustion above which a member counts as burnt out.
    .unit = { "" }
    .source = calibrated on 15-30 % burnt out: Wigert & Agrawal 2018, Gallup 2020
k_i = Strain of interruptions
    .help = Demand added by each request received in a day.
    .unit = { "" }
    .source = sign: Gilboa et al. 2008
k_h = Strain of being stuck
    .help = Demand added by eight hours of being stuck.
    .unit = { "" }
    .source = sign: Crawford, LePine & Rich 2010
k_e = Emotional labour
    .help = Demand added by eight hours of help on duty, for emotional labour.
    .unit = { "" }
    .source = sign: Gilboa et al. 2008
k_a = Strain of an unclear role
    .help = Demand added to an assist leader by an unclear role.
    .unit = { "" }
    .source = sign: Gilboa et al. 2008
k_s = Relief by support
    .help = Demand taken off by full support.
    .unit = { "" }
    .source = sign: Crawford, LePine & Rich 2010

## Morale

tau_M = Slowness of morale
    .help = Time in which morale follows its causes.
    .unit = d
    .source = assumption
w_p = Weight of progress
    .help = Weight of progress (time not stuck) in morale.
    .unit = { "" }
    .source = assumption; concept: Amabile & Kramer 2011
w_s = Weight of support
    .help = Weight of support in morale.
    .unit = { "" }
    .source = assumption
w_r = Weight of recognition
    .help = Weight of recognition in morale.
    .unit = { "" }
    .source = assumption
w_a = Weight of autonomy
    .help = Weight of autonomy (no micromanagement) in morale.
    .unit = { "" }
    .source = assumption
w_x = Weight of rest
    .help = Weight of not being exhausted in morale.
    .unit = { "" }
    .source = assumption
m_sd = Differences in morale
    .help = Standard deviation of members' own offset of morale.
    .unit = { "" }
    .source = assumption

## Turnover

h0 = Turnover
    .help = Yearly rate of leaving at morale one half.
    .unit = per yr
    .source = calibrated on 12-25 % leaving a year
HR = Leaving when burnt out
    .help = Factor on that rate while burnt out.
    .unit = { "" }
    .source = Wigert & Agrawal 2018: 2.6 times as likely to look for another job
k_R = Leaving when unrecognised
    .help = How strongly unrecognised help drives people out.
    .unit = { "" }
    .source = assumption
vacancy = Vacancy
    .help = Weeks until a leaver is replaced.
    .unit = weeks
    .source = assumption
knowledge_loss = Knowledge lost
    .help = Share of a leaver's progress that is lost.
    .unit = share
    .source = assumption

## Recognition

visibility = Visibility of help
    .help = Chance that help is noticed by others without anyone's care.
    .unit = share
    .source = assumption
g_u = Effect of thanks
    .help = How much recognition raises readiness to help.
    .unit = { "" }
    .source = Grant & Gino 2010

## Formal lead

p_approval = Approvals
    .help = Chance that finished work needs the lead's approval.
    .unit = share
    .source = assumption
mu_lead = Speed of the lead
    .help = Approvals and decisions an undivided lead of eight handles; larger teams have as many leads more.
    .unit = per h
    .source = assumption
lead_attention = Attention of the lead
    .help = Share of the lead's time that the queue gets.
    .unit = share
    .source = assumption
escalate = Escalation
    .help = Chance that a question of clarity goes to the lead.
    .unit = share
    .source = assumption

## Remote work

remote_contact = Contact when remote
    .help = Rate of asking and being noticed when remote, as a share of that on site.
    .unit = share
    .source = Emanuel, Harrington & Pallais 2023
remote_delay = Delay when remote
    .help = Time added to help across a distance.
    .unit = h
    .source = Emanuel, Harrington & Pallais 2023

## Reporting

due_factor = Due date
    .help = A task is on time when accepted within this many times the mean task's hours.
    .unit = { "" }
    .source = assumption
hourly_rate = Hourly rate
    .help = Pay for an hour, for costs.
    .unit = per h
    .source = assumption

## Formal lead

formal_lead = Formal lead
    .help = Whether there is a formal lead, outside the headcount, who approves and decides.
    .unit = { "" }
    .source = scenario
micromanagement = Micromanagement
    .help = How closely the lead controls: more interruptions, less safety and morale, slightly fewer mistakes.
    .unit = { "" }
    .source = a lead who trusts the team; scenarios about control set it

## Assist leaders

assist_leaders = Assist leaders
    .help = How many members take the role.
    .unit = people
    .source = scenario
assist_who = Who assists
    .help = Who takes it.
    .unit = { "" }
    .source = assumption
assist_share = Time for assisting
    .help = Share of the assist leader's time on duty for others.
    .unit = share
    .source = assumption
competence = Competence
    .help = How good the assist leader is at it, at the start.
    .unit = { "" }
    .source = assumption
route = Asked first
    .help = Share of requests that go to an assist leader standing by.
    .unit = share
    .source = assumption
notice = Noticing
    .help = Rate at which an assist leader of full empathy notices a stuck member who has not asked.
    .unit = per h
    .source = assumption: carries most of the effect
delegated = Delegated decisions
    .help = Share of approvals that an assist leader on duty may decide.
    .unit = share
    .source = assumption

## Profile of the assist leader

empathy = Empathy
    .help = Notices who is stuck.
    .unit = { "" }
    .source = assumption
collaboration = Collaboration
    .help = Speeds help across groups and mends trust between them.
    .unit = { "" }
    .source = assumption
delegation = Delegation
    .help = Sees to it that tasks go to those whom they suit.
    .unit = { "" }
    .source = assumption
learning = Continuous learning
    .help = The own craft grows on duty.
    .unit = { "" }
    .source = assumption
long_term = Long-term view
    .help = Explains more while helping.
    .unit = { "" }
    .source = assumption
listening = Active listening
    .help = Raises safety, fewer misunderstandings.
    .unit = { "" }
    .source = assumption
ambiguity = Navigating ambiguity
    .help = Makes goals clearer.
    .unit = { "" }
    .source = assumption
fairness = Fairness
    .help = Spreads who is asked to help.
    .unit = { "" }
    .source = assumption
humility = Humility
    .help = Passes the credit on.
    .unit = { "" }
    .source = assumption

## Care

recognition = Recognition
    .help = How much help is made visible and thanked.
    .unit = { "" }
    .source = assumption
role_charter = Role charter
    .help = Whether a written charter says who decides what.
    .unit = { "" }
    .source = assumption: clarity of roles 0.9
career_path = Career path
    .help = How far helping counts for a career.
    .unit = { "" }
    .source = assumption
training = Training
    .help = Hours a week of training for each assist leader in the first eight weeks.
    .unit = h/wk
    .source = assumption

## Conditions

remote_share = Remote work
    .help = Share of members who work elsewhere.
    .unit = share
    .source = scenario
hours_per_week = Hours per week
    .help = Paid hours of a week.
    .unit = h/wk
    .source = scenario
automation = Automation of routine help
    .help = Share of help, approvals and questions of clarity that software takes over.
    .unit = share
    .source = assumption
