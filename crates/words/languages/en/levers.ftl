# The levers as a whole: to find one, whose they are, what they are about.

levers = Levers
find = Find a setting
    .example = burnout, approvals, beta …
    .clear = Show all again
found = { $count ->
    [one] 1 setting
   *[other] { $count } settings
}
found-none = No setting has “{ $words }” in its name or explanation.
decisions = What we decide
world = How the world works
    .whom = for both teams
reset = Back to the scenario as it was
more = More settings

whose = Whose decisions the levers move
    .first = First team
    .second = Second team
    .both = Both

# Who leads each team, and what the teams take from each other.
leads = Who leads
    .first = First team is led by
    .second = Second team is led by
swap = ⇄ Swap
    .title = Each team decides what the other decided
copy-first = Copy first to second
    .title = The second team decides all that the first decides
copy-second = Copy second to first
    .title = The first team decides all that the second decides

# The questions that the first levers answer.
ask-assist-leaders = How many colleagues take the role?
ask-assist-share = How much of their week is for others?
ask-competence = How good are they at it?
ask-notice = Do they see who is stuck, or wait to be asked?
ask-recognition = Is help seen, and thanked?
ask-extra-members = Or hire one more person?
ask-beta = How often does work need someone else?
ask-safety = Do people dare to ask?
ask-clarity = Do people know what is wanted?
