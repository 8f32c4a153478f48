"""By what clock the page tells how long one may still wait: as the phone does (pwa/src/app/ask.ts)."""

import re
from datetime import UTC, datetime, timedelta, timezone

from hazard.advise import Advised
from hazard.advise.clock import LONGEST_S
from hazard.departure.rules import DepartureRules
from hazard.kinds import HazardKind
from hazard.world.world import Alert, State

JST = timezone(timedelta(hours=9), "JST")
TELEGRAM = re.compile(r"気象庁[^（）]*?(\d{4}-\d\d-\d\d \d\d:\d\d)")
"""The agency's telegram as an alert's source names it (api/feeds/drafts.py), in Japan's time."""
WARNED_AFTER = timedelta(seconds=180)
"""The agency aims to warn three minutes after the earthquake (気象庁): a scenario began that much earlier."""
DUSK_H, DAWN_H = 18, 6
"""Hours without daylight all year round, in Japan."""


def since_s(state: State, at: datetime) -> int | None:
    """Return the seconds since the earthquake that a tsunami alert follows, rounded up to minutes.

    None where no alert names the agency's telegram: how long staff took after it is not known, and then no
    time left is told.
    """
    alerts = [alert for alert in state.alerts.values() if HazardKind.TSUNAMI in alert.kinds]
    warned = [moment for alert in alerts if (moment := _warned_at(alert)) is not None]
    if not warned:
        return None
    passed = max(timedelta(), at - min(warned) + WARNED_AFTER)
    rounded_s = -(-int(passed.total_seconds()) // 60) * 60
    return rounded_s if rounded_s <= LONGEST_S else None


def _warned_at(alert: Alert) -> datetime | None:
    """Return when the agency warned; None if the alert does not say, or says a time after its own."""
    found = TELEGRAM.search(alert.source)
    if found is None:
        return None
    try:
        moment = datetime.strptime(found[1], "%Y-%m-%d %H:%M").replace(tzinfo=JST)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment <= alert.issued_at else None


def is_night(at: datetime) -> bool:
    """Return whether it is dark in Japan, whatever the season."""
    return not DAWN_H <= at.astimezone(JST).hour < DUSK_H


def leave_by(advised: Advised, at: datetime, rules: DepartureRules) -> datetime | None:
    """Return the last moment to leave by the way that the decision means.

    None without times, and when that moment is over.
    """
    way = advised.way
    if way is None or way.margin_s is None:
        return None
    delay_s = rules.start_ds(0, night=is_night(at)) // 10
    moment = at + timedelta(seconds=delay_s + way.margin_s)
    return moment if moment > at else None
