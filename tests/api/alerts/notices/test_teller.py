"""From what staff do to the outbox: the right cells, the right words, each once."""

import asyncio
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
import redis

from api.alerts.notices.standing import Standing
from api.alerts.texts import LANGS
from api.errors import LogUnavailableError
from api.live.desk import Acting
from api.push.notice import MAX_PAYLOAD_BYTES
from hazard.decision.situation import TsunamiState
from hazard.kinds import HazardKind
from hazard.official.population.mesh import mesh_code
from hazard.world.events import Extent
from hazard.world.world import SiteStatus
from tests.api.alerts.office import FLOOD, SATO, SUZUKI, TOWN, Clock, Draft, Office, office, server
from tests.api.alerts.test_extent import ring
from tests.api.live.servers import eventually

__all__ = ["office", "server"]
TSUNAMI = Draft(kinds=(HazardKind.TSUNAMI,), grade=TsunamiState.MAJOR_WARNING)


def cell(name: str) -> str:
    graph, node = TOWN.graph, TOWN.node[name]
    return mesh_code(int(graph.node_lon_e7[node]), int(graph.node_lat_e7[node]), 8)  # type: ignore[arg-type]


def only(office: Office, part: str) -> dict:  # type: ignore[type-arg]
    (found,) = [notice for id_, notice in office.notices().items() if part in id_]
    return found


def test_from_approval_to_the_outbox(office: Office) -> None:
    west = ring((0, -50), (350, -50), (350, 650), (0, 650))
    office.watch(cell("A"), "phone-a", "phone-b")
    office.watch("68414277", "phone-elsewhere")
    record = office.issued(replace(FLOOD, level=4, extent=Extent(polygons=(west,))))
    office.tell()
    notice = only(office, f"alert.{record.id}.1")
    assert notice["total"] == 2
    assert set(notice["texts"]) == set(LANGS)
    assert "警戒レベル4 避難指示" in notice["texts"]["ja"]["title"]
    assert "Evacuation Order" in notice["texts"]["en"]["title"]
    assert notice["texts"]["ja"]["navigate"] == "https://nigemichi.example/#/route"
    for lang, told in notice["texts"].items():
        assert f"{told['title']}\n{told['body']}" == record.text[lang], "what was approved, word for word"
    assert notice["sendable"].urgency == "high"
    assert all(len(payload) < MAX_PAYLOAD_BYTES for payload in notice["sendable"].payloads.values())


def test_told_once_however_many_servers(server: tuple, office: Office) -> None:  # type: ignore[type-arg]
    others = [Office(*server, office.clock) for _ in range(3)]
    office.watch(cell("A"), "phone-a")
    office.issued()
    threads = [threading.Thread(target=one.tell) for one in (office, *others)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    for one in (office, *others):
        one.tell()
    assert [notice["total"] for notice in office.notices().values()] == [1]
    stream = sum(office.redis.xlen(key) for key in office.redis.keys("*push:out:*"))
    assert stream == 1, "one batch"


def test_a_server_that_starts_goes_on_where_another_has_stopped(server: tuple, office: Office) -> None:  # type: ignore[type-arg]
    office.watch(cell("A"), "phone-a")
    first = office.issued()
    office.tell()
    office.clerk.end(SATO, first.id, first.version, all_clear=False)
    again = Office(*server, office.clock)
    again.tell()
    assert set(office.notices()) == {f"alert.{first.id}.1", f"alert.{first.id}.1.end"}
    for _ in range(2):
        Office(*server, office.clock).tell()
    assert len(office.notices()) == 2


def test_yesterdays_alert_is_no_news(server: tuple, office: Office) -> None:  # type: ignore[type-arg]
    office.issued()
    office.clock.pass_(hours=7)
    Office(*server, office.clock).tell()
    assert office.notices() == {}


def test_update_replaces_and_cancel_is_sent(office: Office) -> None:
    office.watch(cell("A"), "phone-a")
    first = office.issued()
    office.tell()
    second = office.issued(replace(FLOOD, level=4, replaces=first.id))
    office.tell()
    office.clerk.end(SUZUKI, second.id, second.version, all_clear=True, note="川の水が引きました。")
    office.tell()
    told = office.notices()
    assert set(told) == {f"alert.{first.id}.{part}" for part in ("1", "2", "2.end")}
    assert len({notice["sendable"].topic for notice in told.values()}) == 1
    assert told[f"alert.{first.id}.2"]["texts"]["ja"]["title"].startswith("【更新】")
    end = told[f"alert.{first.id}.2.end"]
    assert end["texts"]["ja"]["title"].startswith("【解除】")
    assert "川の水が引きました。" in end["texts"]["ja"]["body"]
    assert end["sendable"].rank == 1, "as urgent as what it ends"
    assert end["total"] == 1


def test_an_alert_that_ends_by_its_time_is_told_to_have_ended(office: Office) -> None:
    record = office.issued(replace(FLOOD, until=office.clock.now + timedelta(minutes=30)))
    office.tell()
    office.clock.pass_(minutes=31)
    office.tell()
    office.tell()
    end = only(office, ".end")
    assert end["texts"]["ja"]["title"].startswith("【期限】")
    assert "危険がなくなったという意味ではありません" in end["texts"]["ja"]["body"]
    assert record.id in next(id_ for id_ in office.notices() if id_.endswith(".end"))


def test_a_tsunami_is_kept_for_an_hour_at_most(office: Office) -> None:
    office.issued(TSUNAMI)
    office.tell()
    notice = only(office, "alert.")
    assert notice["sendable"].ttl_s(office.clock.now.timestamp()) == 3_600
    assert notice["sendable"].rank == 0
    assert "大津波警報" in notice["texts"]["ja"]["title"]


def test_a_drill_says_so_and_never_ends_the_real_thing(office: Office) -> None:
    office.desk.start_drill(Acting("sato"), "秋の訓練")
    office.catch_up()
    office.issued(replace(FLOOD, drill=True))
    office.issued()
    office.tell()
    told = office.notices()
    drills = {id_: notice for id_, notice in told.items() if id_.startswith(("drill.", "exercise."))}
    assert len(drills) == 2
    for notice in drills.values():
        assert notice["sendable"].rank == 3
        for text in notice["texts"].values():
            assert text["title"].startswith("【訓練")
            assert not text["title"].startswith("【訓練】【訓練")
    office.desk.end_drill(Acting("sato"))
    office.tell()
    ends = [id_ for id_ in office.notices() if id_ not in told]
    assert sorted(id_.split(".")[0] for id_ in ends) == ["drill", "exercise"]


def test_a_closed_road_is_told_where_it_changes_the_way(office: Office) -> None:
    for name in "ABC":
        office.watch(cell(name), f"phone-{name}")
    office.issued(TSUNAMI)
    office.tell()
    office.close("A", "B", "c1")
    office.tell()
    notice = only(office, "advice.")
    assert notice["total"] >= 1
    text = notice["texts"]["ja"]
    assert text["title"].startswith("避難の道順が変わりました")
    assert text["body"].startswith("道が通れなくなりました。")
    assert "Your way to safety has changed" in notice["texts"]["en"]["title"]
    office.desk.reopen_roads(Acting("sato"), "c1")
    office.tell()
    latest = max((id_ for id_ in office.notices() if id_.startswith("advice.")), key=lambda id_: int(id_[7:]))
    assert "通れるようになりました" in office.notices()[latest]["texts"]["ja"]["body"]
    assert len({n["sendable"].topic for id_, n in office.notices().items() if id_.startswith("advice.")}) == 1


def test_without_an_alert_a_closed_road_wakes_nobody(office: Office) -> None:
    office.close("A", "B", "c1")
    office.tell()
    assert office.notices() == {}


def test_a_full_site_changes_where_people_go(office: Office) -> None:
    office.issued(TSUNAMI)
    office.tell()
    office.desk.tell_site(Acting("sato"), "S0", SiteStatus.FULL)
    office.tell()
    body = only(office, "advice.")["texts"]["ja"]["body"]
    assert body.startswith("避難場所の受け入れが変わりました。行き先が変わりました。")
    office.desk.tell_site(Acting("sato"), "S1", SiteStatus.FULL)
    office.tell()
    latest = max((id_ for id_ in office.notices() if id_.startswith("advice.")), key=lambda id_: int(id_[7:]))
    assert "道が見つからなくなりました" in office.notices()[latest]["texts"]["ja"]["body"]


def test_a_closure_between_two_servers_is_not_lost(server: tuple, office: Office) -> None:  # type: ignore[type-arg]
    office.issued(TSUNAMI)
    office.tell()
    office.close("A", "B", "c1")
    Office(*server, office.clock).tell()
    assert only(office, "advice.")


def test_what_was_told_is_read_back(office: Office) -> None:
    office.issued(replace(FLOOD, until=office.clock.now + timedelta(hours=1)))
    office.close("A", "B", "c1")
    office.desk.tell_site(Acting("sato"), "S0", SiteStatus.FILLING)
    office.tell()
    told = office.teller._told
    assert told is not None
    again = Standing.from_json(told.to_json())
    assert again.to_json() == told.to_json()
    assert again.changes.closes_as(told.changes)
    assert again.changes.sites_as(told.changes)
    assert [replace(alert, text={}) for alert in told.alerts.values()] == list(again.alerts.values())


def test_the_thread_tells_by_itself_and_stops(server: tuple, office: Office) -> None:  # type: ignore[type-arg]
    one = Office(*server, Clock())
    one.follower.start()
    one.teller.start()
    try:
        record = office.issued()
        eventually(lambda: f"alert.{record.id}.1" in office.notices())
    finally:
        one.teller.stop()
        one.follower.stop()
    assert not one.teller._thread.is_alive()


def test_that_notices_wait_is_known(server: tuple, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[type-arg]
    one = Office(*server, Clock())

    async def away() -> None:
        raise redis.ConnectionError("away")

    with monkeypatch.context() as patch:
        patch.setattr(one.teller, "step", away)
        one.teller.start()
        eventually(lambda: one.teller.problem == "unavailable: ConnectionError")
    eventually(lambda: one.teller.problem == "")
    assert one.teller.told_revision == 0
    one.teller.stop()


@pytest.mark.parametrize("failing", ["hget", "hsetnx"])
def test_when_the_outbox_is_away_it_is_told_later(
    office: Office, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    office.tell()
    record = office.issued()
    with monkeypatch.context() as patch:

        def away(*_: object) -> None:
            raise redis.ConnectionError("away")

        patch.setattr(redis.Redis, failing, away)
        with pytest.raises(LogUnavailableError):
            asyncio.run(office.teller.step())
    office.tell()
    assert f"alert.{record.id}.1" in office.notices()
