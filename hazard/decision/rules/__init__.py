"""The rules for each kind, and the facts and numbers that they use."""
