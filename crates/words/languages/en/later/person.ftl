# One person's story. $person is such as “clinician 3”, $team such as “With flow nurse”.

name = { CAPITAL($person) }
story = Story: { CAPITAL($person) }
close = Close the story
waiting = Putting the story together…
# Of someone whom one team only hires on top; $team is that team, $other the other.
in-one-team = { CAPITAL($person) } is hired in one team only ({ $team }); the other ({ $other }) has no such person.
# Instead of what happened, told from the other team.
events-elsewhere = { CAPITAL($person) } is not in this team.

# What happened, in both teams.
events = What happened
    .which = Which episodes
    .list = Episodes
    .none = Nothing of the kind happened.
all = All
stuck = Stuck
help = Help
tasks = Tasks
turns = Role, strain
order = Order
    .telling = Most telling first
    .time = By time
told-from = Told from
more = { $count ->
    [one] 1 more
   *[other] { $count } more
}
show = Show both teams at this moment
# What happened there follows.
there = { $team }:

# Who helped whom, as a picture of rows and columns and as tables.
network = Who helps whom
    .explained =
        A row for who helps, a column for who is helped; the darker, the more hours, up to { $hours } h. The frame marks the row
        and the column of the { $member } chosen.
    .picture = { $seats ->
        [one] Help between 1 seat; the hours are in the table below
       *[other] Help between { $seats } seats; the hours are in the table below
    }
tables = The hours as tables
    .region = Hours of help: { $team }
    .caption = { $team }: hours of help, by row to column
    .by = By
    .to = to { $seat }

# What a week's hours went into.
hours = Hours by activity
    .head = Hours a week
    .caption = Hours a week since the change
hours-working = Working
hours-helping = Helping
hours-standing-by = Standing by
hours-training = In training
hours-stuck = Stuck
hours-idle = Without work
hours-away = Seat empty
