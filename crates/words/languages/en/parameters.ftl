### Table
### A row for each parameter of the model, in the order of its table: its name and its unit.

## Time

warmup_weeks = Warm-up
    .unit = weeks
baseline_weeks = Weeks before the change
    .unit = weeks
intervention_weeks = Weeks after the change
    .unit = weeks

## Team

members = Team size
    .unit = people
groups = Groups
    .unit = groups
givers = Givers
    .unit = share
takers = Takers
    .unit = share
quiet = Quiet members
    .unit = share
reticence = How quiet they are
    .unit = share
kappa = Coordination loss
    .unit = per person

## Work

source = Where work comes from
    .unit = { "" }
demand = Demand
    .unit = tasks/wk
project_tasks = Size of the project
    .unit = tasks
task_hours = Task size
    .unit = h
task_cv = Spread of task sizes
    .unit = { "" }
p_dependency = Interdependence
    .unit = share
task_fit = Fit of task and person
    .unit = share

## Blockers

beta = How often work is blocked
    .unit = per h
mix_expertise = Blockers of expertise
    .unit = { "" }
mix_clarity = Blockers of clarity
    .unit = { "" }
mix_coordination = Blockers of coordination
    .unit = { "" }
sigma0 = Solving alone
    .unit = per h
alpha = Readiness to ask
    .unit = per h
stigma = Stigma of asking
    .unit = share

## Lasting causes

recurring = Blockers that come again
    .unit = share
causes = Lasting causes
    .unit = causes
mend_hours = Hours to fix a cause
    .unit = h
k_late = Growth of a cause left alone
    .unit = per wk
voice = Readiness to speak up
    .unit = { "" }
k_press = Pressure of waiting work
    .unit = { "" }

## Help

eta = Speed of help
    .unit = per h
teach = Teaching while helping
    .unit = share
resume_cost = Cost of an interruption
    .unit = h
m = Pay-forward
    .unit = { "" }
a_G = Change in readiness to help
    .unit = { "" }
l_star = Load at which help stops
    .unit = { "" }
t_welcome = Until unasked help is welcome
    .unit = h
k_u = Cost of unwelcome help
    .unit = { "" }

## Who knows what

know0 = Who knows what at the start
    .unit = share
k_know = Getting to know at work
    .unit = per wk
a_K = Getting to know by helping
    .unit = { "" }

## Trust and safety

trust0 = Trust at the start
    .unit = { "" }
silo = Silos
    .unit = share
a_T = Change of trust
    .unit = { "" }
a_S = Change of safety
    .unit = { "" }
k_T = Weight of trust
    .unit = share
safety0 = Psychological safety
    .unit = { "" }

## Clarity

clarity0 = Clarity
    .unit = { "" }
role_clarity = Clarity of roles
    .unit = { "" }

## Quality

q0 = Mistakes
    .unit = { "" }
detection = Defects found
    .unit = share
k_admit = Mistakes admitted
    .unit = share
review = Mistakes seen by a helper
    .unit = share
rework_fraction = Size of rework
    .unit = share
epsilon = Misunderstandings
    .unit = { "" }

## Skill

skill_mean = Skill
    .unit = { "" }
skill_sd = Spread of skill
    .unit = { "" }
skill_new = Skill of a new hire
    .unit = { "" }
skill_away = Skill outside one's domain
    .unit = share
k_learn = Learning by doing
    .unit = per wk
psi = Learning by solving
    .unit = { "" }
k_gap = Learning from answers
    .unit = { "" }

## Energy

r = Recovery
    .unit = per d
d = Drain
    .unit = per d
d_sd = Differences in sensitivity
    .unit = { "" }
r_w = Weekend recovery
    .unit = per d
c_o = Cost of overtime
    .unit = per d
tau_X = Slowness of exhaustion
    .unit = d
theta = Burnout threshold
    .unit = { "" }
k_i = Strain of interruptions
    .unit = { "" }
k_h = Strain of being stuck
    .unit = { "" }
k_e = Emotional labour
    .unit = { "" }
k_a = Strain of an unclear role
    .unit = { "" }
k_s = Relief by support
    .unit = { "" }

## Morale

tau_M = Slowness of morale
    .unit = d
w_p = Weight of progress
    .unit = { "" }
w_s = Weight of support
    .unit = { "" }
w_r = Weight of recognition
    .unit = { "" }
w_a = Weight of autonomy
    .unit = { "" }
w_x = Weight of rest
    .unit = { "" }
m_sd = Differences in morale
    .unit = { "" }

## Turnover

h0 = Turnover
    .unit = per yr
HR = Leaving when exhausted
    .unit = { "" }
k_R = Leaving when unrecognised
    .unit = { "" }
vacancy = Vacancy
    .unit = weeks
knowledge_loss = Knowledge lost
    .unit = share

## Recognition

visibility = Visibility of help
    .unit = share
g_u = Effect of thanks
    .unit = { "" }

## Formal lead

p_approval = Approvals
    .unit = share
mu_lead = Speed of the lead
    .unit = per h
escalate = Escalation
    .unit = share
depend = Dependence on control
    .unit = share
k_desk = Clarity from a free lead
    .unit = share

## Practices

k_practice = Effect of a practice
    .unit = per h
k_write = Speed of writing down
    .unit = per h

## Remote work

remote_contact = Contact when remote
    .unit = share
remote_delay = Delay when remote
    .unit = h
remote_ease = Ease of remote work
    .unit = { "" }

## Reporting

due_factor = Due date
    .unit = { "" }
hire_cost = Cost of finding a hire
    .unit = h
hourly_rate = Hourly rate
    .unit = per h

## Formal lead

formal_lead = Formal lead
    .unit = { "" }
lead_attention = Attention of the lead
    .unit = share
micromanagement = Micromanagement
    .unit = { "" }
lead_assists = A lead who helps
    .unit = share

## Assist leaders

assist_leaders = Assist leaders
    .unit = people
assist_who = Who assists
    .unit = { "" }
assist_share = Time for assisting
    .unit = share
competence = Competence
    .unit = { "" }
route = Asked first
    .unit = share
notice = Noticing
    .unit = per h
delegated = Delegated decisions
    .unit = share
gatekeeping = Gatekeeping
    .unit = share
pass_on = Passing on to those at work
    .unit = { "" }
stretch = Tasks to grow by
    .unit = { "" }
relief = Relief
    .unit = { "" }
successors = Preparing successors
    .unit = { "" }

## Profile of the assist leader

empathy = Empathy
    .unit = { "" }
collaboration = Collaboration
    .unit = { "" }
delegation = Delegation
    .unit = { "" }
learning = Continuous learning
    .unit = { "" }
long_term = Long-term view
    .unit = { "" }
listening = Active listening
    .unit = { "" }
ambiguity = Navigating ambiguity
    .unit = { "" }
fairness = Fairness
    .unit = { "" }
humility = Humility
    .unit = { "" }

## Care

recognition = Recognition
    .unit = { "" }
role_charter = Role charter
    .unit = { "" }
career_path = Career path
    .unit = { "" }
training = Training
    .unit = h/wk
team_training = Training for everyone
    .unit = h/wk

## Practices

shared_board = Shared board
    .unit = h/wk
huddle = Meeting of all
    .unit = h/wk
documentation = Writing down
    .unit = h/wk
check_ins = Check-ins
    .unit = h/wk

## Conditions

extra_members = Extra members
    .unit = people
remote_share = Remote work
    .unit = share
hours_per_week = Hours per week
    .unit = h/wk
improvement_share = Time for improving
    .unit = share
automation = Automation of routine help
    .unit = share
