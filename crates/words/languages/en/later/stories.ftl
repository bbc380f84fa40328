### Table
### A row for each built-in scenario, in the order shown: the story, what its drawing shows, what is claimed, why model and
### claim may differ, who is who, and three questions to try.

software =
    .story =
        Eight developers, half of them on the app and half on the service behind it, build a large feature. The
        project lead is drowning in technical detail, so questions wait and each half guesses what the other is doing.
        In the second team one experienced developer spends two days a week on the others: answering questions,
        bringing the right two people together, explaining instead of fixing.
    .picture =
        Two developers puzzle at their laptops; a third stands at a whiteboard whose halves have notes of different
        colours, and joins them.
    .claim = Shipped two days ahead of a deadline six weeks away: some 7 % more done each week.
    .differs =
        Stories are told about the team that made it; the model averages over many teams like it, lucky and unlucky.
        In the model the hours have a price, too: while the assist leader helps, her own work waits. What she saves by
        spotting a flaw before anyone runs into it is not in the model at all. Two more effects are smaller than they
        are told: a work item takes some 8 % less time, not a fifth less, as when ten days become eight; and the
        project lead is hardly relieved, with some 3 % less to do.
    .who-1 = Project lead
    .what-1 = approves and decides, but is lost in technical detail for most of the week
    .who-2 = Developers
    .what-2 = half of them on the app, half on the service behind it; each half knows little of the other
    .who-3 = Assist leader
    .what-3 = an experienced developer without a title, who answers, explains and brings the right two people together
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if the assist leader had only one day a week for it?
    .try-2 = Would a shared board alone have done the job?
    .try-3 = What if requirements had been clear from the start?
emergency =
    .story =
        Fourteen nurses and physicians in three areas treat whoever comes in. In the fifth week an outbreak brings a
        quarter more patients for six weeks. In the second team an experienced nurse watches the flow, finds beds and
        people in other units and settles what is unclear before it holds anyone up.
    .picture =
        A corridor with a row of waiting patients, a bed on wheels, and a nurse with a clipboard who keeps an eye on
        both.
    .claim = Waiting times 15 % shorter during the surge, and better morale.
    .differs =
        Waiting times react far more strongly than the work itself: near full load, a few minutes saved on each
        patient empty the waiting room. So small differences in load make large ones in waiting. And the model’s
        figure is for the whole half year, not for the weeks of the surge alone. New rosters are not in the model; a
        dashboard can be, as a shared board that shows who is stuck, but neither team has one here.
    .who-1 = Head of department
    .what-1 = signs what needs a signature and settles what nobody else may
    .who-2 = Nurses and physicians
    .what-2 = three areas that share patients, beds and rooms with the rest of the hospital
    .who-3 = Flow nurse
    .what-3 = is the assist leader: finds beds and people elsewhere, and clears up doubts before they hold anyone up
    .who-4 = Patients
    .what-4 = the tasks in this model; they come when they come, and more of them during the outbreak
    .try-1 = What if a tenth more patients came at all times?
    .try-2 = Would a shared board alone have done the job?
    .try-3 = What if the flow nurse could sign for the head of department?
marketing =
    .story =
        Twelve people in four regions prepare one campaign. Each piece depends on others, approvals sit with a
        campaign manager who is mostly with the client, and in the fourth week the client changes the brief. In the
        second team an operations specialist keeps one list, one calendar and one place for the material, and sorts
        out what the change means for whom.
    .picture =
        A globe between four speech bubbles, each with another sign, and above it a person with one shared calendar.
    .claim =
        The campaign went out on time and drew 20 % more engagement than earlier ones. The engagement of an audience
        is not in this model; how long the campaign takes is.
    .differs =
        How an audience responds is outside this model, so the claim can’t be tested here. How long the campaign takes
        can be. A late change costs both teams the same work again; an assist leader shortens the confusion that
        follows, not the work itself. And a project is over only when its last piece is, so one slow piece decides
        more than many quick ones. Nor do fewer mistakes come through: help catches some, but manager and specialist
        do not always want the same thing, and misunderstandings cause some 56 % more of them than in the first team.
        A role charter puts that right.
    .who-1 = Campaign manager
    .what-1 = approves half of the material, and is mostly with the client
    .who-2 = Specialists
    .what-2 = in four regions, each of which trusts its own people first and waits for the others’ pieces
    .who-3 = Operations specialist
    .what-3 = is the assist leader: keeps one list, one calendar, one place for the material
    .who-4 = Client
    .what-4 = changes the brief; much of the work in hand has to be done again
    .try-1 = What if a charter said who decides what?
    .try-2 = Would the shared list alone have done the job?
    .try-3 = What if the specialist could grant half of the approvals?
nonprofit =
    .story =
        Ten people, most of them volunteers at home, get learning materials to schools through partners and local
        offices. Messages go through many channels, and half of the obstacles need somebody elsewhere. In the eighth
        week a shipment gets stuck, for three weeks. In the second team a coordinator keeps one shared board and one
        channel, and finds a way round.
    .picture =
        A crate of books stands before a closed barrier; a person on the telephone finds a way over it to the school.
    .claim = Over 95 % of the materials arrived on time.
    .differs =
        The claim is a level, not a difference: it says how the team did with a coordinator, not how it would have
        done without one. The model gives both. It has no second warehouse to ship from; its coordinator only shortens
        the wait for an answer. How much arrives on time depends above all on how full the week was before the
        shipment got stuck.
    .who-1 = Programme lead
    .what-1 = approves what needs approval; few deliveries do
    .who-2 = Volunteers
    .what-2 = most of them at home and part-time, with partners and local offices in between
    .who-3 = Coordinator
    .what-3 =
        is the assist leader: keeps one shared board and one channel, and finds a way round when something is stuck
    .who-4 = Deliveries
    .what-4 = the tasks in this model, each due within a fixed time
    .try-1 = Would the shared board alone have done the job?
    .try-2 = What if the coordinator had half the time for it?
    .try-3 = What if everyone worked in one office?
basketball =
    .story =
        Twelve players prepare game after game. They are good, but on the court they misunderstand each other, and the
        coach cannot be everywhere. In the second team a veteran who is not even captain watches the tapes, talks to
        each player and drills the rotations in small groups.
    .picture =
        A court seen from above: players in two colours, the path of the ball, and in the middle a veteran who sends
        two of them round.
    .claim =
        The defence became markedly better, and the team won the play-offs. Winning is not in this model; mistakes
        that come through are.
    .differs =
        Winning is not in the model, and neither is watching tapes. In the model mistakes come from haste, lack of
        skill and misunderstandings. A veteran who listens and explains prevents some, and whoever helps spots others
        before the game does. At times coach and veteran contradict each other, which undoes part of that: with a role
        charter that says who decides what, even fewer come through.
    .who-1 = Coach
    .what-1 = cannot be everywhere
    .who-2 = Players
    .what-2 = skilled, often unclear about who covers whom
    .who-3 = Veteran
    .what-3 = is the assist leader: talks to each player, explains, drills small groups
    .who-4 = Drills
    .what-4 = the tasks in this model; a mistake that is not noticed comes through in the game
    .try-1 = What if help came without an explanation?
    .try-2 = What if players did not dare to ask?
    .try-3 = Would a weekly meeting alone have done the job?
research =
    .story =
        Seven scientists from three disciplines work on one grant. The principal investigator raises money and is
        hardly there; tasks are large, goals unclear, and much has never been done before. In the ninth week the main
        experiment fails, and with it much of the work in hand. In the second team a postdoc holds weekly meetings,
        sees that data are written down, and gets the group to talk about what to do instead.
    .picture =
        A cracked flask on a bench; beside it three scientists under a board on which an arrow takes a new turn.
    .claim =
        The failure led to a change of approach and to the breakthrough that secured further funding. Ideas are not in
        this model; how fast the group gets work done again is.
    .differs =
        There are no breakthroughs in this model: it has no ideas, only work. What it can show is how soon a group
        that has lost its work gets going again. Here the postdoc’s answers count, since the investigator gives few;
        but they do not come free, for the postdoc’s own work waits meanwhile. Nor do people grow by them: skill ends
        lower, if only by some 1 %.
    .who-1 = Principal investigator
    .what-1 = raises money, and is hardly ever in the laboratory
    .who-2 = Scientists
    .what-2 = three disciplines, large tasks, much that has never been done before
    .who-3 = Postdoc
    .what-3 = is the assist leader: holds weekly meetings, sees that data are written down, asks what to do instead
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if the investigator had more time?
    .try-2 = Would the weekly meetings alone have done the job?
    .try-3 = What if two postdocs shared the role?
over_assisting =
    .story =
        Eight people whose work is seldom blocked. In the second team one of them does nothing but assist: mostly
        stands by, and often offers help to people who need none.
    .picture = Under a bright sun one person holds a huge umbrella over four others.
    .claim = Everybody can use an assist leader.
    .differs =
        Help is worth what it saves. Where work is seldom stuck there is little to save, and a whole working week is a
        high price. Being looked after without need lowers morale as well. One thing improves all the same: time
        stuck. Anyone who looks only at that will think the role pays.
    .who-1 = Formal lead
    .what-1 = answers questions and approves work
    .who-2 = Members
    .what-2 = seldom stuck
    .who-3 = Assist leader
    .what-3 = has no other work, stands by, and is not good at telling who needs help
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if work were blocked four times as often?
    .try-2 = What if the role took only one day a week?
    .try-3 = What if the team were twice as large?
overload_knee =
    .story =
        Thirty people share one assist leader. Requests pile up on one desk, and most people hardly notice that there
        is someone to ask.
    .picture = A crowd of people in front of a single desk, at which one person sits with a lamp and a pile of papers.
    .claim = What works for eight works for thirty.
    .differs =
        The direction holds, the size does not: one person’s hours, spread over so many colleagues, do a fraction for
        each, and that person tires nearly twice as much as in a team of eight.
    .who-1 = Formal lead
    .what-1 = answers questions and approves work
    .who-2 = Members
    .what-2 = thirty people in six groups
    .who-3 = Assist leader
    .what-3 = one for all of them
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if there were eight people instead of thirty?
    .try-2 = What if there were four assist leaders?
    .try-3 = What if the assist leader helped all week?
helper_burnout =
    .story = Work is hard and often blocked; one person carries the others, four days a week, for a year.
    .picture = One person holds up a stack of boxes; the battery beside them is nearly empty.
    .claim = Good helpers can take it.
    .differs =
        The team gains and its helper pays: being asked, interrupted and leant on takes energy faster than an evening
        gives it back. The team’s averages show little of it, since there is one helper among many: some 7 % more
        people are burnt out. Look at the helper alone.
    .who-1 = Formal lead
    .what-1 = answers questions and approves work
    .who-2 = Members
    .what-2 = often stuck, on demanding work
    .who-3 = Assist leader
    .what-3 = helps four days of five
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if two people shared the role?
    .try-2 = What if help were seen and thanked?
    .try-3 = What if the role took only one day a week?
role_confusion =
    .story =
        There is a lead, there is an assist leader, and nobody has said who decides what. Their answers contradict
        each other, and the mistakes show later.
    .picture =
        A signpost whose arms point in opposite directions; below it someone with question marks stands between two
        people who both point.
    .claim = It will sort itself out.
    .differs =
        Where both have had a say in the same piece of work, they may want different things, and the mistake shows
        much later: the work gets faster, but more mistakes come through. The two do learn who decides what, but
        slowly. With a charter that says so from the start, fewer mistakes come through than without an assist leader,
        for whoever helps also spots some.
    .who-1 = Formal lead
    .what-1 = answers questions and decides
    .who-2 = Members
    .what-2 = ask whoever is nearer
    .who-3 = Assist leader
    .what-3 = answers the same questions, sometimes differently
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if a charter said who decides what?
    .try-2 = What if the assist leader took most questions off the lead?
    .try-3 = What if more mistakes were found in time?
dependency =
    .story =
        For two years an assist leader solves what others are stuck on, without explaining. Nobody learns by solving
        problems any more.
    .picture = One person hands out fish from a bucket to a row of others; a fishing rod stands unused beside them.
    .claim = Help is help.
    .differs =
        People learn by solving problems. Help that takes the problem away takes the lesson too, and after two years
        skill is lower than in the team that muddled through. In their own field people are nearly as good; it is the
        rest that they lack, so they depend on whoever knows it. Output does not show it: as long as the helper is
        there, all is well. Nor do people take more into their own hands: they solve a third fewer blockers alone.
    .who-1 = Formal lead
    .what-1 = answers questions and approves work
    .who-2 = Members
    .what-2 = learn from what they solve themselves, if they do
    .who-3 = Assist leader
    .what-3 = solves quickly, explains nothing
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if help came with an explanation?
    .try-2 = What if people tried longer before they asked?
    .try-3 = What if this went on for half a year instead of two years?
approvals =
    .story = Nearly everything needs approval, and the lead has no time. More help only means that more work waits.
    .picture = A funnel full of papers ends at one person with a stamp.
    .claim = Assisting speeds up any team.
    .differs =
        A team is only as fast as its slowest link. The assist leader shortens the time people are stuck, but what is
        finished sooner waits for the lead instead. Let the assist leader approve some of it, and the same hours
        suddenly count.
    .who-1 = Formal lead
    .what-1 = must approve nearly everything, and has no time
    .who-2 = Members
    .what-2 = finish work that then lies in the lead’s tray
    .who-3 = Assist leader
    .what-3 = speeds up what was not the bottleneck
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if the assist leader could grant half of the approvals?
    .try-2 = What if the lead had twice as much time?
    .try-3 = What if only three tasks in ten needed approval?
unrecognised =
    .story =
        One person helps everybody, modestly passes the credit on, and nobody notices. Help that goes unseen drives
        people out.
    .picture = Three people in the light of a stage; behind the curtain someone holds its rope.
    .claim = They do it gladly.
    .differs =
        In the model unseen effort makes people want to leave, and passing the credit on keeps it unseen. The team is
        happier, yet more likely to lose people, because the one who helps is the one who thinks of going. Thank that
        person, and the risk falls instead.
    .who-1 = Formal lead
    .what-1 = sees what is finished, not who made it possible
    .who-2 = Members
    .what-2 = glad of the help
    .who-3 = Assist leader
    .what-3 = passes the credit on
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if everyone could see who helps?
    .try-2 = What if helping counted towards a career?
    .try-3 = What if the helper were less modest?
takers =
    .story = Most of the team ask readily and seldom answer. Whoever helps gets used.
    .picture = From all sides people reach for the one small bowl that a single person holds.
    .claim = Kindness is contagious.
    .differs =
        Help does get passed on in this model, but only by those inclined to help. Among takers the requests pile up
        on whoever never refuses, and it is that person who tires. With the assist leader some 12 % less help is
        passed on, not more.
    .who-1 = Formal lead
    .what-1 = answers questions and approves work
    .who-2 = Members
    .what-2 = most of them takers: quick to ask, slow to answer
    .who-3 = Assist leader
    .what-3 = one of the few who say yes
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if there were four givers instead of one?
    .try-2 = What if two people shared the role?
    .try-3 = What if people were half as quick to ask?
silos =
    .story =
        Sixteen people in four groups that hardly trust each other; half of what blocks them lies with another group.
    .picture = Four towers without doors; two people on ladders stretch lines between their windows.
    .claim = Connectors are worth most where groups are apart.
    .differs =
        Time stuck falls, since someone now knows whom to ask. But the claim says more: that connecting is worth most
        where groups are apart. That takes a comparison. In output the model agrees: where groups trust and know each
        other from the start, the gain is half as large. In time stuck it hardly does: most of the gain is still
        there.
    .who-1 = Formal lead
    .what-1 = answers questions and approves work
    .who-2 = Members
    .what-2 = sixteen people in four groups that trust their own
    .who-3 = Assist leaders
    .what-3 = two, who know someone everywhere
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if the groups trusted each other from the start?
    .try-2 = What if the assist leaders hardly connected people?
    .try-3 = What if there were two groups instead of four?
remote =
    .story = The same team, all at home. Nobody sees who is stuck, and all help takes a call.
    .picture = Six windows of a video call, one of them with a question mark that nobody looks at.
    .claim = The role matters more at a distance.
    .differs =
        At a distance there is more to gain, and each gain costs more: less is noticed, and helping takes longer. In
        the model the role adds somewhat more output at home than in one office. Both teams pay what distance costs in
        output, and both gain the rest and the freedom of working from home.
    .who-1 = Formal lead
    .what-1 = a call away
    .who-2 = Members
    .what-2 = all at home, where nobody sees them stuck
    .who-3 = Assist leader
    .what-3 = has to go looking
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if half of them came back to the office?
    .try-2 = What if the assist leader noticed sooner who is stuck?
    .try-3 = What if reaching someone took a third of the time?
turnover =
    .story =
        People leave often, and much of what they know leaves with them. In the second team someone keeps hold of it.
    .picture = A revolving door through which people leave; one stays at a desk with a thick book of notes.
    .claim = Assist leaders are the memory of an organisation.
    .differs =
        More gets done, mostly because help comes sooner, and where many are new there is plenty to help with. Some of
        it is memory: newcomers learn from answers, and skill at the end is a little higher. All the same, every
        leaver takes along what they knew of who knows what. Writing things down counts for less: when everyone does
        so for half an hour a week instead, the skill of newcomers rises by some 2 %, and with the assist leader by
        some 6 %.
    .who-1 = Formal lead
    .what-1 = answers questions and approves work
    .who-2 = Members
    .what-2 = come and go; much of what they know goes with them
    .who-3 = Assist leader
    .what-3 = stays a little longer than the others, perhaps
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if everyone wrote things down instead?
    .try-2 = What if vacancies lasted half a year?
    .try-3 = What if the assist leader prepared successors?
automation =
    .story = Both teams have software that answers routine questions. Is there anything left to assist with?
    .picture = A machine takes in question marks while two people talk over tea.
    .claim = Automation frees assist leaders for what needs people.
    .differs =
        Software answers the easy questions in both teams, so the assist leader is left with fewer, and with the
        harder ones. The role still pays here, but less than it does without the software. The hours set free could go
        into fixing what keeps blocking work; neither team sets time aside for that here (lever: Time for improving).
    .who-1 = Formal lead
    .what-1 = answers what the software cannot
    .who-2 = Members
    .what-2 = ask the software first
    .who-3 = Assist leader
    .what-3 = gets the questions that are left
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if neither team had the software?
    .try-2 = What if the software took over nearly everything?
    .try-3 = What if most blockers called for expertise?
ambiguity =
    .story = Goals are unclear, and what most people wait for is a decision or an explanation.
    .picture =
        A team in fog at a fork in the road, before a signpost that shows only a question mark; one person carries a
        lantern.
    .claim = Where goals are unclear, assist leaders make the difference.
    .differs =
        The role pays here, and you can see why: someone who is at ease with what is unclear makes goals clearer for
        the others too, and answers what the lead has no time for. But clear goals from the start, in both teams, are
        worth more than the assist leader, and take nobody’s time.
    .who-1 = Formal lead
    .what-1 = decides, when there is time
    .who-2 = Members
    .what-2 = wait for someone to say what is wanted
    .who-3 = Assist leader
    .what-3 = at ease with what is unclear
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if goals were clear from the start?
    .try-2 = What if the assist leader could not stand ambiguity?
    .try-3 = What if the lead had more time?
already_good =
    .story =
        A team that is skilled and seldom stuck, knows what is wanted, and feels safe. It does well with an assist
        leader, and would do well without one: a comparison of before and after would not tell.
    .picture =
        A cheerful team on a podium with a cup, and beside it the same team, just as cheerful, with party hats and no
        podium.
    .claim = The best teams have assist leaders.
    .differs =
        Good teams can afford an assist leader, and easily credit their success to one. The model can do what a report
        can’t: run the same team without. Then a little more gets done: with an assist leader people are stuck for
        less time, but the hours of helping cost more than they save.
    .who-1 = Formal lead
    .what-1 = answers questions and approves work
    .who-2 = Members
    .what-2 = skilled, safe, clear about what is wanted, seldom stuck
    .who-3 = Assist leader
    .what-3 = praised for a success that was coming anyway
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if the team were often stuck?
    .try-2 = What if people were less skilled?
    .try-3 = What if the role took only one day a week?
two_ways_to_lead =
    .story =
        First team: a lead who wants to see everything. Second team: the same lead lets go, and one member assists.
    .picture =
        On the left a big eye over a person at a desk; on the right an open door through which a colleague comes to
        help.
    .claim = Leads who support get more out of people than leads who control.
    .differs =
        Two things change at once here. Most of the gain in morale comes from letting go, which needs no assist
        leader; in output, letting go and the assist leader each add about as much. Control is good for something,
        too: where the lead only lets go, some 11 % more mistakes come through, since nobody looks. With the assist
        leader as well there are no more than under control. And where others report that engagement rose from 65 to
        85 of 100, here it goes from 66 to 71.
    .who-1 = Formal lead
    .what-1 = in the first team wants to see everything, in the second lets go
    .who-2 = Members
    .what-2 = feel watched, or trusted
    .who-3 = Assist leader
    .what-3 = in the second team only
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if the lead only let go, without an assist leader?
    .try-2 = What if there were an assist leader, but just as much control?
    .try-3 = What if the first team’s lead were less controlling?
lead_away =
    .story =
        Half of what is finished needs the lead’s approval, and from the ninth week the lead is away for two months.
        In the second team one member helps the others, and may grant four approvals in five.
    .picture =
        By an open door an empty armchair stands behind a desk with a tall pile of papers; a colleague holds a stamp.
    .claim = With an assist leader the work goes on while the lead is away.
    .differs =
        It does: over the half year some 13 % more gets done. But help is the smaller part of it. Where the lead
        stays, the same role adds some 3 %; where the lead goes and has left it nothing to decide, some 2 %, since
        finished work waits all the same. What counts is that somebody may decide, and that this was settled before
        the lead left.
    .who-1 = Formal lead
    .what-1 = approves half of the work, then is away for eight weeks
    .who-2 = Members
    .what-2 = go on working while what is finished waits
    .who-3 = Assist leader
    .what-3 = helps, and may decide most of what the lead would
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if the assist leader could decide nothing?
    .try-2 = What if the assist leader had only half a day a week?
    .try-3 = What if only a tenth of the work needed approval?
everything_changes =
    .story =
        Plans change every four weeks: much of the work in hand must be done again, and for two weeks work is blocked
        more often. The first team has a lead who wants to see everything. In the second the same lead lets go, and
        one member assists.
    .picture =
        On a wall chart an arrow is crossed out, and a new one points elsewhere; below, one person throws up their
        hands while another explains the new way to two colleagues.
    .claim = Control fails where things change fast.
    .differs =
        The second team gets some 15 % more done. But where nothing changes it is still some 13 %: control costs
        nearly as much in calm times. Work that must be done again costs both teams the same. What is left of the
        claim is that changes bring new obstacles, and the more of these there are, the more it matters how a team is
        led.
    .who-1 = Formal lead
    .what-1 = in the first team wants to see everything, in the second lets go
    .who-2 = Members
    .what-2 = start over with much of their work, six times in half a year
    .who-3 = Assist leader
    .what-3 = in the second team only
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if the lead let go in both teams?
    .try-2 = What if the lead let go and nobody assisted?
    .try-3 = What if work were blocked twice as often?
new_tool =
    .story =
        Overnight the old tool is gone, and two fifths of everyone’s skill with it. In the second team one member has
        time for the others, and explains more than most would.
    .picture =
        A strange machine with levers and dials; two people puzzle over it while a colleague shows them a page of the
        manual.
    .claim = People learn a new tool faster with someone at hand who explains.
    .differs =
        In the model it is the other way round: after half a year skill is 2 to 3 % lower with the assist leader.
        People learn more from finding out than from an answer, even a good one, and with help at hand they find out
        less for themselves. Some 1 % more gets done all the same. Without a new tool the role would add twice that:
        here the one who explains is a beginner too.
    .who-1 = Formal lead
    .what-1 = answers questions and approves work
    .who-2 = Members
    .what-2 = beginners again in much of their work
    .who-3 = Assist leader
    .what-3 = has to learn the tool like everyone else, and explains what is known so far
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if everyone had training instead?
    .try-2 = What if nothing were explained?
    .try-3 = What if the most skilled of them took the role?
merger =
    .story =
        Two groups of six become one team. They do not know who knows what on the other side and trust hardly anybody
        there; yet half of what blocks them lies with the others. In the second team one member makes a point of
        bringing them together.
    .picture =
        Two houses with a gap between them; on a plank across it stands a person who holds hands with one on each
        side.
    .claim = A go-between makes one team of two.
    .differs =
        Trust between the groups ends more than twice as high, and some 4 % more gets done: twice what the same role
        adds where there was no merger. It is connecting that does it: an assist leader who helps but hardly connects
        people brings a quarter of the gain in trust and half of the gain in output. A meeting of all, half an hour a
        week, nearly doubles trust as well, but hardly any more gets done.
    .who-1 = Formal lead
    .what-1 = answers questions and approves work
    .who-2 = Members
    .what-2 = two groups of six that have just been put together
    .who-3 = Assist leader
    .what-3 = knows people on both sides, and introduces them to each other
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if there were only a weekly meeting of all?
    .try-2 = What if the assist leader hardly connected people?
    .try-3 = What if little of what blocks them lay with the other group?
loudest_voice =
    .story =
        Three of eight people ask and speak up far less readily than the others, and the lead looks over everyone’s
        shoulder. Both teams set a little time aside to fix what keeps blocking work, once somebody has pointed it
        out. In the second, one member listens, is fair, and asks those who have said nothing.
    .picture =
        Around a table one person shouts through a megaphone; at the other end a colleague cups an ear to somebody
        with a tiny speech bubble.
    .claim = Every voice is heard.
    .differs =
        Nearly: between quiet members and the others the gap in ideas shrinks by some 70 %, the gap in time stuck by
        more than 80 %. Listening and fairness do it; without them, the same hours of help do not narrow the gap in
        ideas. Nor does that gap close by itself when the lead lets go: then everyone says more, but the loud most of
        all, and it grows.
    .who-1 = Formal lead
    .what-1 = looks over everyone’s shoulder, in both teams
    .who-2 = Members
    .what-2 = five who speak up, and three who seldom do
    .who-3 = Assist leader
    .what-3 = listens, is fair, and asks those who have said nothing
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if the assist leader did not listen and was not fair?
    .try-2 = What if the lead let go and nobody assisted?
    .try-3 = What if five of the eight kept quiet?
board_or_person =
    .story =
        Both teams spend eight hours a week so that nobody stays stuck. In the first, each of eight people gives half
        an hour to a shared board and as long to a meeting. In the second, one of them has a day for the others.
    .picture =
        On the left two people before a board with notes; on the right a colleague with a hand on another’s shoulder.
    .claim = The board alone would have done the job.
    .differs =
        Not quite. Both teams have board and meeting for twelve weeks; then, for the same eight hours, the team with a
        person in their place gets some 1 % more done. But it is the meeting that falls behind. The board alone, at
        four hours a week, gets as much done as a person with the same time. More time for the board brings nothing
        more, while more time for the person does. Half a day of the person, with the board as well, gets as much done
        as the whole day.
    .who-1 = Formal lead
    .what-1 = answers questions and approves work
    .who-2 = Members
    .what-2 =
        in the first team each of them gives an hour a week to board and meeting, some three quarters of which the
        model takes from their work
    .who-3 = Assist leader
    .what-3 = in the second team only, eight hours a week on duty
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if it were the board alone against half a day of the person?
    .try-2 = What if the person had the board as well?
    .try-3 = What if work were blocked twice as often?
baseline =
    .story =
        Eight people, none of whom ever leaves, the same policy in both teams, all other values at their defaults: a
        blank sheet for your own question.
    .picture = A table with eight empty chairs, seen from above, with a blank sheet of paper and a pencil.
    .claim = { "" }
    .differs = { "" }
    .who-1 = Formal lead
    .what-1 = answers and approves, with limited time
    .who-2 = Members
    .what-2 = eight people in two groups, all values at their defaults
    .who-3 = Assist leader
    .what-3 = nobody yet
    .who-4 = { "" }
    .what-4 = { "" }
    .try-1 = What if the second team had an assist leader?
    .try-2 = What if the second team had a shared board?
    .try-3 = What if the second team had one more person?
