# What is fetched after the first screen: texts of what is opened by a click, stories of scenarios, questions to try, drawings.

coming = One moment: these texts are on their way.
missing = These texts or drawings could not be fetched. The lab works without them.
again = Try again
