# The clock of the pair that is watched.

time = Time
play = ▶ Play
pause = ❚❚ Pause
week-back = ◂
    .title = One week back
week-on = ▸
    .title = One week on
to-change = Start
    .title = Go to the start of the role: from there on the two teams differ
moment = Moment shown
# The last moment there is.
end = End of week { $week }
# Opens speed, steps and what else is shown.
more = More
# Days of the team in a second of the reader's.
speed = Speed
    .days = { $days } days/s
    .day = 1 day/s
