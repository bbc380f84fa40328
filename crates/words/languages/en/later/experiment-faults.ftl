# What is wrong with an experiment file. Names of fields, such as pairs, vary or precision, stand as they are in every language.

# The version of the format.
no-version = missing; this version reads { $version }
version = { $version }, the only version there is so far
scenario-file = this is a scenario file, not an experiment; an experiment has it under scenario
no-field = not a field of an experiment; the fields are { $fields }
no-field-near = not a field of an experiment; did you mean { $near }?
no-field-of-axis = not a field of an axis; the fields are { $fields }
missing = missing; must be { $allowed }
scenario = the name of a built-in scenario, “defaults”, or an object as in a scenario file
# The one that may be meant.
scenario-near = the name of a built-in scenario (did you mean { $near }?), “defaults”, or an object as in a scenario file
settings = an object of settings, such as { $example }
seed-not-here = the seed stands beside settings, not among them
outcomes = a list of ids of outcomes, each once, such as { $example }
outcome = the id of an outcome, such as throughput
outcome-near = the id of an outcome; did you mean { $near }?
either-pairs-or-precision = only one of pairs and precision can be given
text = a text of at most { $most } characters
vary = a list of one or two axes, such as { $example }
vary-only-in-sweep = only a sweep varies parameters
points-only-of-worlds = only a screening and indices have points
parameters = a list of ids of parameters, such as { $example }
parameters-only-in-indices = only indices are of parameters; a screening is of all that are not known
axis = either from and to, with count and spacing if you like, or values
number-of-values = a whole number from { $low } to { $high }
spacing = “linear” or “log”
another-parameter = another parameter than the first
points = at most { $most } points in all
worlds = at most { $most } where worlds are drawn
# The parameter that is wrong there.
in-a-plausible-world = in a plausible world, { $field }
