# The tour is offered to a first visitor.

offer = First time here? Three steps show you round in half a minute.
    .region = First visit
accept = Show me
decline = No, thanks
