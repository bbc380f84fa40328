# What a scenario is, in a clause. $settings is as in a link: “beta=0.3, t.assist_share=0.4”.

plain = scenario “{ $scenario }”
with = scenario “{ $scenario }” with { $settings }
at-defaults = scenario “{ $scenario }”, all at the defaults
defaults-with = scenario “{ $scenario }” (the defaults with { $settings })
# Where there is no room for the settings themselves.
own-settings = { $settings ->
    [one] one changed setting
   *[other] { $settings } changed settings
}
and-more = { $settings } and { $more } more
