"""Every number that the docs quote, printed by `make bench`."""
