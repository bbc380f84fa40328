### Table
### A row for each parameter of the model, in the order of its table: what it does, and where its default comes from.

## Time

warmup_weeks =
    .help = Weeks before anything is shown, for the team to settle.
    .source = assumption: 25 time constants of energy, nearly 3 of morale, 1.4 of exhaustion
baseline_weeks =
    .help = Weeks shown before the two teams part.
    .source = assumption
intervention_weeks =
    .help = Weeks over which outcomes are measured.
    .source = assumption: half a year

## Team

members =
    .help = People in the team, including assist leaders.
    .source = scenario
groups =
    .help = Groups the team is split into; trust across groups is lower.
    .source = scenario
givers =
    .help = Share of members who help whenever they can.
    .source = Grant 2013
takers =
    .help = Share of members who mostly ask and seldom help.
    .source = Grant 2013
quiet =
    .help = Share of members who ask for help and speak up less readily than the others.
    .source = assumption; concept: Morrison 2011
reticence =
    .help = Share by which quiet members ask and speak up less readily; close control adds to it, a fair assist leader who listens reduces it.
    .source = assumption; concept: Morrison 2011
kappa =
    .help = Share of speed lost for each additional member of one's group.
    .source = form after Brooks 1975, value assumed

## Work

source =
    .help = Whether there is always a next task (backlog), tasks arrive at random (flow), or there is a fixed list (project).
    .source = scenario
demand =
    .help = Tasks that arrive in a calendar week, in flow, however large the team is.
    .source = assumption: utilisation about 0.83
project_tasks =
    .help = Tasks of the project, all there from the start.
    .source = scenario
task_hours =
    .help = Mean work content of a task.
    .source = assumption
task_cv =
    .help = Coefficient of variation of work content: 0 constant, 1 exponential.
    .source = assumption
p_dependency =
    .help = Chance that a task must wait for one of the five before it.
    .source = assumption
task_fit =
    .help = Chance that a free member takes the task that suits it best among the five oldest, not the oldest.
    .source = assumption

## Blockers

beta =
    .help = Blockers met for each hour of work content.
    .source = assumption; calibrated on a blocked share of 15-25 %
mix_expertise =
    .help = Weight of blockers where someone has to know.
    .source = assumption
mix_clarity =
    .help = Weight of blockers where someone has to decide or explain.
    .source = assumption
mix_coordination =
    .help = Weight of blockers where another group has to act.
    .source = assumption
sigma0 =
    .help = Rate at which a member of full skill solves a blocker alone.
    .source = assumption: a working day
alpha =
    .help = Rate at which a stuck member asks, at full safety and without stigma.
    .source = assumption; set with the patterns of docs/validation.md in view
stigma =
    .help = Share by which the shame of asking lowers that rate.
    .source = assumption

## Lasting causes

recurring =
    .help = Share of blockers that come from a lasting cause: they come again until it is fixed.
    .source = assumption
causes =
    .help = How many lasting causes there are; the second is half as frequent as the first, the third a third, and so on.
    .source = assumption
mend_hours =
    .help = Mean hours it takes to fix a cause.
    .source = assumption
k_late =
    .help = How much longer it takes to fix a cause for each week it is left alone, as a share.
    .source = assumption
voice =
    .help = Chance that someone who meets a lasting cause points it out, when they feel entirely safe and nobody controls them.
    .source = at a safety of 0.5, 7 % of responses: Tucker & Edmondson 2003; sign of safety: Detert & Burris 2007
k_press =
    .help = How strongly waiting tasks cut into the time for improving: at 0.5, one waiting for each person leaves 61 % of it.
    .source = assumption; sign: Repenning & Sterman 2002

## Help

eta =
    .help = Rate at which a helper of full skill resolves a blocker.
    .source = assumption
teach =
    .help = Time a helper adds to explain, as a share of the help; the more they explain, the more is learnt.
    .source = assumption
resume_cost =
    .help = Work lost when someone is interrupted to help.
    .source = small after Mark, Gudith & Klocke 2008
m =
    .help = Weight of pay-forward (was I helped?) against direct reciprocity (did this one help me?).
    .source = contested: Baker & Bulkley 2014, Horita et al. 2016
a_G =
    .help = How far each answer to a request moves those who asked towards helping as readily as they were helped.
    .source = assumption; sign: Tsvetkova & Macy 2014
l_star =
    .help = Load at which half of the requests are refused.
    .source = assumption; set with the patterns of docs/validation.md in view
t_welcome =
    .help = Time stuck after which most welcome help that they did not ask for; those who feel safe and trust the helper welcome it at once.
    .source = assumption; sign: Deelstra et al. 2003
k_u =
    .help = Share of autonomy lost for each unwelcome offer of help in a day.
    .source = assumption; sign: Deelstra et al. 2003

## Who knows what

know0 =
    .help = How well members of a group know at the start what the others know; 1 is fully.
    .source = assumption; concept: Wegner 1987, Lewis 2003
k_know =
    .help = Share of what people do not yet know about each other that a week's work in one group adds.
    .source = assumption; concept: Lewis 2003, Ren & Argote 2011
a_K =
    .help = Share of what people do not yet know about each other that one help adds. Formal lead and assist leader learn as much about who decides what when both speak on a task.
    .source = assumption; concept: Lewis 2003, Ren & Argote 2011

## Trust and safety

trust0 =
    .help = Trust within a group at the start.
    .source = assumption
silo =
    .help = Share by which trust, and knowing who knows what, are lower across groups.
    .source = assumption
a_T =
    .help = Gain of trust from one help; a refusal costs three times as much.
    .source = assumption; losses weigh three times gains
a_S =
    .help = Gain of psychological safety from one help; a refusal costs three times as much.
    .source = assumption; losses weigh three times gains
k_T =
    .help = How far trust decides whether people ask, grant help and show that they are stuck.
    .source = sign: Colquitt, Scott & LePine 2007; size assumed
safety0 =
    .help = Psychological safety at the start, and where it returns to.
    .source = assumption; concept: Edmondson 1999

## Clarity

clarity0 =
    .help = How clear goals and roles are if nobody does anything about it.
    .source = assumption
role_clarity =
    .help = How clear it is who decides what, between a formal lead and an assist leader, without a charter.
    .source = assumption

## Quality

q0 =
    .help = Defects planted in a pass over a task by a rested member of skill one half.
    .source = assumption
detection =
    .help = Chance that a hidden defect is found before the task is accepted.
    .source = assumption
k_admit =
    .help = How many more defects are found where people feel entirely safe, and how many fewer where they do not feel safe at all, as a share.
    .source = sign: Edmondson 1999; size assumed
review =
    .help = Chance that a helper of full skill sees the mistake in the task at hand.
    .source = informal reviews find 20 to 30 % of defects: McConnell 2004
rework_fraction =
    .help = Work to redo, as a share of a fresh draw of the work content.
    .source = assumption
epsilon =
    .help = Defects planted by a hand-off or an unclear word, at no clarity.
    .source = assumption

## Skill

skill_mean =
    .help = Mean skill in one's own domain at the start.
    .source = assumption
skill_sd =
    .help = Standard deviation of skill between members.
    .source = assumption
skill_new =
    .help = Skill of a new hire in their own domain.
    .source = assumption
skill_away =
    .help = Skill in the other two domains, as a share of that in one's own.
    .source = assumption
k_learn =
    .help = Share of the missing skill gained in a 40-hour week of practice.
    .source = ramp of about eight months
psi =
    .help = How much more is learnt in an hour of solving alone than in an hour of practice.
    .source = assumption
k_gap =
    .help = How fast explained answers close the gap in skill to whoever answers.
    .source = calibrated on how much of the gain from easier asking lasts: Sandvik et al. 2020

## Energy

r =
    .help = Rate at which energy recovers in the evening.
    .source = assumption: energy 0.8 at demand 1
d =
    .help = Rate at which demand drains energy.
    .source = assumption: energy 0.8 at demand 1
d_sd =
    .help = Spread of strain sensitivity between members, on the log scale.
    .source = set with the spread of emotional exhaustion in view: Maslach, Jackson & Leiter 1996
r_w =
    .help = Rate at which a weekend restores energy.
    .source = assumption
c_o =
    .help = Extra drain from weeks beyond 48 hours; quadratic.
    .source = Pencavel 2015; set so that weekly output is highest at 60 to 66 hours
tau_X =
    .help = Time in which exhaustion follows the lack of energy.
    .source = assumption
theta =
    .help = Exhaustion above which a member counts as burnt out.
    .source = calibrated on 15-30 % burnt out: Wigert & Agrawal 2018, Gallup 2020
k_i =
    .help = Demand added by each request or unwelcome offer received in a day.
    .source = sign: Gilboa et al. 2008
k_h =
    .help = Demand added by eight hours of being stuck.
    .source = sign: Crawford, LePine & Rich 2010
k_e =
    .help = Demand added by eight hours of help on duty, for emotional labour.
    .source = sign: Gilboa et al. 2008
k_a =
    .help = Demand added to an assist leader by an unclear role.
    .source = sign: Gilboa et al. 2008
k_s =
    .help = Demand taken off by full support.
    .source = sign: Crawford, LePine & Rich 2010

## Morale

tau_M =
    .help = Time in which morale follows its causes.
    .source = assumption
w_p =
    .help = Weight of progress (time not stuck) in morale.
    .source = assumption; concept: Amabile & Kramer 2011
w_s =
    .help = Weight of support in morale.
    .source = assumption
w_r =
    .help = Weight of recognition in morale.
    .source = assumption
w_a =
    .help = Weight of autonomy (no micromanagement) in morale.
    .source = assumption
w_x =
    .help = Weight of not being exhausted in morale.
    .source = assumption
m_sd =
    .help = Standard deviation of members' own offset of morale.
    .source = assumption

## Turnover

h0 =
    .help = Yearly rate of leaving at morale one half and without exhaustion.
    .source = calibrated on 12-25 % leaving a year
HR =
    .help = How steeply that rate rises with exhaustion.
    .source = set so that those burnt out leave 2.6 times as often; what was measured is looking for another job: Wigert & Agrawal 2018
k_R =
    .help = How strongly unrecognised help drives people out.
    .source = assumption
vacancy =
    .help = Weeks until a leaver is replaced.
    .source = assumption
knowledge_loss =
    .help = Share of a leaver's progress that is lost.
    .source = assumption

## Recognition

visibility =
    .help = Chance that others notice help if nobody points it out.
    .source = assumption
g_u =
    .help = How much recognition raises readiness to help.
    .source = Grant & Gino 2010

## Formal lead

p_approval =
    .help = Chance that finished work needs the lead's approval.
    .source = assumption
mu_lead =
    .help = Approvals and decisions that the lead of a team of eight handles with full attention; larger teams have proportionally more leads.
    .source = assumption
escalate =
    .help = Chance that a question of clarity goes to the lead.
    .source = assumption
depend =
    .help = Share of solving alone that the closest control takes away over time; correspondingly more questions of clarity go to the lead.
    .source = assumption; concept: Deci & Ryan 2000
k_desk =
    .help = Share by which a lead adds more to clarity when the queue leaves all of their time free, and less when it leaves none.
    .source = assumption

## Practices

k_practice =
    .help = How fast the effect of a board, a meeting or check-ins grows with the hours a week they get.
    .source = assumption
k_write =
    .help = Share of what is not yet written down that one hour a week of writing adds each week.
    .source = assumption

## Remote work

remote_contact =
    .help = Rate of asking, being noticed and getting to know one another when remote, as a share of that on site.
    .source = Emanuel, Harrington & Pallais 2023
remote_delay =
    .help = Time added to help across a distance.
    .source = assumption; sign: Emanuel, Harrington & Pallais 2023
remote_ease =
    .help = Demand taken off, and morale added, by working remotely: rest and autonomy.
    .source = calibrated on a third fewer leavers: Bloom, Han & Liang 2024

## Reporting

due_factor =
    .help = A task is on time when accepted within this many times the mean task's hours.
    .source = assumption
hire_cost =
    .help = What finding one hire costs, in hours of pay.
    .source = some 4,700 dollars a hire: Society for Human Resource Management 2022
hourly_rate =
    .help = Pay per hour, used for costs.
    .source = assumption

## Formal lead

formal_lead =
    .help = Whether there is a formal lead, outside the headcount, who approves and decides.
    .source = scenario
lead_attention =
    .help = Share of the lead's time that the queue gets; it is paid for.
    .source = assumption
micromanagement =
    .help = How closely the lead controls: more interruptions, less safety and morale, slightly fewer mistakes.
    .source = a lead who trusts the team; scenarios about control set it
lead_assists =
    .help = Share of the other questions, of any kind, with which the lead helps, in the same queue as approvals.
    .source = scenario

## Assist leaders

assist_leaders =
    .help = How many members take the role.
    .source = scenario
assist_who =
    .help = Who takes it.
    .source = assumption
assist_share =
    .help = Share of the assist leader's time on duty for others.
    .source = assumption
competence =
    .help = How good the assist leader is at it, at the start.
    .source = assumption
route =
    .help = Share of requests that go to an assist leader standing by.
    .source = assumption
notice =
    .help = Rate at which an assist leader of full empathy notices a stuck member who has not asked.
    .source = assumption
delegated =
    .help = Share of approvals that an assist leader on duty may decide.
    .source = assumption
gatekeeping =
    .help = Share of questions to the lead that an assist leader standing by takes up first.
    .source = assumption
pass_on =
    .help = Whether an assist leader also passes questions on to colleagues at work who would be quicker, not only to idle ones.
    .source = scenario
stretch =
    .help = Whether an assist leader who delegates picks the tasks that teach people most, not those they know best.
    .source = scenario
relief =
    .help = Whether assist leaders take over work from those burnt out, and do work first while a seat is empty.
    .source = scenario
successors =
    .help = Whether those helped by an assist leader learn the role; the best prepared is next, and sooner if there is a way up.
    .source = scenario

## Profile of the assist leader

empathy =
    .help = Notices who is stuck.
    .source = assumption
collaboration =
    .help = Speeds help across groups, mends trust between them and lets people know what others know.
    .source = assumption
delegation =
    .help = Makes sure tasks go to the people they suit.
    .source = assumption
learning =
    .help = Improves the assist leader's own craft while on duty.
    .source = assumption
long_term =
    .help = Explains more while helping.
    .source = assumption
listening =
    .help = Raises safety and reduces misunderstandings.
    .source = assumption
ambiguity =
    .help = Makes goals clearer.
    .source = assumption
fairness =
    .help = Spreads who is asked to help.
    .source = assumption
humility =
    .help = Passes the credit on.
    .source = assumption

## Care

recognition =
    .help = How much help is made visible and thanked.
    .source = assumption
role_charter =
    .help = Whether a written charter says who decides what.
    .source = assumption: clarity of roles 0.9
career_path =
    .help = How far helping counts for a career.
    .source = assumption
training =
    .help = Hours a week of training for each assist leader in the first eight weeks.
    .source = assumption
team_training =
    .help = Hours of training a week for everyone, in the first eight weeks.
    .source = assumption

## Practices

shared_board =
    .help = Hours a week each person gives to a board that shows who is stuck and which tasks wait.
    .source = scenario
huddle =
    .help = Hours a week of a meeting, such as a stand-up, in which everyone says what they do and need.
    .source = scenario
documentation =
    .help = Hours a week each person writes down what they know, for newcomers and for whoever takes over a task.
    .source = scenario
check_ins =
    .help = Hours a week in which those who work remotely keep in touch by call or message.
    .source = scenario

## Conditions

extra_members =
    .help = How many people are hired on top of the team when the change comes.
    .source = scenario
remote_share =
    .help = Share of members who work remotely.
    .source = scenario
hours_per_week =
    .help = Paid hours per week.
    .source = scenario
improvement_share =
    .help = Share of paid time for fixing what keeps blocking work; time standing by, the lead's free time and idle time are used first.
    .source = scenario
automation =
    .help = Share of help, approvals and questions of clarity that software takes over.
    .source = assumption
