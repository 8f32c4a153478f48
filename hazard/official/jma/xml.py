"""Telegrams as trees, read safely: a size limit first, no document type, no entities, no network."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from re import compile as pattern
from typing import Any

from lxml import etree

from router.errors import InputError, Problem

MAX_BYTES = 8 << 20
"""The largest official sample has 0.43 MB; a telegram of intensities for half the country has a few MB."""

_FORBIDDEN = ("<!DOCTYPE", "<!ENTITY")
_SAFE: Any = {
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}
_TIME = pattern(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})"
)


@dataclass(frozen=True, slots=True)
class Part:
    """An element of a document, and the name of the document for messages.

    Children are found by local name: each telegram has several namespaces, and no two of its children share a
    local name across them.

    Attributes
    ----------
    element : lxml element
    source : str
    """

    element: Any
    source: str

    @property
    def name(self) -> str:
        """The local name."""
        return local_name(self.element)

    def children(self, *names: str) -> Iterator["Part"]:
        """Yield the direct children with one of the names."""
        for element in self.element:
            if local_name(element) in names:
                yield Part(element, self.source)

    def child(self, name: str) -> "Part | None":
        """Return the first direct child with a name."""
        return next(self.children(name), None)

    def need(self, *path: str) -> "Part":
        """Return the first child, grandchild … along a path; InputError where one is missing."""
        part = self
        for name in path:
            found = part.child(name)
            if found is None:
                raise part.wrong(f"<{name}>", "none")
            part = found
        return part

    def descendants(self, name: str) -> Iterator["Part"]:
        """Yield everything below with a name, in order."""
        for element in self.element.iter("{*}" + name):
            if element is not self.element:
                yield Part(element, self.source)

    def text(self, name: str = "") -> str:
        """Return the text of this element or of a direct child, stripped; empty where there is none."""
        part = self.child(name) if name else self
        return "" if part is None else (part.element.text or "").strip()

    def unchanged(self) -> str:
        """Return the text exactly as it came."""
        return str(self.element.text or "")

    def need_text(self, name: str) -> str:
        """Return the text of a direct child; InputError where it is missing or empty."""
        part = self.need(name)
        text = part.text()
        if not text:
            raise part.wrong("a text", "nothing")
        return text

    def attribute(self, name: str) -> str:
        """Return an attribute without a namespace, or an empty text."""
        return str(self.element.get(name, ""))

    def time(self, name: str) -> datetime | None:
        """Return the aware time in a direct child; None where it is missing or empty."""
        part = self.child(name)
        if part is None or not part.text():
            return None
        text = part.text()
        try:
            if _TIME.fullmatch(text):
                return datetime.fromisoformat(text)
        except ValueError:
            pass  # such as the 31st of February
        raise part.wrong("a date and time with an offset", repr(text[:40]))

    def need_time(self, name: str) -> datetime:
        """Return the aware time in a direct child; InputError where it is missing."""
        time = self.time(name)
        if time is None:
            raise self.wrong(f"a date and time in <{name}>", "none")
        return time

    def wrong(self, expected: str, found: str) -> InputError:
        """Return the error that tells what is wrong here: document, line and path."""
        return InputError(Problem(self.source, self._where(), expected, found))

    def _where(self) -> str:
        names, element = [], self.element
        while element is not None:
            parent = element.getparent()
            before = [e for e in parent if e.tag == element.tag] if parent is not None else [element]
            number = f"[{before.index(element) + 1}]" if len(before) > 1 else ""
            names.append(local_name(element) + number)
            element = parent
        return f"line {self.element.sourceline}, " + "/".join(reversed(names))


def read_xml(data: bytes, source: str, root_name: str, namespace: str, max_bytes: int = MAX_BYTES) -> Part:
    """Parse a whole document.

    Parameters
    ----------
    data : bytes
        UTF-8, with or without a BOM.
    source : str
        Its name for messages.
    root_name, namespace : str
        What the root element must be.
    max_bytes : int, optional
        Refused above, before parsing.

    Returns
    -------
    Part
        The root.

    Raises
    ------
    InputError
        If it is too large, not UTF-8, not well-formed, nested too deeply, has a document type or entities, or
        another root.
    """
    if len(data) > max_bytes:
        raise InputError(Problem(source, "", f"at most {max_bytes} bytes", f"{len(data)}"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(Problem(source, f"byte {error.start}", "UTF-8", "something else")) from error
    for sign in _FORBIDDEN:
        if sign in text:
            line = text[: text.index(sign)].count("\n") + 1
            raise InputError(Problem(source, f"line {line}", "XML without a document type", sign))
    try:
        root = etree.fromstring(text.encode(), etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError as error:
        found = " ".join(str(error).split())[:200]
        raise InputError(Problem(source, f"line {error.lineno or 1}", "well-formed XML", found)) from error
    if root.tag != f"{{{namespace}}}{root_name}":
        raise InputError(
            Problem(source, "root element", f"<{root_name}> of {namespace}", str(root.tag)[:120])
        )
    return Part(root, source)


def local_name(element: Any) -> str:
    """Return the name of an element without its namespace; empty for whatever is not an element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
