# What is wrong with a file that was opened. Most stand behind “file: ” or “seed = x: allowed is ”. Names of fields, such as
# world, week or demand, stand as they are in every language.

# The file's name. What it is instead of a scenario file:
is-picture = “{ $name }” is a picture, not a scenario file
is-picture-or-film = “{ $name }” is a picture or a film, not a scenario file
is-pdf = “{ $name }” is a PDF document, not a scenario file
is-archive-or-document = “{ $name }” is an archive or a document of an office program, not a scenario file
is-document = “{ $name }” is a document of an office program, not a scenario file
is-compressed = “{ $name }” is a compressed file, not a scenario file
is-archive = “{ $name }” is an archive, not a scenario file
is-program = “{ $name }” is a program, not a scenario file
is-web-page = “{ $name }” is a web page or XML, not a scenario file
is-table = “{ $name }” is a table, not a scenario file
is-results = “{ $name }” is a file of results, not a scenario file
is-schema = “{ $name }” is a JSON schema, not a scenario file

unreadable = “{ $name }” is a folder, or this browser may not read it
too-large = too large; a scenario file has at most { $most } bytes
utf-32 = text in UTF-32; save it as UTF-8
no-text = not a text file: zero bytes stand in it
# The place of the byte, counted from 1, and the byte in hexadecimal digits.
not-utf-8 = not UTF-8 text: byte { $place } is { $byte }, perhaps of Latin-1 or Windows-1252; save it as UTF-8
not-utf-16 = neither UTF-8 nor whole UTF-16 text; save it as UTF-8

# The example is JSON.
empty = empty; a JSON object is expected, such as { $example }
no-object = a JSON object is expected, such as { $example }
# Why: the next message, or the English words of the program that reads JSON.
no-json = not valid JSON: { $why }
no-number =
    “{ $written }” in line { $line } is no number as JSON has it: digits with no mark, space or unit, a point before decimals, and
    the hyphen - for minus, such as 1000, 0.5 or -3

given-twice = given twice; a key may stand only once in an object
# The version of the format.
no-format = missing; this version reads { $version }
format = at most { $version }, the newest this version knows
# Notes on a file or a link of an earlier version; the first stands before every other.
earlier-model = This comes from an earlier version of the model: what you see now can differ from what was seen then.
demand-of-team = Demand was stated for each seat. It is the team's now: { $demand } tasks a week.
leaving-by-exhaustion = "HR" was a factor on leaving while burnt out. It now says how steeply leaving rises with exhaustion, and was converted.
# All fields that there are, as a list.
no-field = not a field of a scenario; allowed are { $fields }
settings = an object of parameters and their values
# The field in which the parameter stands.
belongs-to-world = belongs under world, not under { $field }
belongs-to-policy = belongs under policy, control or treatment, not under { $field }
whole-weeks = a whole number of weeks after the change
fewer-weeks = a smaller number of weeks after the change

# What happens to the team from outside.
# The example is JSON.
shocks = a list of shocks, such as { $example }
shock = an object with week and one of demand, blockers, asking, hours, lead_away, leaves, joins, redo, unlearn, estrange, trouble
one-change = only one change in a shock; write another shock
number = a number
whole = a whole number
smaller = a smaller number

# The texts of a scenario.
text = a text of at most { $most } characters
two = two texts of at most { $most } characters, what it is called in the singular and the plural
outcome = the id of an outcome, such as throughput
questions = a list of at most { $most } texts, questions to try
people =
    a list of at most { $most } such as { "{" }"who": "Project lead", "what": "approves and decides"{ "}" }
claimed =
    { "{" }"change": share{ "}" }, such as -0.15 for 15 % less, { "{" }"level": value{ "}" } or
    { "{" }"direction": "higher", "lower" or "same"{ "}" }
# Of the week at whose start the second team’s decisions end.
weeks-or-none = a whole number of weeks after the change, or none
