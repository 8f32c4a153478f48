"""The outermost layer: command line, HTTP, words. It composes the others and decides nothing itself."""

from importlib.metadata import version as _installed


def version() -> str:
    """Return the version of this installation."""
    return _installed("nigemichi")
