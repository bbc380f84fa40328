# Charts: what they show and how. Numbers are texts but where a plural goes by them. $without and $with are what the teams are called.

# Headings over the outcomes.
work = Work
help = Being stuck, and help
people = People
turnover = Coming and going
hours = Hours

# Titles.
finished-by = Finished by the { $team }
    .each = Finished by each { $member }
energy = Energy of { $person }
    .short = Energy
morale = Morale of { $person }
    .short = Morale
exhaustion = Exhaustion of { $person }
    .short = Exhaustion
skill = Skill of { $person }
    .short = Skill

# Units.
unit-index = points of 100
unit-per-cent = %
unit-hours = hours
unit-tasks = { $tasks } a week
unit-hours-a-week = hours a week
unit-hours-each = hours per { $member } and week
unit-per-hundred = per 100 { $tasks }

# A chart in a sentence, for those who do not see it.
course = { $title } in { $unit }: after the change on average { $first } in “{ $without }” and { $second } in “{ $with }”, a difference of
    { $difference } over { $pairs ->
        [one] one pair
       *[other] { $pairs } pairs
    }.
course-of-project = { $title } in { $unit }: until the project’s end on average { $first } in “{ $without }” and { $second } in “{ $with }”, a difference of
    { $difference } over { $pairs ->
        [one] one pair
       *[other] { $pairs } pairs
    }.
course-of-person = { $title } in { $unit }: after the change on average { $first } in “{ $without }” and { $second } in “{ $with }”.
spread = { $title } in { $unit }: the median is { $first } in “{ $without }” and { $second } in “{ $with }”; pair by pair the difference is { $median }
    in the middle, and from { $low } to { $high } in 95 of 100, over { $pairs ->
        [one] one pair
       *[other] { $pairs } pairs
    }.

# What happens when; $what is a few words. Several follow one another as list.ftl says.
happens-in-week = Week { $week }: { $what }
happens-in-weeks = Weeks { $from } to { $last }: { $what }
happenings = { $clauses }.
back = back to how it was

# What a chart says at a place.
week = Week { $week }
share-of-pairs = { $share } % of the pairs
differ-at-most = differ by at most
pinned = Kept
pair = Pair { $number }
difference = Difference
difference-of-most = Difference, 95 % of pairs
# A median and the range in which most pairs lie.
median-and-range = { $median } ({ $low } to { $high })
# The same, read out; $lines are clauses.
reading = { $place }. { $lines }
reading-line = { $name }: { $value }
read-values = { $title }: read the values
arrow-keys = arrow keys read the values

# Heads and rows of the tables of numbers.
head-week = Week
head-median-difference = Median difference
head-half = 50 % of pairs
head-most = 95 % of pairs
head-mean-difference = Mean difference, 95 % interval
head-median = Median
# A quantile.
head-share = { $share } %
row-difference = Difference, pair by pair
mean-and-interval = { $mean }, { $low } to { $high }
caption = { $title }, { $unit }
numbers = Numbers: { $title }

# Around a chart.
computing = Computing
    .wait = Computing…
details = Numbers
# What the lines and signs of a saved picture are, in one line.
signs-course = Thick: mean of all pairs. Thin: pair { $pair }. Below, the difference: its mean, half of the pairs in the dark band, 95 of 100 in the light one.
signs-spread = Thick: half of the pairs. Thin: 95 of 100. Dot: median. Ring: pair { $pair }. Below, the difference.

# Written in the picture.
pinned-second = Kept, second team
    .short = Kept
axis-weeks = weeks since the change
    .short = weeks
axis-weeks-low = weeks since the change; the difference needs more height
axis-difference = difference, second team − first
axis-dots = difference: a dot for each pair
axis-pairs = difference, pair by pair, { $unit }
more-marks = + { $count } more

# Where a picture's numbers come from. $scenario is a clause of origin.ftl.
source-pair = Assist Lab { $version }, { $scenario }, seed { $seed }, pair { $pair }
source-pairs = { $pairs ->
    [one] Assist Lab { $version }, { $scenario }, seed { $seed }, one pair
   *[other] Assist Lab { $version }, { $scenario }, seed { $seed }, { $pairs } pairs
}
source-so-far = { $pairs ->
    [one] Assist Lab { $version }, { $scenario }, seed { $seed }, one pair so far
   *[other] Assist Lab { $version }, { $scenario }, seed { $seed }, { $pairs } pairs so far
}
source-pinned = { $pairs ->
    [one] Kept: { $scenario }, seed { $seed }, one pair
   *[other] Kept: { $scenario }, seed { $seed }, { $pairs } pairs
}

# An outcome at a glance: both means, and what to make of them.
means = { $first } → { $second }
means-per-cent = { $first } → { $second } %
better = better
worse = worse
higher = more
lower = less
same = about the same
unclear = no clear difference
by-luck = Each outcome is judged by itself, at 95 %. Even if no outcome really differed, luck would still mark 1 in 20: { $marked ->
        [0] less than one
       *[other] about { $marked }
    } of the { $outcomes } in which the two teams are not exactly alike.
