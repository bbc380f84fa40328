# One lever, and what there is to know of its parameter. $name is that of the parameter.

# To those who do not see that the field stands at the lever.
entry = { $name }, value
back = { $name } back to { $value }
# $evidence is one of those below.
about = About { $name }. { $evidence }
yes = yes
no = no
# Not a value of its own: the parameter follows the one that is called competence.
follows = as competence

# Where plausible worlds are drawn: this parameter is not.
known = I know this: keep it as set
allowed = Allowed
default = In this scenario
processes = Acts on
measures = Look first at
source = Source
grade = Evidence
id = In links and files
document = More in the model document
# Between two in a list of what it acts on, and where to look first.
joint = ,{ " " }

# How well a default is supported.
measured = measured in the study named
    .evidence = Measured in the study named
inferred = inferred from the study named, which measured something near it
    .evidence = Inferred from the study named, which measured something near it
assumed = assumed; no study named measured it, so try other values
    .evidence = Assumed: no study named measured it, so try other values
