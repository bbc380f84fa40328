# Files that were opened, or not.

refused = “{ $name }” could not be opened; nothing was changed:
none-opened = None of these files could be opened; nothing was changed:
only-one = Only one scenario can be open at a time. “{ $name }” was opened, the others were not:
not-opened = “{ $name }” was not opened
# What was converted follows.
earlier = “{ $name }” was written by an earlier version of the lab and is opened as it was meant:
name = “{ $name }”
fault = “{ $name }”: { $fault }
