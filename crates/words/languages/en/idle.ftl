# Why a lever does nothing as things stand, and what the other team has.

no-effect = Has no effect: { $reason }.
    .first = Has no effect in the first team: { $reason }.
    .second = Has no effect in the second team: { $reason }.
    .each = Has no effect: { $first }, and { $second }.

# The reasons. Those that are of a team are said of the first, of the second, of one that has just been named, and of both.
no-assist-leader = it has no { $assist }
    .first = the first team has no { $assist }
    .second = the second team has no { $assist }
    .both = neither team has { A($assist) }
no-lead = it has no { $lead }
    .first = the first team has no { $lead }
    .second = the second team has no { $lead }
    .both = neither team has { A($lead) }
no-duty = it has no time for assisting
    .first = the first team has no time for assisting
    .second = the second team has no time for assisting
    .both = nobody has time for assisting
short-weeks = it has no weeks over 48 hours
    .first = the first team has no weeks over 48 hours
    .second = the second team has no weeks over 48 hours
    .both = no week has more than 48 hours
nobody-remote = nobody works remotely
    .first = nobody works remotely in the first team
    .second = nobody works remotely in the second team
# Noticing and Empathy are parameters.
no-notice = nobody looks for who is stuck, as Noticing is 0
    .first = nobody looks for who is stuck in the first team, as Noticing is 0
    .second = nobody looks for who is stuck in the second team, as Noticing is 0
no-empathy = nobody is noticed, as Empathy is 0
    .first = nobody is noticed in the first team, as Empathy is 0
    .second = nobody is noticed in the second team, as Empathy is 0
no-approvals = no work needs approval
clear-roles = roles are as clear without a charter
no-flow = it counts only where work comes as a flow
no-project = it counts only where work is a project
one-group = there is only one group
no-improving = it sets aside no time for improving
    .first = the first team sets aside no time for improving
    .second = the second team sets aside no time for improving
    .both = no time is set aside for improving
no-practices = it gives no time to a board, a meeting or check-ins
    .first = the first team gives no time to a board, a meeting or check-ins
    .second = the second team gives no time to a board, a meeting or check-ins
    .both = no time is given to a board, a meeting or check-ins
no-writing = it writes nothing down
    .first = the first team writes nothing down
    .second = the second team writes nothing down
    .both = nothing is written down
no-control = nobody controls closely
no-quiet = nobody is quiet
no-causes = no blocker has a lasting cause
never-blocked = work is never blocked
nobody-leaves = nobody leaves
no-unthanked = nobody leaves because help goes unthanked
no-learning = nobody learns by doing
no-teaching = nobody explains while helping

# What the teams have.
first-team = First team: { $value }
second-team = Second team: { $value }
both-teams = First team: { $first }; second team: { $second }
