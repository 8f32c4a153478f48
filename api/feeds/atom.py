"""Atom feeds of the agency: which telegrams there are, and which of them are for us."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from re import compile as pattern

from api.feeds.settings import FeedSettings
from hazard.official.jma.codes import is_read
from hazard.official.jma.xml import Part, read_xml

NAMESPACE = "http://www.w3.org/2005/Atom"
MAX_URL_CHARS = 300
_FILE = pattern(r"_([A-Z]{4}[0-9]{2})_([0-9A-Za-z]{1,12})\.xml$")
_BY_PREFECTURE = frozenset({"VPWW", "VXWW", "VPBS", "VPNO"})
_PRIORITY = {"VTSE": 0, "VXSE": 1, "VFVO": 1}


@dataclass(frozen=True, slots=True)
class Entry:
    """A telegram that a feed names.

    Attributes
    ----------
    url : str
        Also its id: the agency never changes a file.
    data_type : str
        ``VPWW55`` …, from the file name.
    priority : int
        0 is fetched first: tsunami.
    updated_at : datetime
    """

    url: str
    data_type: str
    priority: int
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed holds for us.

    Attributes
    ----------
    entries : tuple of Entry
    foreign : int
        Entries that point to another host, and were dropped.
    """

    entries: tuple[Entry, ...]
    foreign: int


def read_feed(data: bytes, source: str, settings: FeedSettings) -> Feed:
    """Read a feed.

    Parameters
    ----------
    data : bytes
    source : str
        Its address, for messages.
    settings : FeedSettings

    Raises
    ------
    InputError
        If it is not an Atom feed, or an entry has no time. A page of a proxy or a hotel is no empty feed.
    """
    root = read_xml(data, source, "feed", NAMESPACE, settings.max_feed_bytes)
    found, foreign = [], 0
    for part in root.children("entry"):
        url = _url(part)
        if not settings.allows(url):
            foreign += 1
            continue
        found += list(_entry(part, url, settings))
    return Feed(tuple(found), foreign)


def _url(part: Part) -> str:
    links = (link.attribute("href") for link in part.children("link"))
    return next((link for link in links if link), "") or part.text("id")


def _entry(part: Part, url: str, settings: FeedSettings) -> Iterator[Entry]:
    name = _FILE.search(url)
    if name is None or len(url) > MAX_URL_CHARS or not is_read(name[1]):
        return
    family = name[1][:4]
    if family in _BY_PREFECTURE and settings.offices and name[2] not in settings.offices:
        return
    yield Entry(url, name[1], _PRIORITY.get(family, 2), part.need_time("updated"))
