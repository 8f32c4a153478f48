"""CAP 1.2 (OASIS, 2010): alerts for other systems, signed; and an Atom feed of them."""
