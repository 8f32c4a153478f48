"""A town's office for tests: a log server, a drawn town, and everything that alerts need, without threads."""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest

from api.alerts.life.clerk import Clerk, Person
from api.alerts.life.draft import Draft, Record
from api.alerts.life.store import Records
from api.alerts.notices.teller import Teller
from api.alerts.settings import AlertSettings
from api.live.address import connect
from api.live.desk import Acting, Desk
from api.live.embedded import Embedded, socket_url
from api.live.follower import Follower
from api.live.log import EventLog
from api.live.signing import Signer
from api.push.store.names import prefix
from api.push.store.outbox import Outbox
from hazard.kinds import HazardKind
from hazard.live import LiveEngine
from tests.hazard.regions import DEEP, TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import Town, draw

SATO, SUZUKI, MORI = Person("sato", "佐藤"), Person("suzuki", "鈴木"), Person("mori", "森")
TOWN = draw(
    """
    S---A---B---C---S
    |   |   |   |   |
    +---D---E---F---G
    |   |   |   |   |
    +~~~+~~~H~~~+~~~+
    """,
    unit_m=300,
    names={"AB": "北通り", "BC": "北通り", "DE": "中通り", "EF": "中通り"},
)
FLOOD = Draft(kinds=(HazardKind.FLOOD,), level=3, source="川の水位")
URL = "https://nigemichi.example"


@dataclass
class Clock:
    """A clock that the test moves."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **much: int) -> None:
        self.now += timedelta(**much)


class Office:
    """One server: what staff do is in force at the next `catch_up`."""

    def __init__(
        self, url: str, folder: Path, clock: Clock, town: Town = TOWN, override: bool = False
    ) -> None:
        sites = [site_at(town.graph, node, number) for number, node in enumerate(town.sites)]
        self.town, self.url, self.clock = town, url, clock
        self.region = region_of(town.graph, [drawn_exposure(town, TSUNAMI, {"~": DEEP})], sites)
        self.engine = LiveEngine(self.region)
        self.log = EventLog(url, self.region.id)
        self.follower = Follower(self.log, self.engine, Signer.kept_in(folder), clock)
        self.desk = Desk(self.log, self.region, lambda: self.follower.world, clock)
        records = Records(url, self.region.id)
        self.clerk = Clerk(
            self.region, records, self.desk, lambda: self.follower.world, clock, override=override
        )
        settings = AlertSettings(public_url=URL, sender="bosai@test.example", state_dir=folder)
        self.teller = Teller(self.follower, url, settings, clock)
        self.redis = connect(url)
        self.catch_up()

    def catch_up(self) -> None:
        self.follower.step(1)

    def tell(self) -> None:
        """Take in the log and tell what is new."""

        async def told() -> None:
            await self.teller.step()
            await self.teller._push.aclose() if self.teller._push else None
            self.teller._push = self.teller._outbox = None

        self.catch_up()
        asyncio.run(told())

    def issued(self, draft: Draft = FLOOD) -> Record:
        """Bring an alert into force with everybody that it takes."""
        record = self.clerk.write(SATO, draft)
        record = self.clerk.submit(SATO, record.id, record.version)
        if draft.needs_second:
            record = self.clerk.approve(SUZUKI, record.id, record.version)
        record = self.clerk.issue(SATO, record.id, record.version)
        self.catch_up()
        return record

    def close(self, tail: str, head: str, closure: str) -> None:
        from hazard.world.events import Drawn

        street = int(self.town.graph.edge_street[self.town.edge(tail, head)])
        self.desk.close_roads(Acting("sato"), Drawn("streets"), [street], closure=closure)

    def watch(self, mesh: str, *ids: str) -> None:
        """Note phones that watch a cell, as the store of subscriptions does."""
        self.redis.sadd(f"{prefix(self.region.id)}mesh:{mesh}", *ids)
        self.redis.sadd(f"{prefix(self.region.id)}ids", *ids)

    def notices(self) -> dict[str, dict[str, Any]]:
        """Return what is in the outbox: by notice, who gets it and what it says by language."""
        found = {}
        for key in self.redis.keys(f"{prefix(self.region.id)}notice:*"):
            id_ = key.decode().split("notice:")[1]
            told = asyncio.run(self._read(id_))
            total = self.redis.hget(f"{prefix(self.region.id)}count:{id_}", "total")
            texts = {lang: orjson.loads(payload)["notification"] for lang, payload in told.payloads.items()}
            found[id_] = {"total": int(total), "texts": texts, "sendable": told}
        return found

    async def _read(self, id_: str) -> Any:
        from api.push.store.connect import connect as connect_push

        client = connect_push(self.url)
        try:
            return await Outbox(client).notice(self.region.id, id_)
        finally:
            await client.aclose()


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, Path]]:
    folder = Path(tempfile.mkdtemp(prefix="nigemichi-"))
    embedded = Embedded(folder / "state")
    embedded.start()
    yield socket_url(folder / "state"), folder
    embedded.stop()
    shutil.rmtree(folder)


@pytest.fixture
def office(server: tuple[str, Path]) -> Office:
    url, folder = server
    connect(url).flushall()
    return Office(url, folder, Clock())
