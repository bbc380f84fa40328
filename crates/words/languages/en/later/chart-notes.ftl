# How to read a chart.

document = What it is: the model document
person = Week by week, in both teams, of the pair you watch. A gap is an empty seat.
course = Thick lines: mean of { $pairs ->
        [one] one pair
       *[other] { $pairs } pairs
    }. Thin lines: the pair you watch. Below: how much the second team is ahead, pair by pair. The line is the mean; half of the
    pairs lie in the dark band, 95 of 100 in the light one.
spread = Above: the range of each team over { $pairs ->
        [one] one pair
       *[other] { $pairs } pairs
    }, half of them within the thick bar, 95 of 100 within the thin line; the dot is the median, the ring the pair you watch.
    Below: a dot for each pair, where the second team is ahead to the right of zero.
