# Files that were opened, or not.

refused = “{ $name }” could not be opened; nothing was changed:
none-opened = None of these files could be opened; nothing was changed:
only-one = Only one scenario can be open at a time. “{ $name }” was opened, the others were not:
not-opened = “{ $name }” was not opened
# Notes on its version and what was converted follow.
earlier = About “{ $name }”:
name = “{ $name }”
fault = “{ $name }”: { $fault }
