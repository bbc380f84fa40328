# Sample questions to click, and what to watch once one is asked.

questions = Questions to try
here = Ask of this team
elsewhere = Ask of another team
# Behind a question that is asked of another team: the title of its scenario.
of = opens “{ $scenario }”
question = Question
# $scenario is the title of one.
asked-of = Asked of: { $scenario }.
# What to watch follows, and then why.
watch = Watch
    .chart = { SMALL($outcome) }, in the first chart.
why = Why?
another = Ask another
back = Back to before
