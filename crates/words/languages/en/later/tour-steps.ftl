# What a first visitor is told, in three steps.

step = Step { $place } of { $all }
back = Back
next = Next
done = Done
skip = Skip
teams = Two teams, one luck
    .text =
        Both teams have the same people and the same luck. They part at the change, where one of them gets an assist
        leader: the one with the star. What differs from then on is due to that alone.
levers = Move something
    .text =
        Levers say what is decided and how the world works. Move one, and both teams live through it all again: the
        sentence and the charts follow at once. Every step can be taken back.
pairs = Believe many, not one
    .text =
        One pair of teams is an anecdote. The sentence speaks of many pairs, and each dot stands for some of them: full
        where the second team did better, open where the first did.
