# What the two teams are called. $assist is what an assist leader is called, in the singular or the plural as it fits.

with = With { $assist }
without = Without { $assist }
with-count = With { $count } { $assist }
as-it-is = As it is
as-you-decide = As you decide

# The second team's circumstance, at the start of a sentence: “With the flow nurse a patient waits less.”
circumstance-with = { $count ->
    [one] With the { $assist }
   *[other] With { $assist }
}
circumstance-without = { $count ->
    [one] Without the { $assist }
   *[other] Without { $assist }
}
circumstance-with-count = With { $count } { $assist }
circumstance-decisions = With these decisions

# What happens at the change, in a few words for a chart.
starts = { $count ->
    [one] { $assist } starts
   *[other] { $assist } start
}
change = the change
