# What stands on every page.

to-content = To the content
drop = Drop a scenario file to open it
purpose = For thinking, not a forecast of a real team: a simulation shows what follows from its assumptions.
# What one has to name to get the same again. $origin is such as “scenario “software” with beta=0.3”.
version = Assist Lab { $version }, { $origin }, seed { $seed }. The address of this page leads back to this comparison.
    .elsewhere = Assist Lab { $version }. In the lab: { $origin }, seed { $seed }.
# After the name of the setting, “lang: ”.
language-missing = the file of { $language } could not be fetched, so the page is in English
