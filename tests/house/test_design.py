"""The contrast figures of docs/design.md are those of the tokens, and good enough."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOKENS = (ROOT / "pwa/src/style/tokens.css").read_text("utf-8")
DARK, PRINT = TOKENS.index("@media (prefers-color-scheme: dark)"), TOKENS.index("@media print")
ROWS = re.findall(
    r"^\| ([^|]+) \| `(--[\w-]+)` \| `(--[\w-]+)` \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$",
    (ROOT / "docs/design.md").read_text("utf-8"),
    re.MULTILINE,
)


def declared(css: str) -> dict[str, str]:
    return {name: value.strip() for name, value in re.findall(r"(--[\w-]+):\s*([^;]+);", css)}


LIGHT_THEME = declared(TOKENS[: TOKENS.index("@media")])
DARK_THEME = LIGHT_THEME | declared(TOKENS[DARK:PRINT])


def colour(theme: dict[str, str], name: str) -> str:
    """Return ``#rrggbb``, through ``var()``."""
    value = theme[name]
    other = re.fullmatch(r"var\((--[\w-]+)\)", value)
    return colour(theme, other[1]) if other else value


def luminance(hex_colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [int(hex_colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(theme: dict[str, str], front: str, behind: str) -> float:
    dark, light = sorted(luminance(colour(theme, name)) for name in (front, behind))
    return (light + 0.05) / (dark + 0.05)


def test_the_table_is_there() -> None:
    assert len(ROWS) >= 30


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_contrast_is_as_written_and_enough(row: tuple[str, ...]) -> None:
    _, front, behind, least, light, dark = row
    for theme, written in ((LIGHT_THEME, light), (DARK_THEME, dark)):
        found = contrast(theme, front, behind)
        assert f"{found:.2f}" == written
        assert found >= float(least)
