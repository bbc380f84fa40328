### Table
### A row for each sample question, in the order shown: the question, what to watch, and why it comes out so.

unthanked = What if nobody thanks them?
    .watch = the risk that people leave: it is higher in the second team, although morale is higher there, too.
    .why = Whoever helps unseen thinks of going. Raise “Recognition”, and the risk falls instead.
one-day = What if the role took only one day a week?
    .watch = time stuck: it still falls, but by less.
    .why =
        Half the time reaches about half as many of those who are stuck, and keeps half as much of the assist
        leader’s own work waiting.
hardly-stuck = What if work hardly ever got stuck?
    .watch = whether anything is left of the gain in output.
    .why =
        Help is worth what it saves. With nothing to unblock, the hours set aside for helping are hours not worked.
one-for-thirty = What if one person helped thirty?
    .watch = time stuck, and the exhaustion of the assist leader.
    .why = The same hours are spread over nearly four times as many people, and all of them ask the same person.
clear-goals = What if goals were clear from the start?
    .watch = the gain in output: it shrinks, because both teams do better without help.
    .why = Much of what an assist leader clears up need not be unclear. Clear goals cost nobody’s hours.
not-daring = What if people did not dare to ask?
    .watch = time stuck in both teams: it rises, and rises less where somebody notices.
    .why =
        Someone who does not ask has to be noticed. That is what noticing is for, and why the role is worth more in a timid team.
never-explaining = What if help came without any explanation?
    .watch = skill, over two years: it ends lower with help than without.
    .why = People learn by solving problems. Help that takes the problem away takes the lesson too.
two-answers = What if two people gave different answers?
    .watch = the mistakes that come through: more of them, while more gets done.
    .why =
        A lead and an assist leader contradict each other where nobody has said who decides. Switch on “Role charter”,
        and fewer come through.
from-home = What if everyone worked from home?
    .watch = output in both teams: it falls, with an assist leader and without.
    .why = A screen does not show who is stuck, and all help takes a call first.
sharing-the-role = What if two people shared the role?
    .watch = the exhaustion of those who help: the same hours on four shoulders instead of two.
    .why = Requests are spread over two people, and each can rest from them in work of their own.
mending = What if the team fixed what keeps coming back?
    .watch = output, with nobody assisting: the gain comes late, as one cause after another is fixed.
    .why =
        One hour in twenty goes into causes that someone has pointed out. An assist leader helps with a blocker; this keeps it from coming back.
lead-lets-go = What if the lead simply let go?
    .watch = morale: most of the gain is still there, without any assist leader.
    .why =
        In the scenario two things change at once. Being trusted lifts morale by itself, and output about as
        much as being helped does.
signatures = What if nearly everything needed a signature?
    .watch = output: it does not rise, however much help there is.
    .why = A team is only as fast as its slowest link. What the assist leader saves waits on the lead’s desk instead.
board-for-patients = What if the department had a board instead of the flow nurse?
    .watch = how long patients wait: less than without the board, but the nurse saves nearly twice as much.
    .why =
        The board shows who is stuck, so nobody has to own up to it, and people ask sooner. The nurse also
        finds those who don’t ask, and has the time to answer.
board-for-campaign = What if the campaign had a board and nobody to look after it?
    .watch = how long the campaign takes: the board saves a third of what the specialist does.
    .why = Help is asked for sooner, but whoever answers has their own work waiting. The specialist has time set aside.
board-for-deliveries = What if the volunteers had only the shared board?
    .watch = how many deliveries are on time: a few more, and far fewer than with the coordinator.
    .why = The board shows who is stuck; somebody still has to find the time, and the person elsewhere who can act.
meeting-for-research = What if the scientists had a weekly meeting and no postdoc to help?
    .watch = output: hardly any different from the team that does not meet.
    .why =
        After a meeting everyone has a better idea of who knows what. But it takes an hour from each, as much
        as that saves.
catching = What if help were contagious, and refusal too?
    .watch = help given by the others: it dries up in the first team and holds in the second.
    .why =
        People come to help as readily as they were helped. Someone who seldom refuses keeps that from going downhill.
not-heard = What if nobody listened to the quiet?
    .watch = how much longer quiet members are stuck: the assist leader hardly shortens it.
    .why =
        Quiet members ask when they are listened to. Without listening and fairness, help goes to those who call for
        it.
not-admitted = What if feeling safe did not bring mistakes to light?
    .watch = the mistakes that come through: as many with the assist leader as without.
    .why =
        Most mistakes that no longer come through were made all the same. They were found because people who
        feel safe speak of them.
lead-helps = What if the lead did the helping?
    .watch = output: it falls, and work waits longer for approval.
    .why = Questions and approvals wait in the same queue, and the lead has two days in five for both.
heirs = What if the assist leader prepared successors?
    .watch = possible successors: some five of eight people after a year, while output stays as it was.
    .why = It costs nothing now and shows once the assist leader goes.
