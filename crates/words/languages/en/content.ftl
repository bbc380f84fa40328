# What is fetched after the first screen: stories of scenarios, questions to try, drawings.

coming = One moment: the stories are on their way.
missing = Stories, questions and drawings could not be fetched. Everything else works without them.
again = Try again
