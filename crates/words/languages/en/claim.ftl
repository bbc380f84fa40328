# What a story claims beside what the model shows.

agrees = The model agrees with the claim.
no-difference = The model shows no clear difference.
opposite = The model shows the opposite of what is claimed.
more = The model points the same way and shows more than is claimed.
less = The model points the same way and shows less than is claimed.
same-way = The model points the same way.
# The story claims that there is no difference.
same = The model agrees: no clear difference shows.
gain = The model shows a gain where the story sees no difference.
difference = The model shows a difference where the story sees none.
harm = The model shows a harm where the story sees none.
# The story claims a level; $shown and $without are numbers with their units.
level-agrees = The model agrees with the claim; in the first team it is { $without }.
level-beyond = The model goes beyond the claim, with { $shown }; in the first team it is { $without }.
level-short = The model does not reach the claim: it shows { $shown }; in the first team it is { $without }.

# What the numbers are.
axis = { $outcome } [{ $unit }]
axis-change = { $outcome }: change [%]
axis-difference = { $outcome }: difference [{ $unit }]
# The same of a pure number.
axis-difference-plain = { $outcome }: difference

# All of it; $axis is one of those.
all-at = { $axis }. Claimed: at { $claim }. Model: { $mean }, 95 % interval { $low } to { $high }.
all-above = { $axis }. Claimed: above { $reference }. Model: { $mean }, 95 % interval { $low } to { $high }.
all-below = { $axis }. Claimed: below { $reference }. Model: { $mean }, 95 % interval { $low } to { $high }.
