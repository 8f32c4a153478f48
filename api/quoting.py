"""How what was found is quoted in a message."""

FOUND_CHARS = 80


def quoted(value: object) -> str:
    """Return ``value`` as it may be shown: one line, printable, at most ``FOUND_CHARS`` long."""
    text = repr(value)
    return text if len(text) <= FOUND_CHARS else text[: FOUND_CHARS - 1] + "…"
