"""Push as part of a server: on where there is an event log, off where there is none."""

from collections.abc import Collection
from pathlib import Path

from api.push.http import PushDesk
from api.push.settings import PushSettings
from api.push.store.connect import connect

FOLDER = "push"


def settings_of(state: Path | None) -> PushSettings:
    """Return the settings; keys are kept in the server's state folder unless the environment says where."""
    settings = PushSettings()
    if state is None or "state_dir" in settings.model_fields_set:
        return settings
    return settings.model_copy(update={"state_dir": state / FOLDER})


def desk_of(state: Path | None, redis_url: str | None, areas: Collection[str]) -> PushDesk | None:
    """Return what the routes under /v1/push need, None when there is nowhere to keep subscriptions."""
    if redis_url is None:
        return None
    return PushDesk.open(settings_of(state), connect(redis_url), areas)
