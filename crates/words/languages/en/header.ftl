# The top of the page: where to go, which scenario, sharing, colours.

views = Views
documents = Documents
scenario = Scenario
# On a small screen: opens places and tools.
menu = Menu
share = Share
tour = Tour
    .title = Three steps that show you round
colours = Colours
# Behind a link, to those who do not see what it does.
new-tab = (opens a new tab)
