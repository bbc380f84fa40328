# Results to save as files.

results = Results
none = No pair is finished yet.
# How large the table is that would be saved.
size = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
    }, of { $pairs ->
    [one] 1 pair
   *[other] { $pairs } pairs
    }, to the last digit. The command line writes the same.
    .so-far = { $rows ->
        [one] 1 row
       *[other] { $rows } rows
        }, of { $pairs ->
        [one] 1 pair
       *[other] { $pairs } pairs
        } so far, to the last digit. The command line writes the same.
table = Table
summary = All outcomes
pairs = All outcomes, pair by pair
weeks = Week by week
pair-weeks = Week by week, pair by pair
csv = Save CSV
json = Save JSON
writing = Writing…
saved = Saved where your downloads go.
    .refused = This browser does not let the page save files.
