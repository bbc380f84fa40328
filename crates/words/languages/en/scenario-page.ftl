# The page of one scenario.

all = ← All scenarios
open = Open in the lab
people = Who is who
questions = Three questions to try in the lab
claim = What the story claims
    .not-in-model = What is claimed is not in the model. The nearest thing that is: { SMALL($outcome) }.
model = What the model shows
    .running = Running both teams, with the same people and the same luck…
    .of = { $pairs ->
        [one] 1 pair, seed { $seed }, computed here and now.
       *[other] { $pairs } pairs, seed { $seed }, computed here and now.
    }
# $part is the name of a mechanism, or “hours of the role”.
carried = Main driver: { SMALL($part) }. “Why” in the lab shows all parts.
differs = Why they may differ
