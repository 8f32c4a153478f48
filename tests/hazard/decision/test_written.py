"""docs/decision.md and the shared vectors are current: run python -m tests.hazard.decision.write."""

import gzip

from tests.hazard.decision.write import DOC, VECTORS, render_doc, render_vectors


def test_document_is_current() -> None:
    assert DOC.read_text(encoding="utf-8") == render_doc()


def test_vectors_are_current() -> None:
    assert gzip.decompress(VECTORS.read_bytes()).decode() == render_vectors()
