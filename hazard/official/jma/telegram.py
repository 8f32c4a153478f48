"""What every telegram has: who sent it, when, about which event, whether it is real."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import TypeVar

from hazard.official.jma.xml import Part

Choice = TypeVar("Choice", bound=StrEnum)


class Status(StrEnum):
    """Control/Status. Only ``REAL`` is ever real; the others are kept apart everywhere."""

    REAL = "通常"
    TRAINING = "訓練"
    TEST = "試験"


class InfoType(StrEnum):
    """Head/InfoType."""

    ISSUED = "発表"
    DELAYED = "遅延"
    CORRECTED = "訂正"
    CANCELLED = "取消"


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A place as the agency codes it: municipality, tsunami forecast area, river or volcano.

    Attributes
    ----------
    code, name : str
        As in the telegram. A municipality has seven digits; the first five are 全国地方公共団体コード.
    """

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Head:
    """Control and Head of a telegram.

    Attributes
    ----------
    kind : str
        Data type such as ``VPWW55``, from the title; empty when the title is not known.
    title : str
        Control/Title.
    status : Status
    editorial_office, publishing_office : str
        Who wrote it; who is responsible (often several, a river office among them).
    sent_at : datetime
        Control/DateTime, aware: what "newest" goes by.
    subject : str
        Head/Title.
    reported_at : datetime
        Head/ReportDateTime, aware.
    valid_until_at : datetime or None
    event_ids : tuple of str
        Head/EventID; several where a telegram answers several earthquakes.
    info_type : InfoType
    serial : str
    info_kind, version : str
        Head/InfoKind and InfoKindVersion.
    headline : str
        Official text, exactly as it came.
    digest : str
        SHA-256 of the telegram's bytes.
    """

    kind: str
    title: str
    status: Status
    editorial_office: str
    publishing_office: str
    sent_at: datetime
    subject: str
    reported_at: datetime
    valid_until_at: datetime | None
    event_ids: tuple[str, ...]
    info_type: InfoType
    serial: str
    info_kind: str
    version: str
    headline: str
    digest: str

    @property
    def age_key(self) -> tuple[datetime, int, int, datetime, str]:
        """Sorts from the oldest to the newest; the digest breaks ties the same way everywhere."""
        serial = int(self.serial) if self.serial.isdecimal() and len(self.serial) < 10 else 0
        return (self.sent_at, _RANK.index(self.info_type), serial, self.reported_at, self.digest)


_RANK = (InfoType.ISSUED, InfoType.DELAYED, InfoType.CORRECTED, InfoType.CANCELLED)


def read_head(report: Part, data: bytes, kind: str) -> Head:
    """Read Control and Head.

    Parameters
    ----------
    report : Part
        The root.
    data : bytes
        The whole telegram, for its digest.
    kind : str
        Data type, or empty.

    Raises
    ------
    InputError
        Where something is missing or not one of its values (an unknown status is never taken for real).
    """
    control, head = report.need("Control"), report.need("Head")
    text = head.need("Headline").child("Text")
    return Head(
        kind=kind,
        title=control.need_text("Title"),
        status=_one_of(Status, control, "Status"),
        editorial_office=control.need_text("EditorialOffice"),
        publishing_office=control.text("PublishingOffice"),
        sent_at=control.need_time("DateTime"),
        subject=head.text("Title"),
        reported_at=head.need_time("ReportDateTime"),
        valid_until_at=head.time("ValidDateTime"),
        event_ids=tuple(head.text("EventID").split()),
        info_type=_one_of(InfoType, head, "InfoType"),
        serial=head.text("Serial"),
        info_kind=head.text("InfoKind"),
        version=head.text("InfoKindVersion"),
        headline="" if text is None else text.unchanged(),
        digest=sha256(data).hexdigest(),
    )


def read_area(area: Part) -> Area:
    """Read an Area element's name and code."""
    return Area(area.need_text("Code"), area.need_text("Name"))


def _one_of(choices: type[Choice], part: Part, name: str) -> Choice:
    text = part.need_text(name)
    try:
        return choices(text)
    except ValueError:
        raise part.need(name).wrong(" or ".join(choices), repr(text[:40])) from None
