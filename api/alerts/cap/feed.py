"""Lists of messages: all alerts in force in one signed XML document, and as an Atom feed (RFC 4287)."""

from collections.abc import Sequence
from datetime import datetime

from lxml import etree

from api.alerts.cap.bulletins import Bulletin
from api.alerts.cap.message import moment

LIST_NS = "urn:nigemichi:cap-list:1"
ATOM_NS = "http://www.w3.org/2005/Atom"
CAP_TYPE = "application/cap+xml"


def cap_list(current: Sequence[Bulletin], now: datetime) -> bytes:
    """Return a list, unsigned: ``sent`` says when it was true, an empty list that nothing is in force."""
    root = etree.Element(f"{{{LIST_NS}}}alerts", {"sent": moment(now)}, nsmap={None: LIST_NS})
    for one in current:
        root.append(etree.fromstring(one.xml))
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content


def atom(current: Sequence[Bulletin], now: datetime, base: str, sender: str) -> bytes:
    """Return an Atom feed of the same, newest first.

    Parameters
    ----------
    current : sequence of Bulletin
    now : datetime
    base : str
        Public address of this server, without a slash at the end.
    sender : str
    """
    root = etree.Element(f"{{{ATOM_NS}}}feed", nsmap={None: ATOM_NS})
    updated = max((one.sent for one in current), default=now)
    _text(root, "id", f"{base}/v1/alerts.atom")
    _text(root, "title", "避難情報")
    _text(root, "updated", moment(updated))
    _text(etree.SubElement(root, f"{{{ATOM_NS}}}author"), "name", sender)
    etree.SubElement(root, f"{{{ATOM_NS}}}link", rel="self", href=f"{base}/v1/alerts.atom")
    for one in reversed(current):
        entry = etree.SubElement(root, f"{{{ATOM_NS}}}entry")
        link = f"{base}/v1/alerts/{one.identifier}.cap"
        _text(entry, "id", link)
        _text(entry, "title", one.title)
        _text(entry, "updated", moment(one.sent))
        _text(entry, "summary", one.body)
        etree.SubElement(entry, f"{{{ATOM_NS}}}link", rel="alternate", type=CAP_TYPE, href=link)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content


def _text(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, f"{{{ATOM_NS}}}{name}").text = value
