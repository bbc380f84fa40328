# Sample questions to click, and what to watch once one is asked.

questions = Questions to try
more = More questions
fewer = Fewer questions
question = Question
# $scenario is the title of one.
opened = Opened: { $scenario }.
# What to watch follows, and then why.
watch = Watch
why = Why?
next = Next question
back = Back to before
close = Close
