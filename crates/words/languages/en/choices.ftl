### Table
### What can be chosen for a parameter that takes one of a list, in the order of the model: where work comes from, then who takes the role of assist leader.

backlog = backlog
flow = flow
project = project
seated = seated
giver = the most generous person
skilled = the most skilled person
connected = the best-connected person
