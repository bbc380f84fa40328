# Moments and durations. Numbers are texts but where a plural goes by them.

# A moment on the calendar, before the change and from then on.
before = { $weeks ->
    [one] 1 week before, day { $day }
   *[other] { $weeks } weeks before, day { $day }
}
after = Week { $week }, day { $day }

minutes = { $minutes } min
hours = { $hours } h
# $days may have a decimal; the first is for 1.0.
working-day = { $days } working day
working-days = { $days } working days
# How long something takes, about.
seconds = { $seconds } s
