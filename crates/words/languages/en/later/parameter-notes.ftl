### Table
### A row for each parameter of the model, in the order of its table: what it does, where its default comes from, and why
### what is plausible reaches as far as it does, or why it is never drawn.

## Time

warmup_weeks =
    .help = Weeks before anything is shown, for the team to settle.
    .source = assumption: 25 time constants of energy, nearly 3 of morale, 1.4 of exhaustion
    .range = never drawn: a choice of the study
baseline_weeks =
    .help = Weeks shown before the two teams part.
    .source = assumption
    .range = never drawn: a choice of the study
intervention_weeks =
    .help = Weeks over which outcomes are measured.
    .source = assumption: half a year
    .range = never drawn: a choice of the study

## Team

members =
    .help = People in the team, including assist leaders.
    .source = scenario
    .range = never drawn: people can be counted
groups =
    .help = Groups the team is split into; trust across groups is lower.
    .source = scenario
    .range = never drawn: groups can be counted
givers =
    .help = Share of members who help whenever they can.
    .source = Grant 2013
    .range = one survey; trades may differ by ten points
takers =
    .help = Share of members who mostly ask and seldom help.
    .source = Grant 2013
    .range = one survey; trades may differ by ten points
quiet =
    .help = Share of members who ask for help and speak up less readily than the others.
    .source = assumption; concept: Morrison 2011
    .range = never drawn: nobody is quiet unless a scenario is about it
reticence =
    .help = Share by which quiet members ask and speak up less readily; close control adds to it, a fair assist leader who listens reduces it.
    .source = assumption; concept: Morrison 2011
    .range = nobody has measured it: from a quarter to three quarters
kappa =
    .help = Share of speed lost for each additional member of one's group.
    .source = form after Brooks 1975, value assumed
    .range = the form is known, not the size: two fifths to more than twice

## Work

source =
    .help = Whether there is always a next task (backlog), tasks arrive at random (flow), or there is a fixed list (project).
    .source = scenario
    .range = never drawn: the kind of work is known
demand =
    .help = Tasks that arrive in a calendar week, in flow, however large the team is.
    .source = assumption: utilisation about 0.83
    .range = counted, but last year's count is not next year's: a seventh either way
project_tasks =
    .help = Tasks of the project, all there from the start.
    .source = scenario
    .range = plans leave more out than they put in: from a sixth fewer to a quarter more
task_hours =
    .help = Mean work content of a task.
    .source = assumption
    .range = timesheets tell it roughly: a quarter less to a third more
task_cv =
    .help = Coefficient of variation of work content: 0 constant, 1 exponential.
    .source = assumption
    .range = from nearly alike to wider than exponential
p_dependency =
    .help = Chance that a task must wait for one of the five before it.
    .source = assumption
    .range = depends on the trade: from one task in ten to nearly half
task_fit =
    .help = Chance that a free member takes the task that suits it best among the five oldest, not the oldest.
    .source = assumption
    .range = nobody has measured it

## Blockers

beta =
    .help = Blockers met for each hour of work content.
    .source = assumption; calibrated on a blocked share of 15-25 %
    .range = half to nearly twice: people feel blockers, few count them
mix_expertise =
    .help = Weight of blockers where someone has to know.
    .source = assumption
    .range = depends on the trade: 0.3 to 0.7
mix_clarity =
    .help = Weight of blockers where someone has to decide or explain.
    .source = assumption
    .range = depends on the trade: half to more than half again
mix_coordination =
    .help = Weight of blockers where another group has to act.
    .source = assumption
    .range = depends on the trade: two fifths to twice
sigma0 =
    .help = Rate at which a member of full skill solves a blocker alone.
    .source = assumption: a working day
    .range = from half a day to two days for a question that someone else could answer
alpha =
    .help = Rate at which a stuck member asks, at full safety and without stigma.
    .source = assumption; set with the patterns of docs/validation.md in view
    .range = from one hour in two before anyone asks to less than half an hour
stigma =
    .help = Share by which the shame of asking lowers that rate.
    .source = assumption
    .range = depends on the culture; nobody has measured it as a share

## Lasting causes

recurring =
    .help = Share of blockers that come from a lasting cause: they come again until it is fixed.
    .source = assumption
    .range = nobody has measured it: from a quarter to three quarters
causes =
    .help = How many lasting causes there are; the second is half as frequent as the first, the third a third, and so on.
    .source = assumption
    .range = half to twice
mend_hours =
    .help = Mean hours it takes to fix a cause.
    .source = assumption
    .range = from a week of one person to six
k_late =
    .help = How much longer it takes to fix a cause for each week it is left alone, as a share.
    .source = assumption
    .range = a third to three times
voice =
    .help = Chance that someone who meets a lasting cause points it out, when they feel entirely safe and nobody controls them.
    .source = at a safety of 0.5, 7 % of responses: Tucker & Edmondson 2003; sign of safety: Detert & Burris 2007
    .range = one study of nurses in nine hospitals; elsewhere perhaps half as much again, or as little less
k_press =
    .help = How strongly waiting tasks cut into the time for improving: at 0.5, one waiting for each person leaves 61 % of it.
    .source = assumption; sign: Repenning & Sterman 2002
    .range = the sign is known, not the size

## Help

eta =
    .help = Rate at which a helper of full skill resolves a blocker.
    .source = assumption
    .range = from half an hour to two hours for an answer
teach =
    .help = Time a helper adds to explain, as a share of the help; the more they explain, the more is learnt.
    .source = assumption
    .range = from a word more to half as long again
resume_cost =
    .help = Work lost when someone is interrupted to help.
    .source = small after Mark, Gudith & Klocke 2008
    .range = from three minutes to twenty-five; studies agree that it is short, not on how short
m =
    .help = Weight of pay-forward (was I helped?) against direct reciprocity (did this one help me?).
    .source = contested: Baker & Bulkley 2014, Horita et al. 2016
    .range = contested: from mostly direct to mostly passed on
a_G =
    .help = How far each answer to a request moves those who asked towards helping as readily as they were helped.
    .source = assumption; sign: Tsvetkova & Macy 2014
    .range = never drawn: off unless a scenario is about it
l_star =
    .help = Load at which half of the requests are refused.
    .source = assumption; set with the patterns of docs/validation.md in view
    .range = from little more than a full desk to nearly two
t_welcome =
    .help = Time stuck after which most welcome help that they did not ask for; those who feel safe and trust the helper welcome it at once.
    .source = assumption; sign: Deelstra et al. 2003
    .range = from twenty minutes to three hours
k_u =
    .help = Share of autonomy lost for each unwelcome offer of help in a day.
    .source = assumption; sign: Deelstra et al. 2003
    .range = the sign is known, not the size

## Who knows what

know0 =
    .help = How well members of a group know at the start what the others know; 1 is fully.
    .source = assumption; concept: Wegner 1987, Lewis 2003
    .range = teams differ: from half of it to nearly all
k_know =
    .help = Share of what people do not yet know about each other that a week's work in one group adds.
    .source = assumption; concept: Lewis 2003, Ren & Argote 2011
    .range = half to twice
a_K =
    .help = Share of what people do not yet know about each other that one help adds. Formal lead and assist leader learn as much about who decides what when both speak on a task.
    .source = assumption; concept: Lewis 2003, Ren & Argote 2011
    .range = two fifths to twice

## Trust and safety

trust0 =
    .help = Trust within a group at the start.
    .source = assumption
    .range = teams differ: from wary to close
silo =
    .help = Share by which trust, and knowing who knows what, are lower across groups.
    .source = assumption
    .range = organisations differ: from a quarter to three quarters
a_T =
    .help = Gain of trust from one help; a refusal costs three times as much.
    .source = assumption; losses weigh three times gains
    .range = two fifths to twice
a_S =
    .help = Gain of psychological safety from one help; a refusal costs three times as much.
    .source = assumption; losses weigh three times gains
    .range = two fifths to twice
k_T =
    .help = How far trust decides whether people ask, grant help and show that they are stuck.
    .source = sign: Colquitt, Scott & LePine 2007; size assumed
    .range = that trust counts is well supported, how much is assumed: half to half again as much
safety0 =
    .help = Psychological safety at the start, and where it returns to.
    .source = assumption; concept: Edmondson 1999
    .range = teams differ: from careful to open

## Clarity

clarity0 =
    .help = How clear goals and roles are if nobody does anything about it.
    .source = assumption
    .range = teams differ: from a third to two thirds
role_clarity =
    .help = How clear it is who decides what, between a formal lead and an assist leader, without a charter.
    .source = assumption
    .range = teams differ: from often asked to seldom

## Quality

q0 =
    .help = Defects planted in a pass over a task by a rested member of skill one half.
    .source = assumption
    .range = half to twice
detection =
    .help = Chance that a hidden defect is found before the task is accepted.
    .source = assumption
    .range = from three in five to eleven in twelve
k_admit =
    .help = How many more defects are found where people feel entirely safe, and how many fewer where they do not feel safe at all, as a share.
    .source = sign: Edmondson 1999; size assumed
    .range = the sign is known, not the size: two fifths to twice
review =
    .help = Chance that a helper of full skill sees the mistake in the task at hand.
    .source = informal reviews find 20 to 30 % of defects: McConnell 2004
    .range = informal reviews find 20 to 30 %; with the author beside them perhaps more
rework_fraction =
    .help = Work to redo, as a share of a fresh draw of the work content.
    .source = assumption
    .range = from a small repair to most of it again
epsilon =
    .help = Defects planted by a hand-off or an unclear word, at no clarity.
    .source = assumption
    .range = a third to more than twice

## Skill

skill_mean =
    .help = Mean skill in one's own domain at the start.
    .source = assumption
    .range = teams differ: from half of what can be known to more than three quarters
skill_sd =
    .help = Standard deviation of skill between members.
    .source = assumption
    .range = half to more than half again
skill_new =
    .help = Skill of a new hire in their own domain.
    .source = assumption
    .range = depends on who is hired
skill_away =
    .help = Skill in the other two domains, as a share of that in one's own.
    .source = assumption
    .range = from specialists to people who can do nearly all
k_learn =
    .help = Share of the missing skill gained in a 40-hour week of practice.
    .source = ramp of about eight months
    .range = a ramp of five months to more than a year
psi =
    .help = How much more is learnt in an hour of solving alone than in an hour of practice.
    .source = assumption
    .range = half to twice
k_gap =
    .help = How fast explained answers close the gap in skill to whoever answers.
    .source = calibrated on how much of the gain from easier asking lasts: Sandvik et al. 2020
    .range = half to twice

## Energy

r =
    .help = Rate at which energy recovers in the evening.
    .source = assumption: energy 0.8 at demand 1
    .range = with the drain it sets how rested people are: from 0.7 to 0.86 of full energy
d =
    .help = Rate at which demand drains energy.
    .source = assumption: energy 0.8 at demand 1
    .range = with recovery it sets how rested people are: from 0.71 to 0.86 of full energy
d_sd =
    .help = Spread of strain sensitivity between members, on the log scale.
    .source = set with the spread of emotional exhaustion in view: Maslach, Jackson & Leiter 1996
    .range = questionnaires spread widely; how much of that is lasting is open
r_w =
    .help = Rate at which a weekend restores energy.
    .source = assumption
    .range = half to twice, nearly
c_o =
    .help = Extra drain from weeks beyond 48 hours; quadratic.
    .source = Pencavel 2015; set so that weekly output is highest at 60 to 66 hours
    .range = one set of data from one factory; its peak of output may lie some hours off
tau_X =
    .help = Time in which exhaustion follows the lack of energy.
    .source = assumption
    .range = from three weeks to a quarter
theta =
    .help = Exhaustion above which a member counts as burnt out.
    .source = calibrated on 15-30 % burnt out: Wigert & Agrawal 2018, Gallup 2020
    .range = where the line is drawn is a convention: surveys count 15 to 30 %
k_i =
    .help = Demand added by each request or unwelcome offer received in a day.
    .source = sign: Gilboa et al. 2008
    .range = the sign is known, not the size: two fifths to more than twice
k_h =
    .help = Demand added by eight hours of being stuck.
    .source = sign: Crawford, LePine & Rich 2010
    .range = the sign is known, not the size: two fifths to twice
k_e =
    .help = Demand added by eight hours of help on duty, for emotional labour.
    .source = sign: Gilboa et al. 2008
    .range = the sign is known, not the size: half to twice
k_a =
    .help = Demand added to an assist leader by an unclear role.
    .source = sign: Gilboa et al. 2008
    .range = the sign is known, not the size: two fifths to twice
k_s =
    .help = Demand taken off by full support.
    .source = sign: Crawford, LePine & Rich 2010
    .range = the sign is known, not the size: two fifths to twice

## Morale

tau_M =
    .help = Time in which morale follows its causes.
    .source = assumption
    .range = half to twice
w_p =
    .help = Weight of progress (time not stuck) in morale.
    .source = assumption; concept: Amabile & Kramer 2011
    .range = half to nearly twice
w_s =
    .help = Weight of support in morale.
    .source = assumption
    .range = two fifths to twice
w_r =
    .help = Weight of recognition in morale.
    .source = assumption
    .range = two fifths to twice
w_a =
    .help = Weight of autonomy (no micromanagement) in morale.
    .source = assumption
    .range = two fifths to twice
w_x =
    .help = Weight of not being exhausted in morale.
    .source = assumption
    .range = half to half again
m_sd =
    .help = Standard deviation of members' own offset of morale.
    .source = assumption
    .range = half to nearly twice

## Turnover

h0 =
    .help = Yearly rate of leaving at morale one half and without exhaustion.
    .source = calibrated on 12-25 % leaving a year
    .range = trades differ: with morale as it is, some 12 to 25 % leave in a year
HR =
    .help = How steeply that rate rises with exhaustion.
    .source = set so that those burnt out leave 2.6 times as often; what was measured is looking for another job: Wigert & Agrawal 2018
    .range = what was measured is looking for another job; fewer or more may go
k_R =
    .help = How strongly unrecognised help drives people out.
    .source = assumption
    .range = nobody has measured it: two fifths to more than twice
vacancy =
    .help = Weeks until a leaver is replaced.
    .source = assumption
    .range = half to twice: from a month to a third of a year
knowledge_loss =
    .help = Share of a leaver's progress that is lost.
    .source = assumption
    .range = from a good handover to hardly any

## Recognition

visibility =
    .help = Chance that others notice help if nobody points it out.
    .source = assumption
    .range = two fifths to nearly twice
g_u =
    .help = How much recognition raises readiness to help.
    .source = Grant & Gino 2010
    .range = experiments with one favour; in daily work it may wear off

## Formal lead

p_approval =
    .help = Chance that finished work needs the lead's approval.
    .source = assumption
    .range = organisations differ: half to more than half again
mu_lead =
    .help = Approvals and decisions that the lead of a team of eight handles with full attention; larger teams have proportionally more leads.
    .source = assumption
    .range = from half an hour to two hours for a decision
escalate =
    .help = Chance that a question of clarity goes to the lead.
    .source = assumption
    .range = organisations differ: from a quarter to three quarters
depend =
    .help = Share of solving alone that the closest control takes away over time; correspondingly more questions of clarity go to the lead.
    .source = assumption; concept: Deci & Ryan 2000
    .range = the concept is supported, not the size
k_desk =
    .help = Share by which a lead adds more to clarity when the queue leaves all of their time free, and less when it leaves none.
    .source = assumption
    .range = nobody has measured it: from a quarter to three quarters

## Practices

k_practice =
    .help = How fast the effect of a board, a meeting or check-ins grows with the hours a week they get.
    .source = assumption
    .range = two fifths to more than twice
k_write =
    .help = Share of what is not yet written down that one hour a week of writing adds each week.
    .source = assumption
    .range = two fifths to more than twice

## Remote work

remote_contact =
    .help = Rate of asking, being noticed and getting to know one another when remote, as a share of that on site.
    .source = Emanuel, Harrington & Pallais 2023
    .range = one firm's engineers; others may lose a quarter or hardly any
remote_delay =
    .help = Time added to help across a distance.
    .source = assumption; sign: Emanuel, Harrington & Pallais 2023
    .range = the sign is known, not the size
remote_ease =
    .help = Demand taken off, and morale added, by working remotely: rest and autonomy.
    .source = calibrated on a third fewer leavers: Bloom, Han & Liang 2024
    .range = one firm; half to nearly twice

## Reporting

due_factor =
    .help = A task is on time when accepted within this many times the mean task's hours.
    .source = assumption
    .range = never drawn: what counts as on time is a convention
hire_cost =
    .help = What finding one hire costs, in hours of pay.
    .source = some 4,700 dollars a hire: Society for Human Resource Management 2022
    .range = half to twice: a survey's mean hides a wide spread
hourly_rate =
    .help = Pay per hour, used for costs.
    .source = assumption
    .range = never drawn: pay is known

## Formal lead

formal_lead =
    .help = Whether there is a formal lead, outside the headcount, who approves and decides.
    .source = scenario
    .range = never drawn: a decision
lead_attention =
    .help = Share of the lead's time that the queue gets; it is paid for.
    .source = assumption
    .range = never drawn: a decision
micromanagement =
    .help = How closely the lead controls: more interruptions, less safety and morale, slightly fewer mistakes.
    .source = a lead who trusts the team; scenarios about control set it
    .range = never drawn: a decision
lead_assists =
    .help = Share of the other questions, of any kind, with which the lead helps, in the same queue as approvals.
    .source = scenario
    .range = never drawn: a decision

## Assist leaders

assist_leaders =
    .help = How many members take the role.
    .source = scenario
    .range = never drawn: a decision
assist_who =
    .help = Who takes it.
    .source = assumption
    .range = never drawn: a decision
assist_share =
    .help = Share of the assist leader's time on duty for others.
    .source = assumption
    .range = never drawn: a decision
competence =
    .help = How good the assist leader is at it, at the start.
    .source = assumption
    .range = nobody knows beforehand how good someone will be at it
route =
    .help = Share of requests that go to an assist leader standing by.
    .source = assumption
    .range = never drawn: a decision
notice =
    .help = Rate at which an assist leader of full empathy notices a stuck member who has not asked.
    .source = assumption
    .range = never drawn: a decision
delegated =
    .help = Share of approvals that an assist leader on duty may decide.
    .source = assumption
    .range = never drawn: a decision
gatekeeping =
    .help = Share of questions to the lead that an assist leader standing by takes up first.
    .source = assumption
    .range = never drawn: a decision
pass_on =
    .help = Whether an assist leader also passes questions on to colleagues at work who would be quicker, not only to idle ones.
    .source = scenario
    .range = never drawn: a decision
stretch =
    .help = Whether an assist leader who delegates picks the tasks that teach people most, not those they know best.
    .source = scenario
    .range = never drawn: a decision
relief =
    .help = Whether assist leaders take over work from those burnt out, and do work first while a seat is empty.
    .source = scenario
    .range = never drawn: a decision
successors =
    .help = Whether those helped by an assist leader learn the role; the best prepared is next, and sooner if there is a way up.
    .source = scenario
    .range = never drawn: a decision

## Profile of the assist leader

empathy =
    .help = Notices who is stuck.
    .source = assumption
    .range = people's strengths differ
collaboration =
    .help = Speeds help across groups, mends trust between them and lets people know what others know.
    .source = assumption
    .range = people's strengths differ
delegation =
    .help = Makes sure tasks go to the people they suit.
    .source = assumption
    .range = people's strengths differ
learning =
    .help = Improves the assist leader's own craft while on duty.
    .source = assumption
    .range = people's strengths differ
long_term =
    .help = Explains more while helping.
    .source = assumption
    .range = people's strengths differ
listening =
    .help = Raises safety and reduces misunderstandings.
    .source = assumption
    .range = people's strengths differ
ambiguity =
    .help = Makes goals clearer.
    .source = assumption
    .range = people's strengths differ
fairness =
    .help = Spreads who is asked to help.
    .source = assumption
    .range = people's strengths differ
humility =
    .help = Passes the credit on.
    .source = assumption
    .range = people's strengths differ

## Care

recognition =
    .help = How much help is made visible and thanked.
    .source = assumption
    .range = never drawn: a decision
role_charter =
    .help = Whether a written charter says who decides what.
    .source = assumption: clarity of roles 0.9
    .range = never drawn: a decision
career_path =
    .help = How far helping counts for a career.
    .source = assumption
    .range = never drawn: a decision
training =
    .help = Hours a week of training for each assist leader in the first eight weeks.
    .source = assumption
    .range = never drawn: a decision
team_training =
    .help = Hours of training a week for everyone, in the first eight weeks.
    .source = assumption
    .range = never drawn: a decision

## Practices

shared_board =
    .help = Hours a week each person gives to a board that shows who is stuck and which tasks wait.
    .source = scenario
    .range = never drawn: a decision
huddle =
    .help = Hours a week of a meeting, such as a stand-up, in which everyone says what they do and need.
    .source = scenario
    .range = never drawn: a decision
documentation =
    .help = Hours a week each person writes down what they know, for newcomers and for whoever takes over a task.
    .source = scenario
    .range = never drawn: a decision
check_ins =
    .help = Hours a week in which those who work remotely keep in touch by call or message.
    .source = scenario
    .range = never drawn: a decision

## Conditions

extra_members =
    .help = How many people are hired on top of the team when the change comes.
    .source = scenario
    .range = never drawn: a decision
remote_share =
    .help = Share of members who work remotely.
    .source = scenario
    .range = never drawn: a decision
hours_per_week =
    .help = Paid hours per week.
    .source = scenario
    .range = never drawn: a decision
improvement_share =
    .help = Share of paid time for fixing what keeps blocking work; time standing by, the lead's free time and idle time are used first.
    .source = scenario
    .range = never drawn: a decision
automation =
    .help = Share of help, approvals and questions of clarity that software takes over.
    .source = assumption
    .range = never drawn: a decision
