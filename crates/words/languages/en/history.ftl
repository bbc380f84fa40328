# The way back and forth through what was changed. $change says what was changed, such as “Blockers from 0.2 to 0.3 per hour”.

changes = Changes
undo = ↶ Undo
    .last = Undo: { $change } (Ctrl+Z)
    .nothing = Nothing to undo (Ctrl+Z)
redo = ↷ Redo
    .last = Redo: { $change } (Ctrl+Shift+Z)
    .nothing = Nothing to redo (Ctrl+Shift+Z)
replay = ⟳ Before/after
    .running = ■ Before/after
    .last = Show the last change once more: { $change }
    .nothing = Show the last change once more: nothing yet
pin = Keep
    .title = Keep for comparison: what you see now stays as a third line beside what you change next
unpin = Let go
    .title = Stop comparing with what was kept
before = As it was before: { $change }
after = As it became: { $change }
last = Last change: { $change }
# $name is what was set when it was kept, in a few words.
pinned = Kept for comparison: { $name }
