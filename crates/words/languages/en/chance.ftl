# How many pairs or how precise, how far they are, and the seed.

chance = Chance
pairs = Pairs
    .done = Pairs done
count = { $done } of { $wanted }
    .about = { $done } of about { $wanted }
    .reached = { $done ->
        [one] 1 pair
       *[other] { $done } pairs
    }
stop = Stop
go-on = Go on
done = Done
# $precision is such as “± 1.2 %”.
sure = Sure to { $precision }.
    .unknown = Not known yet how sure the mean is.
meaning = What pairs and “sure” mean

seed = Seed
    .new = New seed
    .hint = Decides all chance: the same seed gives the same people and the same luck, everywhere.
    .wrong = Enter { $allowed }.
