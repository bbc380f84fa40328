# What is wrong with a file that was opened. Most stand behind “file: ” or “seed = x: must be ”. Names of fields, such as
# world, week or demand, stand as they are in every language.

# The file's name. What it is instead of a scenario file:
is-picture = “{ $name }” is a picture, not a scenario file
is-picture-or-film = “{ $name }” is a picture or a film, not a scenario file
is-pdf = “{ $name }” is a PDF document, not a scenario file
is-archive-or-document = “{ $name }” is an archive or an office document, not a scenario file
is-document = “{ $name }” is an office document, not a scenario file
is-compressed = “{ $name }” is a compressed file, not a scenario file
is-archive = “{ $name }” is an archive, not a scenario file
is-program = “{ $name }” is a program, not a scenario file
is-web-page = “{ $name }” is a web page or XML, not a scenario file
is-table = “{ $name }” is a table, not a scenario file
is-results = “{ $name }” is a file of results, not a scenario file
is-experiment = “{ $name }” is an experiment, not a scenario file
is-schema = “{ $name }” is a JSON schema, not a scenario file

unreadable = “{ $name }” is a folder, or this browser is not allowed to read it
too-large = too large; a scenario file may have at most { $most } bytes
utf-32 = text in UTF-32; save it as UTF-8
no-text = not a text file: it contains zero bytes
# The place of the byte, counted from 1, and the byte in hexadecimal digits.
not-utf-8 = not UTF-8 text: byte { $place } is { $byte }, perhaps Latin-1 or Windows-1252; save it as UTF-8
not-utf-16 = neither UTF-8 nor complete UTF-16 text; save it as UTF-8

# The example is JSON.
empty = empty; a JSON object is expected, such as { $example }
no-object = a JSON object is expected, such as { $example }
# Why: the last of these messages.
no-json = not valid JSON: { $why }
# Why: the English words of the program that reads JSON.
no-json-at = not valid JSON from line { $line }, column { $column } on: { $why }
ends-early = it ends in the middle, on line { $line }: part of it may be missing
no-number =
    “{ $written }” on line { $line } is not a JSON number: write digits without separators, spaces or units, with a point before
    decimals and a hyphen (-) for minus, such as 1000, 0.5 or -3

given-twice = given twice; an object may have each key only once
# The version of the format.
no-format = missing; this version reads { $version }
format = at most { $version }, the newest this version knows
# Notes on a file or a link of an earlier version; the first stands before every other.
earlier-model = This comes from an earlier version of the model, so what you see now may differ from what it showed then.
demand-of-team = Demand used to be given per seat. It is now the whole team's: { $demand } tasks a week.
leaving-by-exhaustion = "HR" used to multiply the risk that those burnt out leave. It now says how steeply leaving rises with exhaustion, and has been converted.
# All fields that there are, as a list.
no-field = not a field of a scenario; the fields are { $fields }
settings = an object of parameters and their values
# The field in which the parameter stands.
belongs-to-world = belongs under world, not under { $field }
belongs-to-policy = belongs under policy, control or treatment, not under { $field }
whole-weeks = a whole number of weeks after the change
true-or-false = true or false
names = a list of parameters by their ids, such as ["beta"]
fewer-weeks = a smaller number of weeks after the change

# What happens to the team from outside.
# The example is JSON.
shocks = a list of shocks, such as { $example }
shock = an object with week and one of demand, blockers, asking, hours, lead_away, leaves, joins, redo, unlearn, estrange, trouble
one-change = the only change in its shock; write a second shock for it
number = a number
whole = a whole number
smaller = a smaller number

# The texts of a scenario.
text = a text of at most { $most } characters
two = two texts of at most { $most } characters each: the singular and the plural
outcome = the id of an outcome, such as throughput
questions = a list of at most { $most } questions to try, each a text
people =
    a list of at most { $most } people, each such as { "{" }"who": "Project lead", "what": "approves and decides"{ "}" }
claimed =
    { "{" }"change": share{ "}" }, such as -0.15 for 15 % less, { "{" }"level": value{ "}" } or
    { "{" }"direction": "higher", "lower" or "same"{ "}" }
# Of the week at whose start the second team’s decisions end.
weeks-or-none = a whole number of weeks after the change, or none
