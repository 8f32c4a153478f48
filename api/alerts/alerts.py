"""Alerts as part of a server: for every area that is followed a clerk and a teller."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Self

from api.alerts.cap.bulletins import Bulletin
from api.alerts.cap.sign import CapSigner
from api.alerts.life.clerk import CLOCK, Clerk
from api.alerts.life.draft import Record
from api.alerts.life.store import Records
from api.alerts.notices.teller import Teller
from api.alerts.phones import Phones
from api.alerts.settings import AlertSettings
from api.live.desk import Desk
from api.live.follower import Clock, Follower, utc_now
from api.live.log import EventLog
from api.live.store import Store
from api.staff.audit import Audit


@dataclass(frozen=True, slots=True)
class Office:
    """What one area needs.

    Attributes
    ----------
    follower : Follower
    clerk : Clerk
    teller : Teller
    phones : Phones
    """

    follower: Follower
    clerk: Clerk
    teller: Teller
    phones: Phones


class Alerts:
    """The offices of all areas; none where no log is followed.

    Parameters
    ----------
    offices : mapping of str to Office
    settings : AlertSettings
    signer : CapSigner or None
        None where there are no offices.
    clock : callable
    """

    def __init__(
        self,
        offices: Mapping[str, Office],
        settings: AlertSettings,
        signer: CapSigner | None,
        clock: Clock = utc_now,
    ) -> None:
        self.offices, self.settings = MappingProxyType(dict(offices)), settings
        self.signer, self.clock = signer, clock

    @classmethod
    def of(
        cls, state: Path | None, url: str | None, followers: Mapping[str, Follower], replicas: int = 0
    ) -> Self:
        """Prepare what the environment asks for; nothing is started or connected yet."""
        settings = settings_of(state)
        if url is None:
            return cls({}, settings, None)
        offices = {
            area: _office(area, url, follower, settings, replicas) for area, follower in followers.items()
        }
        return cls(offices, settings, CapSigner.open(settings))

    def start(self) -> None:
        """Start telling."""
        for office in self.offices.values():
            office.teller.start()

    def stop(self) -> None:
        """Stop."""
        for office in self.offices.values():
            office.teller.stop()

    def current(self, area: str | None, *, drill: bool) -> list[Bulletin]:
        """Return the newest message of every alert in force, of one area or of all."""
        now = self.clock()
        return [
            one
            for name, office in self.offices.items()
            if area in (None, name)
            for one in office.teller.bulletins.current(now, drill=drill)
        ]

    def find(self, name: str) -> Bulletin | None:
        """Return a message by its identifier, or the newest about an alert by the alert's id."""
        found = (office.teller.bulletins.find(name) for office in self.offices.values())
        return next((one for one in found if one is not None), None)


def settings_of(state: Path | None) -> AlertSettings:
    """Return the settings; keys are kept in the server's state folder unless the environment says where."""
    settings = AlertSettings()
    if state is None or "state_dir" in settings.model_fields_set:
        return settings
    return settings.model_copy(update={"state_dir": state})


def _office(area: str, url: str, follower: Follower, settings: AlertSettings, replicas: int) -> Office:
    engine, world = follower.engine, lambda: follower.world
    desk = Desk(EventLog(url, area, replicas), engine.region, world)
    clerk = Clerk(
        engine.region,
        Records(url, area),
        desk,
        world,
        utc_now,
        override=settings.emergency_override,
        current=lambda: engine.region,
        on_lapse=partial(_note_lapse, Audit(Store(url)), area),
    )
    return Office(follower, clerk, Teller(follower, url, settings), Phones(url, area))


def _note_lapse(audit: Audit, area: str, record: Record) -> None:
    """Note that an approval has lapsed."""
    facts = {"alert": record.id, "version": record.version, "level": record.draft.level}
    audit.note(CLOCK.account, area, "approval lapsed", {**facts, "drill": record.draft.drill})
