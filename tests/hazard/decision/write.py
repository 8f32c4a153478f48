"""Write docs/decision.md and tests/vectors/decision.json.gz: python -m tests.hazard.decision.write."""

import gzip
import json
from pathlib import Path

from api.words import words_in
from hazard.decision.advice import Decision
from hazard.decision.decide import decide
from tests.hazard.decision.drawing import draw
from tests.hazard.decision.examples import CHAPTERS
from tests.hazard.decision.vectors import build_vectors

WORDS = words_in("en")
ROOT = Path(__file__).parents[3]
DOC = ROOT / "docs" / "decision.md"
VECTORS = ROOT / "tests" / "vectors" / "decision.json.gz"
INTRO = Path(__file__).with_name("intro.md")


def render_doc() -> str:
    """Return the whole document: the rules in words, then one worked example for every branch."""
    parts = [INTRO.read_text(encoding="utf-8").rstrip()]
    for chapter, examples in CHAPTERS.items():
        parts.append(f"### {chapter}")
        for example in examples:
            decision = decide(example.situation)
            parts.append(f"**{example.title}** → `{_headline(decision)}`")
            parts.append(f"```text\n{draw(example.situation, decision)}\n```")
            parts.append(_explain(decision))
    return "\n\n".join(parts) + "\n"


def render_vectors() -> str:
    """Return the vectors as JSON, one vector a line."""
    data = build_vectors()
    lines = ",\n".join(json.dumps(vector, ensure_ascii=False, sort_keys=True) for vector in data["vectors"])
    return f'{{"format": {data["format"]}, "vectors": [\n{lines}\n]}}\n'


def _headline(decision: Decision) -> str:
    way = f" by {decision.way}" if decision.way else ""
    margin = f", margin {decision.margin_min} min" if decision.margin_min is not None else ""
    return f"{decision.advice}{way}{margin}"


def _explain(decision: Decision) -> str:
    why = (
        "; ".join(WORDS.say(f"reason.{reason.code}") for reason in decision.reasons) or "no kind in question"
    )
    notes = "; ".join(WORDS.say(f"note.{note}") for note in decision.notes) or "none"
    changes = "; ".join(WORDS.say(f"change.{change.code}") for change in decision.changes) or "nothing named"
    official = "; ".join(f"{word.name}「{word.act}」" for word in decision.official) or "none"
    return f"Why: {why}.  \nOfficial: {official}  \nHow: {notes}.  \nWould change it: {changes}."


def main() -> None:
    """Write both files."""
    for path, content in (
        (DOC, render_doc().encode()),
        (VECTORS, gzip.compress(render_vectors().encode(), mtime=0)),
    ):
        path.write_bytes(content)
        print(f"{path.relative_to(ROOT)}: {len(content):,} bytes")


if __name__ == "__main__":
    main()
