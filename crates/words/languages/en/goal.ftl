# How many pairs one may ask for, or how precise an answer.

pairs = { $pairs ->
    [one] 1 pair
   *[other] { $pairs } pairs
}
sure = until sure to ± { $bound } %
# What may be written in a link; $values is a list.
one-of = one of { $values }
