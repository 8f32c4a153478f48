"""Stream XML safely: no entities, no document type, no network; parts are freed once they are read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from router.errors import InputError, Problem

_SAFE: Any = {
    "events": ("start", "end"),
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}


def stream(path: Path, source: str, root_name: str) -> Iterator[etree._Element]:
    """Yield every complete child of the root element, and free it afterwards.

    Parameters
    ----------
    path : Path
    source : str
        Name for messages.
    root_name : str
        Local name that the root element must have.

    Raises
    ------
    InputError
        If it is not well-formed XML, has a document type, or another root.
    """
    depth = 0
    try:
        with path.open("rb") as file:
            for event, element in etree.iterparse(file, **_SAFE):
                if event == "start":
                    if depth == 0:
                        _check_root(element, source, root_name)
                    depth += 1
                    continue
                depth -= 1
                if depth == 1:
                    yield element
                    _free(element)
    except (etree.XMLSyntaxError, OSError) as error:
        found = " ".join(str(error).split())[:200]
        raise InputError(Problem(source, "", "well-formed XML", found)) from error


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute by its local name, or an empty text."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def text(element: etree._Element) -> str:
    """Return the text of an element, stripped."""
    return (element.text or "").strip()


def parts(element: etree._Element, *names: str) -> list[etree._Element]:
    """Return the descendants with one of the local names, in order."""
    return [part for part in element.iter() if local_name(part) in names]


def _check_root(root: etree._Element, source: str, root_name: str) -> None:
    if root.getroottree().docinfo.doctype:
        raise InputError(Problem(source, "", "XML without a document type", "a DOCTYPE"))
    if local_name(root) != root_name:
        raise InputError(Problem(source, "root element", f"<{root_name}>", f"<{local_name(root)}>"))


def _free(element: etree._Element) -> None:
    parent = element.getparent()
    element.clear()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)
