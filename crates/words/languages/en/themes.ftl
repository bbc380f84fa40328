# The colours that a reader can choose.

# As the system has it.
auto = Auto
light = Light
dark = Dark
# Large and of high contrast, for a room and a weak beamer.
projector = Projector
