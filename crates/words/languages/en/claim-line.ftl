# Words within a small drawing; there is room for one or two.

# What a story claims.
claimed = claimed
# What the model shows.
model = model
