# What the pages are called: in the menu, and as windows.

lab = Lab
scenarios = Scenarios
questions = Questions
report = Report
# What the window of a page is called that is not the lab.
window = { $page } · Assist Lab
