# The top of the page: where to go, which scenario, sharing, colours.

views = Views
documents = Documents
scenario = Scenario
share = Share
tour = Tour
colours = Colours
# Behind a link, to those who do not see what it does.
new-tab = (opens a new tab)
