# The offer to go on with an earlier session.

region = Earlier session
# $scenario is the title of what was shown.
offer = Continue where you left off? “{ $scenario }”
accept = Continue
decline = No, thanks
