"""Lists of places to go, from every official source, merged into one list without doubles."""
