"""The fields by which advice is compared: one for each group of profiles, kept from change to change."""

from collections.abc import Mapping

from api.alerts.extent import outline_of
from api.alerts.notices.advice import Advice, compare
from api.alerts.notices.standing import Standing
from api.push.notice import Group
from hazard.conditions import Conditions
from hazard.engine.changes import Changes
from hazard.engine.plan import Plan, make_plan, remake_plan
from hazard.kinds import HazardKind
from hazard.region import Region
from hazard.world.world import Alert
from router.errors import InputError
from router.place.snap import SnapIndex

PROFILE_OF = {Group.FOOT: "adult", Group.WHEELS: "wheelchair", Group.CAR: "car"}
"""Who stands for a group: of one group all may use the same streets, at their own pace."""


class Plans:
    """Compares what changes do to the routes of everybody for whom an alert is in force.

    Settled apart from the fields that answer requests: those must not wait for it.

    Parameters
    ----------
    region : Region
    index : SnapIndex
    """

    def __init__(self, region: Region, index: SnapIndex) -> None:
        self.region, self._index = region, index
        self._kept: dict[tuple[tuple[HazardKind, ...], Conditions, Group], Plan] = {}

    def advices(self, before: Changes, after: Standing) -> Mapping[Group, Advice]:
        """Return by group what the change from ``before`` to ``after`` means; only real alerts count."""
        alerts = [alert for (drill, _), alert in after.alerts.items() if not drill]
        if not alerts or _same(before, after.changes):
            return {}
        kinds = tuple(kind for kind in HazardKind if any(kind in alert.kinds for alert in alerts))
        conditions = conditions_of(alerts)
        within = frozenset(code for alert in alerts for code in meshes_of(self.region, alert))
        found = {}
        for group, profile in PROFILE_OF.items():
            key = (kinds, conditions, group)
            old = self._plan(self._kept.get(key), kinds, conditions, profile, before)
            new = remake_plan(self.region, self._index, old, after.changes)
            advice = compare(self.region.graph, old, new, within)
            self._kept = {k: v for k, v in self._kept.items() if k[:2] == key[:2]} | {key: new}
            if advice is not None:
                found[group] = advice
        return found

    def _plan(
        self,
        kept: Plan | None,
        kinds: tuple[HazardKind, ...],
        conditions: Conditions,
        profile: str,
        changes: Changes,
    ) -> Plan:
        if kept is None:
            return make_plan(self.region, self._index, kinds, profile, changes, conditions)
        return kept if _same(kept.changes, changes) else remake_plan(self.region, self._index, kept, changes)


def conditions_of(alerts: list[Alert]) -> Conditions:
    """Return the levels in force, the highest of each kind."""
    levels: dict[HazardKind, int] = {}
    for alert in alerts:
        for kind in alert.kinds:
            levels[kind] = max(levels.get(kind, 0), alert.level or 0)
    return Conditions.of(levels)


def meshes_of(region: Region, alert: Alert) -> tuple[str, ...]:
    """Return the cells of an alert; those of the whole area where its extent means nothing on this server."""
    try:
        return outline_of(region, alert.extent).meshes
    except InputError:
        return outline_of(region, type(alert.extent)()).meshes


def _same(a: Changes, b: Changes) -> bool:
    return a.closes_as(b) and a.sites_as(b)
