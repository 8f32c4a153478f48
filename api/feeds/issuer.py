"""What goes out by itself where an area has said so: tsunami warnings and level 5 as alerts, and what holds.

The clerk issues alerts as for staff, with a record that they can update or end. Its id comes from the
telegram: whoever does it again, on whatever host, completes what was begun and changes nothing after that.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

import structlog

from api.alerts.extent import outline_of
from api.alerts.life.clerk import Clerk, Person
from api.alerts.life.draft import Draft, Record
from api.alerts.life.machine import Stage
from api.errors import ConflictError, UnknownAlertError
from api.feeds.drafts import Received
from api.live.desk import Acting, Desk
from api.staff.audit import Audit
from hazard.world import World
from hazard.world.events import Extent
from hazard.world.world import Warned
from router.errors import InputError

FEED = Person("jma-feed", "気象庁の電文")
SETTING = Person("jma-feed/setting", "地域の設定により自動で発令")
"""The second person that level 4, 5 and tsunami need is the setting that allows it."""
PREFIX = "a-feed-"
TRIES = 3
"""Several hosts may do it at once; whoever comes second finds the version changed, and looks again."""

log = structlog.get_logger("nigemichi.feeds")


class AlertIssuer:
    """Issues for one area.

    Parameters
    ----------
    clerk : Clerk
    world : callable
        Gives the world as it is now.
    audit : Audit
    """

    def __init__(self, clerk: Clerk, world: Callable[[], World], audit: Audit) -> None:
        self._clerk, self._world, self._audit = clerk, world, audit

    def issue(self, proposal: Received) -> bool:
        """Bring the draft of a proposal into force; False if nothing was left to do, or it cannot be.

        Raises
        ------
        LogUnavailableError
            If nothing was confirmed: do it again.
        """
        assert proposal.draft is not None
        facts = {"proposal": proposal.id, "source": proposal.source}
        before = self._world().revision
        draft = self._fitting(proposal.draft)
        for turn in range(TRIES):
            try:
                record = self._issued(proposal, draft)
            except ConflictError as error:
                if turn == TRIES - 1:
                    log.error("issued elsewhere at once", area=proposal.area, id=proposal.id, why=str(error))
                continue
            except InputError as error:  # staff have the proposal; nothing may hold up the next telegram
                log.error("could not issue by itself", area=proposal.area, id=proposal.id, why=str(error))
                self._audit.note(FEED.account, proposal.area, "could not issue by itself", facts)
                return False
            if record.stage is Stage.ISSUED and self._world().revision > before:
                alert = {"alert": record.alert, **facts}
                self._audit.note(FEED.account, proposal.area, "issued by itself", alert)
                return True
            return False
        return False

    def _issued(self, proposal: Received, draft: Draft) -> Record:
        """Take the record of a telegram to its end, from wherever it was left."""
        record = self._begun(PREFIX + proposal.id, draft)
        if record.stage is Stage.DRAFT:
            record = self._clerk.submit(FEED, record.id, record.version)
        if record.stage is Stage.SUBMITTED and record.draft.needs_second:
            record = self._clerk.approve(SETTING, record.id, record.version)
        if record.stage in (Stage.SUBMITTED, Stage.APPROVED, Stage.ISSUING):
            log.warning("issued by itself", area=proposal.area, alert=record.id, source=proposal.source)
            record = self._clerk.issue(FEED, record.id, record.version)
        return record

    def _begun(self, id_: str, draft: Draft) -> Record:
        with suppress(UnknownAlertError):
            return self._clerk.find(id_)
        return self._clerk.write(FEED, replace(draft, replaces=self._mine(draft)), id_)

    def _fitting(self, draft: Draft) -> Draft:
        """Return a draft whose extent meets streets: the whole area where the mapped zones meet none."""
        try:
            outline_of(self._clerk.region, draft.extent)
        except InputError:
            return replace(draft, extent=Extent())
        return draft

    def _mine(self, draft: Draft) -> str | None:
        """Return the alert in force that went out by itself before, about the same kinds."""
        for name, alert in self._world().real.alerts.items():
            if name.startswith(PREFIX) and alert.kinds == draft.kinds:
                return name
        return None


class WarningTeller:
    """Tells phones what the agency has in force for one area, word for word. Doing it again changes nothing.

    Parameters
    ----------
    desk : Desk
        Of the area's log.
    world : callable
        Gives the world as it is now.
    """

    def __init__(self, desk: Desk, world: Callable[[], World]) -> None:
        self._desk, self._world = desk, world

    def tell(self, before: Mapping[str, Warned], after: Mapping[str, Warned]) -> None:
        """Tell what is not told yet, and lift what has ended between two looks.

        Parameters
        ----------
        before, after : mapping of str to Warned
            As `hazard.official.jma.warnings_of` gives them.

        Raises
        ------
        LogUnavailableError
            If something was not confirmed: do it again.
        """
        for turn in range(TRIES):
            try:
                self._tell(before, after)
                return
            except ConflictError as error:
                if turn == TRIES - 1:
                    log.error("told elsewhere at once", why=str(error))

    def _tell(self, before: Mapping[str, Warned], after: Mapping[str, Warned]) -> None:
        world = self._world()
        told = world.real.warnings
        for name, warned in after.items():
            if name not in told or replace(told[name], told_at=warned.told_at) != warned:
                self._desk.tell_warning(
                    Acting(FEED.account, key=f"{name}-told-after-{world.revision}"),
                    name,
                    kinds=warned.kinds,
                    name=warned.name,
                    weather_level=warned.weather_level,
                    grade=warned.grade,
                    volcano_level=warned.volcano_level,
                    source=warned.source,
                )
        for name in before.keys() - after.keys():
            if name in told:
                key = f"{name}-lifted-after-{world.revision}"
                self._desk.lift_warning(Acting(FEED.account, key=key), name)
