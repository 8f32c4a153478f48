"""How following goes, as /v1/health tells it."""

from datetime import UTC, datetime
from typing import Literal

from api.contract import LiveHealth
from api.live.follower import Follower, Status
from hazard.live import LiveEngine
from hazard.world.codec.write import moment_text


def health_of(engine: LiveEngine, follower: Follower | None) -> LiveHealth:
    """Return how an area follows its log."""
    status = Status() if follower is None else follower.status
    world = engine.revision.world if follower is None else follower.world
    document = None if follower is None else follower.document
    log: Literal["off", "following", "unavailable"] = "following" if status.connected else "unavailable"
    age_s = None if status.as_of is None else (datetime.now(UTC) - status.as_of).total_seconds()
    return LiveHealth(
        log="off" if follower is None else log,
        revision=engine.revision.number,
        log_revision=world.revision,
        digest=None if document is None else document.digest,
        as_of=None if status.as_of is None else moment_text(status.as_of),
        age_s=None if age_s is None else round(max(0.0, age_s), 1),
        error=status.error,
        failure=status.failure,
        skipped=status.skipped,
        unplaced=list(status.unplaced),
    )
