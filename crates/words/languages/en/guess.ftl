# Before the result is shown: what the reader expects.

# Covers the result until a guess is given.
first = Guess first
    .title = Cover the result until you have said what you expect
# $with is such as “With the flow nurse”, $outcome the name of an outcome.
ask = Before you look: { SMALL($with) }, what will { SMALL($outcome) } be?
# A number and the unit in which the result is told follow, such as “%”.
by = By about
# The answers; $amount is that number with its unit.
more = { $amount } higher
same = About the same
less = { $amount } lower
skip = Just show it
# $amount is a number with that unit.
expected-more = You expected { $amount } more.
expected-same = You expected about the same.
expected-less = You expected { $amount } less.
