"""From an alert to a CAP 1.2 message: one info block for each language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from api.alerts.cap.rules import NS
from api.alerts.extent import Outline
from api.alerts.texts.compose import AlertText, Ending, where_of
from api.alerts.texts.said import GRADES, Said
from api.alerts.texts.table import JST, LANGS, table_in
from hazard.decision.situation import TsunamiState
from hazard.kinds import HazardKind
from hazard.official.population.mesh import mesh_bounds

CATEGORY = {HazardKind.LARGE_FIRE: "Fire"} | dict.fromkeys(
    (HazardKind.FLOOD, HazardKind.STORM_SURGE, HazardKind.INLAND_FLOOD), "Met"
)
"""The rest is Geo. CAP counts floods as Met."""
URGENT = {
    "3": ("Expected", "Moderate"),
    "4": ("Immediate", "Severe"),
    "5": ("Immediate", "Extreme"),
    TsunamiState.MAJOR_WARNING: ("Immediate", "Extreme"),
    TsunamiState.WARNING: ("Immediate", "Severe"),
    TsunamiState.ADVISORY: ("Immediate", "Moderate"),
}
"""Urgency and severity; no authority has published a mapping, this one is ours."""
RESPONSE = {"3": ("Prepare", "Evacuate"), "5": ("Shelter",)}
LANGUAGE_TAG = {"ja-easy": "ja-x-easy"}
"""Easy Japanese has no registered tag: a private one (RFC 5646, section 2.2.7)."""
DRILL_NOTE = "訓練 これは訓練です。 EXERCISE. This is only a drill."


@dataclass(frozen=True, slots=True)
class Head:
    """What identifies a message.

    Attributes
    ----------
    identifier, sender : str
    sent : datetime
    kind : str
        ``Alert``, ``Update`` or ``Cancel``.
    references : sequence of str
        Earlier messages about the same alert, as ``sender,identifier,sent``.
    """

    identifier: str
    sender: str
    sent: datetime
    kind: str
    references: Sequence[str] = ()

    @property
    def triple(self) -> str:
        """How later messages refer to this one."""
        return f"{self.sender},{self.identifier},{moment(self.sent)}"


def moment(at: datetime) -> str:
    """Return a moment as CAP wants it: with an offset, never Z, to the second."""
    return at.astimezone(JST).strftime("%Y-%m-%dT%H:%M:%S+09:00")


def build_cap(
    head: Head,
    said: Said,
    texts: Mapping[str, AlertText],
    outline: Outline | None,
    *,
    source: str = "",
    web: str = "",
    ending: Ending | None = None,
) -> bytes:
    """Return a CAP message, unsigned.

    Parameters
    ----------
    head : Head
    said : Said
    texts : mapping of str to AlertText
    outline : Outline or None
        None: the extent means nothing on this server, the area is named in words only.
    source : str
        The official telegram or the reason.
    web : str
        Where more is told.
    ending : Ending or None
        Of a Cancel.
    """
    root = etree.Element(f"{{{NS}}}alert", nsmap={None: NS})
    for name, value in (
        ("identifier", head.identifier),
        ("sender", head.sender),
        ("sent", moment(head.sent)),
        ("status", "Exercise" if said.drill else "Actual"),
        ("msgType", head.kind),
        ("source", source),
        ("scope", "Public"),
        ("note", DRILL_NOTE if said.drill else ""),
        ("references", " ".join(head.references)),
    ):
        _add(root, name, value)
    for lang in (lang for lang in LANGS if lang in texts):
        _info(root, head, said, lang, texts[lang], outline, web, ending)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content


def _info(
    root: etree._Element,
    head: Head,
    said: Said,
    lang: str,
    text: AlertText,
    outline: Outline | None,
    web: str,
    ending: Ending | None,
) -> None:
    info, table = etree.SubElement(root, f"{{{NS}}}info"), table_in(lang)
    case = str(said.grade if said.grade in GRADES else said.level or "4")
    urgency, severity = URGENT[case] if ending is None else ("Past", "Minor")
    _add(info, "language", LANGUAGE_TAG.get(lang, lang))
    for category in dict.fromkeys(CATEGORY.get(kind, "Geo") for kind in said.kinds):
        _add(info, "category", category)
    _add(info, "event", f"{table.name(said.name_key)} {table.hazards(said.kinds)}")
    for response in _responses(case, ending):
        _add(info, "responseType", response)
    for name, value in (
        ("urgency", urgency),
        ("severity", severity),
        ("certainty", "Likely"),
        ("effective", moment(head.sent)),
        ("expires", moment(said.until) if said.until and ending is None else ""),
        ("senderName", said.area),
        ("headline", text.title),
        ("description", text.body),
        ("web", web),
    ):
        _add(info, name, value)
    if said.level:
        _pair(info, "parameter", "警戒レベル", str(said.level))
    if text.reference:
        _pair(info, "parameter", "参考訳", "true")
    _area(info, said, lang, outline)


def _responses(case: str, ending: Ending | None) -> Sequence[str]:
    if ending is Ending.LIFT:
        return ("AllClear",)
    return ("None",) if ending else RESPONSE.get(case, ("Evacuate",))


def _area(info: etree._Element, said: Said, lang: str, outline: Outline | None) -> None:
    """Add the area: drawn rings, cells as rings; zones and the whole area as the cells that they meet."""
    area = etree.SubElement(info, f"{{{NS}}}area")
    _add(area, "areaDesc", where_of(said, table_in(lang)))
    if outline is None:
        return
    for ring in outline.extent.polygons:
        _add(area, "polygon", " ".join(f"{lat / 1e7:.6f},{lon / 1e7:.6f}" for lon, lat in ring))
    for code in outline.extent.meshes:
        west, south, east, north = mesh_bounds(code)
        corners = ((south, west), (south, east), (north, east), (north, west), (south, west))
        _add(area, "polygon", " ".join(f"{lat:.6f},{lon:.6f}" for lat, lon in corners))
    if outline.is_all or outline.extent.zones:
        for code in outline.meshes:
            _pair(area, "geocode", "JIS X 0410", code)


def _add(parent: etree._Element, name: str, value: str) -> None:
    if value:
        etree.SubElement(parent, f"{{{NS}}}{name}").text = value


def _pair(parent: etree._Element, name: str, key: str, value: str) -> None:
    pair = etree.SubElement(parent, f"{{{NS}}}{name}")
    _add(pair, "valueName", key)
    _add(pair, "value", value)
