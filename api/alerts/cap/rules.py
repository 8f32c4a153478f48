"""What every CAP message is held to: the schema, and what a schema cannot say."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from lxml import etree

NS = "urn:oasis:names:tc:emergency:cap:1.2"


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring((files("api.alerts.cap") / "cap12.xsd").read_bytes()))


def cap_problems(message: bytes) -> list[str]:
    """Return what is wrong with a CAP message; nothing when it keeps every rule."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.fromstring(message, parser)
    schema = _schema()
    if not schema.validate(tree):
        return [f"line {entry.line}: {entry.message}" for entry in schema.error_log]
    return list(_more(tree))


def _more(tree: etree._Element) -> Iterator[str]:
    """Yield what section 3.2 says in words."""
    kind = tree.findtext(f"{{{NS}}}msgType")
    if kind in ("Update", "Cancel") and not tree.findtext(f"{{{NS}}}references"):
        yield f"{kind} without references"
    for triple in (tree.findtext(f"{{{NS}}}references") or "").split():
        if len(triple.split(",")) != 3:
            yield f"a reference is sender,identifier,sent: {triple}"
    for ring in tree.iter(f"{{{NS}}}polygon"):
        points = (ring.text or "").split()
        if points[0] != points[-1]:
            yield "a polygon is not closed"
    if tree.findtext(f"{{{NS}}}status") == "Exercise" and not tree.findtext(f"{{{NS}}}note"):
        yield "an exercise without a note that says so"
    spoken = [info.findtext(f"{{{NS}}}language") for info in tree.iter(f"{{{NS}}}info")]
    if len(set(spoken)) != len(spoken):
        yield "a language twice"
