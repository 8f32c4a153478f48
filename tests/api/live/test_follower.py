"""The follower: from the log to the engine and the signed live state, whatever happens to the log."""

import base64
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from api.errors import ConflictError, LogUnavailableError
from api.live.desk import Acting, Desk
from api.live.document import Document, Signed
from api.live.embedded import Embedded
from api.live.follower import Follower
from api.live.log import EventLog
from api.live.signing import Signer
from hazard.kinds import HazardKind
from hazard.live import LiveEngine
from hazard.world import events as e
from hazard.world import fold
from hazard.world.codec.read import event_from_json
from hazard.world.world import SiteStatus
from router.errors import CertificateError, InputError
from tests.api.live.servers import embedded, eventually, state
from tests.hazard.regions import TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import draw

__all__ = ["embedded", "state"]

TOWN = draw("""
    A---B---S
    |   |
    C---D---S
""")
STAFF = Acting("staff")


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 3, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Office:
    """A log, an engine, and a desk on one clock; the test takes each step itself."""

    def __init__(self, url: str, folder: Path) -> None:
        sites = [site_at(TOWN.graph, node, number) for number, node in enumerate(TOWN.sites)]
        self.region = region_of(TOWN.graph, [drawn_exposure(TOWN, TSUNAMI, {})], sites)
        self.engine, self.clock = LiveEngine(self.region), Clock()
        self.signer = Signer.kept_in(folder)
        self.follower = Follower(EventLog(url, "test"), self.engine, self.signer, self.clock)
        self.log = EventLog(url, "test")
        self.desk = Desk(self.log, self.region, lambda: self.follower.world, self.clock)

    def document(self) -> Document:
        self.follower.step()
        assert self.follower.document is not None
        return self.follower.document

    def close(self) -> None:
        self.follower.log.close()
        self.log.close()


@pytest.fixture
def office(embedded: Embedded, state: Path) -> Iterator[Office]:
    made = Office(embedded.url, state)
    yield made
    made.close()


def opened(signed: Signed, signer: Signer) -> dict[str, object]:
    """Check the signature as a phone does, and return what was signed."""
    outer = orjson.loads(signed.content)
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(signer.public_key))
    public.verify(base64.b64decode(outer["signature"]), outer["signed"].encode())
    assert outer["key"] == signer.id
    read: dict[str, object] = orjson.loads(outer["signed"])
    return read


def test_an_action_is_in_the_routes_and_in_the_live_state(office: Office) -> None:
    office.engine.plan([TSUNAMI])
    assert office.document().revision == 0
    done = office.desk.close_roads(STAFF, e.Drawn("streets"), [0, 2], reason="落石")
    document = office.document()
    assert document.revision == office.engine.revision.number == 1
    whole = opened(document.whole, office.signer)
    assert (whole["area"], whole["revision"], whole["since"]) == ("test", 1, None)
    assert done.event.key not in str(whole)
    assert whole["world"]["real"]["closures"][done.event.closure]["streets"] == [0, 2]  # type: ignore[index, union-attr]
    assert b"staff" not in document.whole.content
    assert office.engine.plan([TSUNAMI]).changes.closed_streets.tolist() == [0, 2]


def test_a_phone_that_folds_the_events_since_gets_the_same_digest(office: Office) -> None:
    office.document()
    phone = fold(office.engine.info, [])
    for site in ("S0", "S1"):
        office.desk.tell_site(
            STAFF, site, SiteStatus.FULL, 120, "満員です", [e.Facility.PETS, e.Facility.WATER]
        )
        office.desk.issue_alert(STAFF, [HazardKind.TSUNAMI], None, text={"ja": "逃げて"})
        news = opened(office.document().since(phone.revision), office.signer)
        assert news["world"] is None
        phone = fold(office.engine.info, map(event_from_json, news["events"]), phone)  # type: ignore[call-overload]
        assert (phone.revision, phone.digest) == (news["revision"], news["digest"])
    assert opened(office.document().since(phone.revision), office.signer)["events"] == []
    for strange in (99, 10**15):
        assert office.document().since(strange) is office.document().whole


def test_the_live_state_is_signed_again_when_it_grows_old(office: Office) -> None:
    first = office.document()
    office.clock.now += timedelta(seconds=30)
    assert office.document() is first
    office.clock.now += timedelta(seconds=31)
    second = office.document()
    assert second.whole.etag != first.whole.etag
    assert second.digest == first.digest


def test_a_changed_state_fails_its_signature(office: Office) -> None:
    signed = office.document().whole
    changed = Signed(signed.content.replace(b'\\"revision\\":0', b'\\"revision\\":7'), "")
    assert changed.content != signed.content
    with pytest.raises(InvalidSignature):
        opened(changed, office.signer)


def test_what_ends_by_itself_is_one_event_for_all_hosts(
    office: Office, embedded: Embedded, state: Path
) -> None:
    other = Office(embedded.url, state)
    until = office.clock.now + timedelta(minutes=10)
    office.desk.close_roads(STAFF, e.Drawn("streets"), [1], until=until)
    assert office.document().revision == other.document().revision == 1
    office.clock.now = other.clock.now = until
    for one in (office, other, office, other):
        one.document()
    assert office.document().revision == other.document().revision == 2
    assert office.document().digest == other.document().digest
    assert office.follower.world.real.closures == {}
    assert len(list(office.log.events())) == 2
    other.close()


def test_a_host_whose_clock_is_ahead_ends_nothing_early(office: Office, embedded: Embedded) -> None:
    ahead = Clock()
    ahead.now += timedelta(hours=5)
    log = EventLog(embedded.url, "test")
    host = Follower(log, LiveEngine(office.region), office.signer, ahead, log_clock=office.clock)
    until = office.clock.now + timedelta(minutes=10)
    office.desk.close_roads(STAFF, e.Drawn("streets"), [1], until=until)
    host.step()
    host.step()
    assert host.world.revision == 1
    office.clock.now = until
    host.step()
    host.step()
    assert host.world.revision == 2
    assert host.world.real.closures == {}
    log.close()


def test_the_log_tells_its_own_time(embedded: Embedded) -> None:
    log = EventLog(embedded.url, "test")
    first, second = log.now(), log.now()
    assert first <= second
    assert abs((second - datetime.now(UTC)).total_seconds()) < 60
    log.close()


def test_events_of_clocks_that_are_wrong_keep_the_order_of_the_log(
    office: Office, embedded: Embedded, state: Path
) -> None:
    office.document()
    office.desk.tell_site(STAFF, "S0", SiteStatus.FULL)
    office.clock.now -= timedelta(days=400)
    office.desk.tell_site(STAFF, "S0", SiteStatus.OPEN)
    office.clock.now += timedelta(days=800)
    office.desk.close_roads(STAFF, e.Drawn("streets"), [0])
    office.document()
    assert office.follower.world.real.sites["S0"].status is SiteStatus.OPEN
    late = Office(embedded.url, state)
    assert late.document().digest == office.document().digest
    late.close()


def test_a_host_that_starts_later_reaches_the_same_digest(
    office: Office, embedded: Embedded, state: Path
) -> None:
    for n in range(5):
        office.desk.close_roads(STAFF, e.Drawn("streets"), [n % 4], closure=f"c{n % 2}")
        office.document()
    late = Office(embedded.url, state)
    assert late.document().digest == office.document().digest
    assert late.engine.plan([TSUNAMI]).guide.field.digest == office.engine.plan([TSUNAMI]).guide.field.digest
    late.close()


def test_a_failed_certificate_is_told_and_alerts_go_out_all_the_same(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hazard.engine import settles as module

    def wrong(*_: object) -> None:
        raise CertificateError("field is not optimal")

    plan = office.engine.plan([TSUNAMI])
    office.document()
    with monkeypatch.context() as patch:
        patch.setattr(module, "certify", wrong)
        office.desk.close_roads(STAFF, e.Drawn("streets"), [0])
        office.desk.issue_alert(STAFF, [TSUNAMI], None)
        document = office.document()
    assert document.revision == 2
    assert "not optimal" in office.follower.status.failure
    assert (office.engine.revision.number, office.engine.plan([TSUNAMI])) == (0, plan)
    office.desk.tell_site(STAFF, "S0", SiteStatus.OPEN)
    assert office.document().revision == office.engine.revision.number == 3
    assert office.follower.status.failure == ""


def test_the_desk_refuses_what_makes_no_sense(office: Office) -> None:
    office.document()
    desk = office.desk
    ring = ((0, 0), (10, 10), (10, 0), (0, 10), (0, 0))
    for act in (
        lambda: desk.cancel_alert(STAFF, "none"),
        lambda: desk.update_alert(STAFF, "none", level=5),
        lambda: desk.reopen_roads(STAFF, "none"),
        lambda: desk.tell_site(STAFF, "none", SiteStatus.OPEN),
        lambda: desk.end_drill(STAFF),
        lambda: desk.tell_site(Acting("staff", drill=True), "S0", SiteStatus.OPEN),
        lambda: desk.close_roads(STAFF, e.Drawn("streets"), []),
        lambda: desk.close_roads(STAFF, e.Drawn("streets"), [999]),
        lambda: desk.close_roads(STAFF, e.Drawn("polygon", ring)),
        lambda: desk.close_roads(STAFF, e.Drawn("polygon", ((0, 0), (0, 9), (9, 9), (0, 0)))),
        lambda: desk.close_roads(STAFF, e.Drawn("line", ((0, 0),))),
        lambda: desk.close_roads(STAFF, e.Drawn("depth", (), TSUNAMI, 31)),
        lambda: desk.close_roads(STAFF, e.Drawn("depth", (), HazardKind.FLOOD, 30)),
        lambda: desk.close_roads(STAFF, e.Drawn("streets"), [0], until=office.clock.now),
        lambda: desk.issue_alert(STAFF, [TSUNAMI], 2),
        lambda: desk.issue_alert(STAFF, [], 4),
        lambda: desk.issue_alert(STAFF, [TSUNAMI], 4, text={"ja": "あ" * 100_000}),
    ):
        with pytest.raises(InputError):
            act()
    assert list(office.log.events()) == []


def test_a_request_that_is_sent_again_is_answered_as_at_first(office: Office) -> None:
    office.document()
    acting = Acting("staff", key="request-1")
    first = office.desk.issue_alert(acting, [TSUNAMI], None)
    office.document()
    assert office.desk.issue_alert(acting, [TSUNAMI], None) == first
    cancel = Acting("staff", key="request-2")
    done = office.desk.cancel_alert(cancel, first.event.alert)  # type: ignore[union-attr]
    office.document()
    assert office.desk.cancel_alert(cancel, first.event.alert) == done  # type: ignore[union-attr]
    with pytest.raises(ConflictError):
        office.desk.tell_site(cancel, "S0", SiteStatus.FULL)
    assert office.document().revision == 2


def test_a_drill_is_played_beside_the_real_thing(office: Office) -> None:
    office.document()
    office.desk.start_drill(STAFF, "津波訓練")
    office.document()
    with pytest.raises(InputError):
        office.desk.start_drill(STAFF, "二つ目")
    office.desk.close_roads(Acting("staff", drill=True), e.Drawn("streets"), [0, 1, 2])
    office.document()
    world = office.follower.world
    assert world.exercise is not None
    assert len(world.exercise.state.closures) == 1
    assert world.real.closures == {}
    assert office.engine.revision.changes.closed_streets.size == 0
    office.desk.end_drill(STAFF)
    office.document()
    assert office.follower.world.exercise is None


def test_without_its_log_it_goes_on_serving_and_recovers(state: Path) -> None:
    server = Embedded(state)
    server.start()
    office = Office(server.url, state)
    office.desk.close_roads(STAFF, e.Drawn("streets"), [0])
    follower = office.follower
    assert follower.start()
    assert follower.status.connected
    server.stop()
    eventually(lambda: not follower.status.connected)
    as_of = follower.status.as_of
    with pytest.raises(LogUnavailableError):
        office.desk.tell_site(STAFF, "S0", SiteStatus.FULL)
    assert office.engine.plan([TSUNAMI]).changes.closed_streets.tolist() == [0]
    assert follower.document is not None
    assert follower.status.as_of == as_of
    server = Embedded(state)
    server.start()
    eventually(lambda: follower.status.connected)
    office.desk.tell_site(STAFF, "S0", SiteStatus.FULL)
    eventually(lambda: office.engine.revision.number == 2)
    follower.stop()
    office.log.close()
    server.stop()


def test_an_emptied_log_is_not_followed(state: Path) -> None:
    server = Embedded(state)
    server.start()
    office = Office(server.url, state)
    office.desk.close_roads(STAFF, e.Drawn("streets"), [0])
    assert office.follower.start()
    server.stop()
    for file in (state / "valkey" / "appendonlydir").iterdir():
        file.unlink()
    server = Embedded(state)
    server.start()
    eventually(lambda: "no longer holds" in office.follower.status.error)
    assert office.engine.revision.number == 1
    office.follower.stop()
    server.stop()


def test_the_key_is_kept_and_private(tmp_path: Path) -> None:
    first = Signer.kept_in(tmp_path / "state")
    assert Signer.kept_in(tmp_path / "state").id == first.id
    assert (tmp_path / "state" / "signing-key").stat().st_mode & 0o777 == 0o600
    assert {path.name for path in (tmp_path / "state").iterdir()} == {"signing-key"}
    with pytest.raises(InputError, match="32 bytes") as caught:
        Signer.from_text("c2VjcmV0", "settings")
    assert "c2VjcmV0" not in str(caught.value)
