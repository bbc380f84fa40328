# What pairs and “sure” mean.

pairs =
    Each pair is the same team with the same luck, run twice: with and without. Another pair is another team of the same kind with
    luck of its own. The result is the mean difference over all pairs.
sure =
    “Sure to ± 1 %” speaks of that mean: its 95 % interval reaches 1 % of the first team's mean to each side. Were all of it
    repeated with other seeds, about 95 of 100 such intervals would hold the model's true mean. How much single pairs differ from
    each other is another matter: the light band and the dots show that.
until =
    “Until sure” looks every 100 pairs and stops when the interval is narrow enough, or after { $most } pairs. It says how sure
    one can be of what this model says, not that the model is right.
