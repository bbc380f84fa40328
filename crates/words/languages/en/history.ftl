# The way back and forth through what was changed. $change says what was changed, such as “Blockers from 0.2 to 0.3 per hour”.

changes = Changes
undo = ↶ Undo
    .last = Undo: { $change } (Ctrl+Z)
    .nothing = Nothing to undo (Ctrl+Z)
redo = ↷ Redo
    .last = Redo: { $change } (Ctrl+Shift+Z)
    .nothing = Nothing to redo (Ctrl+Shift+Z)
replay = ⟳ Replay
    .running = ■ Replay
    .last = Show the last change once more: { $change }
    .nothing = Show the last change once more: nothing yet
pin = Pin
    .title = Keep what you see now as a third line, to compare with what you change next
unpin = Unpin
    .title = Stop comparing
before = As it was before: { $change }
after = As it became: { $change }
last = Last change: { $change }
nothing = Nothing has been changed since the page was opened.
# $name is what was set when it was pinned, in a few words.
pinned = Pinned: { $name }
