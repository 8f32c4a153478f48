"""What is in force by the log of a state folder, for `nigemichi decide --state DIR`."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from api.cli.live.event import open_log
from api.decide.news import News, state_of
from api.live.snapshots import world_of
from hazard.advise.force import in_force_at
from hazard.advise.here import street_at
from hazard.live import LiveEngine
from hazard.region import Region
from hazard.region.replaced import LayerStore
from hazard.world import RegionInfo


@dataclass(frozen=True, slots=True)
class Now:
    """A region as it is now.

    Attributes
    ----------
    engine : LiveEngine
        Routes by the real state; an exercise closes no real street.
    news : News
        At the place.
    """

    engine: LiveEngine
    news: News


def read_now(region: Region, state: Path, lon: float, lat: float, *, drill: bool) -> Now:
    """Read the log of a region and route by it.

    Parameters
    ----------
    region : Region
        Loaded from a folder.
    state : Path
        State folder of a server; one of our own is started where none runs.
    lon, lat : float
        Degrees.
    drill : bool
        With it the exercise's alerts count instead of the real ones.

    Raises
    ------
    InputError
        When an exercise is asked for and none runs.
    LogUnavailableError
        If the log cannot be read.
    """
    with open_log(region.id, state) as log:
        world = world_of(log, RegionInfo(region.id, region.graph.digest))
    engine = LiveEngine(region, layers=LayerStore(region))
    engine.advance(world)
    street = street_at(engine.region, engine.index, lon, lat)
    found = in_force_at(engine.region, state_of(world, drill=drill), lon, lat, street)
    return Now(engine, News(found, drill, world.revision, datetime.now(UTC), 0))
