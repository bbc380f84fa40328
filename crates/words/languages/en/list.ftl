# How things are listed.

# Two things, or the last of several: “a and b”, “a, b and c”.
last = { $before } and { $last }
# The same of what is not there: “a or b”.
last-or = { $before } or { $last }
# What is not the last: “a, b”.
comma = { $before }, { $next }
# Clauses of a sentence, one after the other.
clause = { $before }; { $next }
# Sentences, one after the other.
sentence = { $before } { $next }
