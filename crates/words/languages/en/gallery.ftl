# All scenarios, to choose from.

title = Scenarios
    .lead =
        Each is a team to watch twice: with and without. Choose one to see what its story claims and what the model shows.
shown = { $count } of { $all } shown
none = No scenario is of that field and that kind.
    .show-all = Show all
kind = Kind
    .all = All
field = Field
    .all = All fields

# The kinds of scenario.
case = Six cases
    .text = Stories from six fields in which an assist leader is said to have made the difference.
harm = Ways it goes wrong
    .text = Good intentions that cost more than they bring, or wear somebody out.
matter = When it matters
    .text = Circumstances that decide whether the role pays; and a blank sheet.
