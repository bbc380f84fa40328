# The clock of the pair that is watched.

time = Time
play = ▶ Play
pause = ❚❚ Pause
week-back = Week back
week-on = Week on
to-change = To the change
    .title = To the moment from which the two teams differ
moment = Moment shown
# Days of the team in a second of the reader's.
speed = Speed
    .days = { $days } days/s
    .day = 1 day/s
