"""Turns along ways (compiled code of `router.place.steps`)."""
