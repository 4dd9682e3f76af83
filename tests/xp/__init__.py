"""The rules of xp, and models of them."""
