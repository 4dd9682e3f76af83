"""People leave: in every state a person can be in."""
