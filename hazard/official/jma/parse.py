"""Bytes of a telegram to a typed value."""

from dataclasses import dataclass
from typing import TypeAlias

from hazard.official.jma.codes import kind_of_title, reason_not_for_us
from hazard.official.jma.contents.events import (
    Bulletin,
    Eruption,
    Quake,
    VolcanoLevel,
    read_bulletin,
    read_eruption,
    read_quake,
    read_volcano_level,
)
from hazard.official.jma.contents.river import RiverForecast, read_river_forecast
from hazard.official.jma.contents.tsunami import Tsunami, read_tsunami
from hazard.official.jma.contents.weather import (
    SpecialNotice,
    Warnings,
    read_landslide_alert,
    read_special_notice,
    read_warnings,
)
from hazard.official.jma.telegram import Head, InfoType, read_head
from hazard.official.jma.xml import Part, read_xml

NAMESPACE = "http://xml.kishou.go.jp/jmaxml1/"


@dataclass(frozen=True, slots=True)
class Cancelled:
    """取消: what was sent before for this event was an error.

    Attributes
    ----------
    text : str
        Official text, unchanged.
    """

    text: str


@dataclass(frozen=True, slots=True)
class NotForUs:
    """A telegram that is not read.

    Attributes
    ----------
    reason : str
    """

    reason: str


Content: TypeAlias = (
    Warnings
    | SpecialNotice
    | RiverForecast
    | Tsunami
    | VolcanoLevel
    | Eruption
    | Quake
    | Bulletin
    | Cancelled
    | NotForUs
)


@dataclass(frozen=True, slots=True)
class Telegram:
    """One telegram.

    Attributes
    ----------
    head : Head
    content : Content
    """

    head: Head
    content: Content


def parse_telegram(data: bytes, source: str = "telegram") -> Telegram:
    """Read a telegram of 気象庁防災情報XML.

    Parameters
    ----------
    data : bytes
        The whole file.
    source : str, optional
        Its name for messages.

    Returns
    -------
    Telegram
        Its content is `NotForUs` for kinds that are not read, and for titles that are not known.

    Raises
    ------
    InputError
        If it is not a well-formed telegram, or something that must be there is missing or wrong: names the
        file, the line and the element.
    """
    report = read_xml(data, source, "Report", NAMESPACE)
    kind = kind_of_title(report.need("Control").need_text("Title"))
    head = read_head(report, data, kind)
    if not kind:
        return Telegram(head, NotForUs("not a title that is known here"))
    reason = reason_not_for_us(kind)
    if reason:
        return Telegram(head, NotForUs(reason))
    if head.info_type is InfoType.CANCELLED:
        body = report.child("Body")
        text = None if body is None else body.child("Text")
        return Telegram(head, Cancelled("" if text is None else text.unchanged()))
    return Telegram(head, _content(kind, report.need("Head", "Headline"), report.need("Body")))


def _content(kind: str, headline: Part, body: Part) -> Content:
    if kind.startswith("VPWW"):
        return read_warnings(body, kind)
    if kind in ("VXKO", "VXSU"):
        return read_river_forecast(headline, body, kind)
    if kind.startswith("VTSE"):
        return read_tsunami(body)
    if kind in ("VFVO52", "VFVO56"):
        return read_eruption(body)
    if kind == "VXWW50":
        return read_landslide_alert(body)
    if kind == "VPNO50":
        return read_special_notice(headline)
    if kind == "VPBS50":
        return read_bulletin(headline, body)
    return read_quake(body) if kind == "VXSE53" else read_volcano_level(body)
