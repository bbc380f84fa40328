# All outcomes in small.

outcomes = All outcomes
all = All outcomes
fewer = Fewer outcomes
