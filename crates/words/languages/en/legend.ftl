# What the signs in the pictures of the teams mean. What is marked stands out.

title = Signs
working = <a>Working</a>: the ring closes as the task gets done.
stuck = <a>Stuck</a>: dashed ring; a dotted line leads to the formal lead if the question lies there.
helping = <a>Helping</a>: full ring; the arrow points to the one who is helped.
standing-by = <a>Standing by</a>: open ring; there for others, and not needed just now.
idle = <a>Without work</a>: thin ring.
training = <a>In training</a>: double ring.
away = <a>Empty seat</a>: dotted ring; someone left, or has yet to join.
assist-leader = <a>Assist leader</a>: star.
tired = <a>Tired and low</a>: the filling shows energy, the mouth morale.
burnt-out = <a>Burnt out</a>: hatched.
# “Trust” is the button of that name.
groups =
    Shaded areas are the groups. The same number is the same person in both teams.
    With “Trust”, lines join those who trust each other by more than half, the thicker the more; in large teams only each one’s strongest ties.
