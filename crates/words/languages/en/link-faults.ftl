# What is wrong with a link that was opened. Most stand behind “chart = x: must be ”.

# The version of the links.
version = at most { $version }, the newest version of links that this page knows
# Before notes on the version of a link and on what was converted.
earlier = About this link:
chart = the id of an outcome, such as throughput or morale
lever = the id of a setting, such as beta or assist_share
# What is asked of where it pays.
pays = a number of values, an outcome and one or two settings, such as 9~throughput~t.assist_share
guess = ask, same, or more or less with a number from 1 to 100, such as more-5
# In weeks since the change; negative before it.
week = a number of weeks from { $low } to { $high }
# Stands behind key and value.
unknown = unknown setting, ignored
pin = the settings that were kept, as this page writes them
file = a scenario file in base64url, as this page writes it
# Stands behind the key alone; the last of its values.
given-twice = given twice in the link; the last value, { $last }, counts
# The pages that are of a scenario, as a link has them: “view=scenarios”.
about = the name of a scenario, and used only with { $views }
# One of several pages: “view=scenarios or view=stories”.
either = { $before } or { $next }
