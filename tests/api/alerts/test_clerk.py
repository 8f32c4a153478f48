"""From a draft to its end, with the people that it takes, against a real log."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from api.alerts.life.draft import APPROVAL_HOLDS, Draft, Record
from api.alerts.life.machine import Stage
from api.errors import ConflictError, LogUnavailableError, UnknownAlertError
from api.live.desk import Acting
from hazard.decision.situation import TsunamiState
from hazard.kinds import HazardKind
from hazard.world.events import Extent
from router.errors import InputError
from tests.api.alerts.office import FLOOD, MORI, SATO, SUZUKI, Clock, Office, office, server

__all__ = ["office", "server"]
GRAVE = replace(FLOOD, level=4)
TSUNAMI = Draft(
    kinds=(HazardKind.TSUNAMI,), grade=TsunamiState.MAJOR_WARNING, extent=Extent(zones=(HazardKind.TSUNAMI,))
)


def submitted(office: Office, draft: Draft = GRAVE) -> Record:
    record = office.clerk.write(SATO, draft)
    return office.clerk.submit(SATO, record.id, record.version)


def test_level_3_goes_out_with_one_person(office: Office) -> None:
    record = office.issued()
    assert record.stage is Stage.ISSUED
    alert = office.follower.world.real.alerts[record.id]
    assert (alert.level, alert.kinds, alert.edition) == (3, (HazardKind.FLOOD,), 1)
    assert set(alert.text) == {"ja", "ja-easy", "en", "zh-CN", "zh-TW", "ko", "vi", "tl", "pt-BR", "es"}
    assert alert.text["ja"].startswith("【警戒レベル3 高齢者等避難】洪水\n")
    assert [mark.step for mark in record.history] == ["write", "submit", "issue", "done"]
    assert record.history[0].name == "佐藤"


@pytest.mark.parametrize("draft", [GRAVE, replace(FLOOD, level=5), TSUNAMI], ids=["4", "5", "tsunami"])
def test_what_is_grave_takes_another_person(office: Office, draft: Draft) -> None:
    record = submitted(office, draft)
    with pytest.raises(InputError, match="second person"):
        office.clerk.issue(SATO, record.id, record.version)
    with pytest.raises(InputError, match="another person"):
        office.clerk.approve(SATO, record.id, record.version)
    record = office.clerk.approve(SUZUKI, record.id, record.version)
    record = office.clerk.issue(SATO, record.id, record.version)
    office.catch_up()
    assert office.follower.world.real.alerts[record.id].level == draft.level


def test_of_a_tsunami_the_source_names_the_grade(office: Office) -> None:
    record = office.issued(replace(TSUNAMI, source="気象庁 14:09"))
    assert office.follower.world.real.alerts[record.id].source == "大津波警報 気象庁 14:09"


def test_an_edit_takes_the_approval_away_and_its_writer_may_not_approve(office: Office) -> None:
    record = submitted(office)
    record = office.clerk.approve(SUZUKI, record.id, record.version)
    record = office.clerk.edit(MORI, record.id, record.version, replace(GRAVE, level=5))
    assert (record.stage, record.approved_by, record.text) == (Stage.DRAFT, None, {})
    record = office.clerk.submit(SATO, record.id, record.version)
    for writer in (SATO, MORI):
        with pytest.raises(InputError, match="another person"):
            office.clerk.approve(writer, record.id, record.version)
    record = office.clerk.approve(SUZUKI, record.id, record.version)
    assert record.text["ja"].startswith("【警戒レベル5")


def test_what_was_approved_is_what_goes_out(office: Office) -> None:
    record = submitted(office)
    record = office.clerk.approve(SUZUKI, record.id, record.version)
    office.desk.tell_site(Acting("mori"), office.region.sites[0].id, "open")  # type: ignore[arg-type]
    office.catch_up()
    issued = office.clerk.issue(SATO, record.id, record.version)
    office.catch_up()
    assert office.follower.world.real.alerts[issued.id].text == record.text


def test_two_people_at_once(office: Office) -> None:
    record = submitted(office)
    office.clerk.approve(SUZUKI, record.id, record.version)
    with pytest.raises(ConflictError, match="somebody has changed it"):
        office.clerk.edit(MORI, record.id, record.version, GRAVE)
    with pytest.raises(ConflictError):
        office.clerk.approve(MORI, record.id, record.version)


def test_two_people_issue_at_the_same_moment(office: Office) -> None:
    record = submitted(office)
    record = office.clerk.approve(SUZUKI, record.id, record.version)
    ends: list[object] = []
    gate = threading.Barrier(4)

    def press(who: object) -> None:
        gate.wait()
        try:
            ends.append(office.clerk.issue(who, record.id, record.version).stage)  # type: ignore[arg-type]
        except ConflictError as error:
            ends.append(error)

    threads = [threading.Thread(target=press, args=(who,)) for who in (SATO, SUZUKI, MORI, SATO)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    office.catch_up()
    assert ends.count(Stage.ISSUED) == 1
    assert office.follower.world.revision == 1, "one event, however many pressed"
    assert office.clerk.records.find(record.id).stage is Stage.ISSUED


def test_the_emergency_override_only_where_it_is_set(server: tuple, office: Office) -> None:  # type: ignore[type-arg]
    record = submitted(office)
    with pytest.raises(InputError, match="second person"):
        office.clerk.issue(SUZUKI, record.id, record.version, override="庁舎に一人")
    lonely = Office(*server, Clock(), override=True)
    issued = lonely.clerk.issue(SUZUKI, record.id, record.version, override="庁舎に一人")
    assert issued.stage is Stage.ISSUED
    assert ("issue", "庁舎に一人") in {(mark.step, mark.note) for mark in issued.history}


def test_an_update_replaces(office: Office) -> None:
    first = office.issued()
    second = office.issued(replace(GRAVE, replaces=first.id))
    alert = office.follower.world.real.alerts[first.id]
    assert (alert.level, alert.edition) == (4, 2)
    assert alert.text["ja"].startswith("【更新】")
    assert list(office.follower.world.real.alerts) == [first.id]
    assert office.clerk.records.find(first.id).stage is Stage.REPLACED
    assert office.clerk.in_force(second) == alert
    with pytest.raises(InputError, match="an alert in force"):
        office.clerk.write(SATO, replace(GRAVE, replaces="nothing"))


@pytest.mark.parametrize(("all_clear", "stage"), [(False, Stage.CANCELLED), (True, Stage.CLEARED)])
def test_cancelled_or_cleared(office: Office, all_clear: bool, stage: Stage) -> None:
    record = office.issued()
    ended = office.clerk.end(SUZUKI, record.id, record.version, all_clear=all_clear, note="水が引きました。")
    office.catch_up()
    assert ended.stage is stage
    assert not office.follower.world.real.alerts
    with pytest.raises(InputError, match="it has ended"):
        office.clerk.end(SUZUKI, record.id, ended.version, all_clear=True)


def test_a_drill_stays_in_the_exercise(office: Office) -> None:
    with pytest.raises(InputError, match="an exercise that runs"):
        office.issued(replace(GRAVE, drill=True))
    stuck = office.clerk.records.all()[0]
    assert stuck.stage is Stage.DRAFT, "what the desk refuses is a draft again"
    office.desk.start_drill(Acting("sato"), "秋の訓練")
    office.catch_up()
    record = office.issued(replace(GRAVE, drill=True))
    world = office.follower.world
    assert not world.real.alerts
    assert world.exercise is not None
    assert world.exercise.state.alerts[record.id].text["en"].startswith("【訓練 DRILL】")


def test_when_the_log_is_away_it_can_be_issued_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    record = submitted(office, FLOOD)

    def down(event: object) -> str:
        raise LogUnavailableError("TimeoutError")

    with monkeypatch.context() as patch:
        patch.setattr(office.log, "append", down)
        with pytest.raises(LogUnavailableError):
            office.clerk.issue(SATO, record.id, record.version)
    waiting = office.clerk.records.find(record.id)
    assert waiting.stage is Stage.ISSUING
    with pytest.raises(InputError, match="from issuing"):
        office.clerk.edit(SATO, record.id, waiting.version, FLOOD)
    assert office.clerk.issue(MORI, record.id, waiting.version).stage is Stage.ISSUED


def test_an_approval_that_nobody_uses_lapses_and_the_draft_is_kept(office: Office) -> None:
    record = submitted(office)
    record = office.clerk.approve(SUZUKI, record.id, record.version)
    assert record.approval_ends_at == office.clock.now + APPROVAL_HOLDS
    office.clock.pass_(minutes=9, seconds=59)
    assert office.clerk.find(record.id) == record, "until then it holds"
    office.clock.pass_(seconds=1)
    with pytest.raises(ConflictError, match="the approval lapsed"):
        office.clerk.issue(SATO, record.id, record.version)
    lapsed = office.clerk.find(record.id)
    assert (lapsed.stage, lapsed.approved_by, lapsed.approval_ends_at) == (Stage.DRAFT, None, None)
    assert (lapsed.draft, lapsed.text) == (record.draft, {}), "the draft is kept; its texts are made anew"
    assert (lapsed.history[-1].step, lapsed.history[-1].account) == ("lapse", "nigemichi/clock")
    office.catch_up()
    assert not office.follower.world.real.alerts
    again = office.clerk.submit(SATO, record.id, lapsed.version)
    again = office.clerk.approve(SUZUKI, record.id, again.version)
    assert office.clerk.issue(SATO, record.id, again.version).stage is Stage.ISSUED


def test_it_lapses_once_however_many_look(office: Office) -> None:
    told: list[Record] = []
    office.clerk._on_lapse = told.append
    record = submitted(office)
    record = office.clerk.approve(SUZUKI, record.id, record.version)
    office.clock.pass_(minutes=10)
    gate = threading.Barrier(4)

    def look() -> None:
        gate.wait()
        assert [one.stage for one in office.clerk.all()] == [Stage.DRAFT]

    threads = [threading.Thread(target=look) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert [one.version for one in told] == [record.version + 1]


def test_what_was_sent_in_time_does_not_lapse_while_the_log_is_away(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = submitted(office)
    record = office.clerk.approve(SUZUKI, record.id, record.version)

    def down(event: object) -> str:
        raise LogUnavailableError("TimeoutError")

    with monkeypatch.context() as patch:
        patch.setattr(office.log, "append", down)
        with pytest.raises(LogUnavailableError):
            office.clerk.issue(SATO, record.id, record.version)
    office.clock.pass_(minutes=30)
    waiting = office.clerk.find(record.id)
    assert waiting.stage is Stage.ISSUING
    assert office.clerk.issue(SATO, record.id, waiting.version).stage is Stage.ISSUED


def test_who_waits_for_an_approval_does_not_lapse(office: Office) -> None:
    record = submitted(office)
    office.clock.pass_(minutes=60)
    assert office.clerk.find(record.id).stage is Stage.SUBMITTED


def test_withdrawn_and_given_back(office: Office) -> None:
    record = submitted(office)
    record = office.clerk.give_back(SUZUKI, record.id, record.version, "区域が広すぎる")
    assert (record.stage, record.history[-1].note) == (Stage.DRAFT, "区域が広すぎる")
    assert office.clerk.withdraw(SATO, record.id, record.version).stage is Stage.WITHDRAWN
    with pytest.raises(UnknownAlertError):
        office.clerk.records.find("nothing")


BAD = {
    "no kind": (replace(FLOOD, kinds=()), "at least one kind"),
    "a kind twice": (replace(FLOOD, kinds=(HazardKind.FLOOD,) * 2), "each once"),
    "level with and without": (
        replace(FLOOD, kinds=(HazardKind.FLOOD, HazardKind.LARGE_FIRE)),
        "one alert each",
    ),
    "no level": (replace(FLOOD, level=None), "3, 4 or 5"),
    "level 2": (replace(FLOOD, level=2), "3, 4 or 5"),
    "tsunami with level": (replace(TSUNAMI, level=4), "has no number"),
    "tsunami without grade": (replace(TSUNAMI, grade=None), "with one of"),
    "tsunami and fire": (
        replace(TSUNAMI, kinds=(HazardKind.TSUNAMI, HazardKind.LARGE_FIRE)),
        "tsunami alone",
    ),
    "forecast only": (replace(TSUNAMI, grade=TsunamiState.FORECAST), "with one of"),
    "grade of a flood": (replace(FLOOD, grade=TsunamiState.WARNING), "only a tsunami"),
    "no such zone": (replace(FLOOD, extent=Extent(zones=(HazardKind.VOLCANO,))), "with a layer here"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_does_not_fit_together(office: Office, case: str) -> None:
    draft, expected = BAD[case]
    with pytest.raises(InputError, match=expected):
        office.clerk.write(SATO, draft)
    assert office.clerk.records.all() == []


def test_an_end_in_the_past(office: Office) -> None:
    with pytest.raises(InputError, match="a time to come"):
        office.clerk.write(SATO, replace(FLOOD, until=office.clock.now))
    record = submitted(office, replace(FLOOD, until=office.clock.now + timedelta(minutes=5)))
    office.clock.pass_(minutes=6)
    with pytest.raises(InputError):
        office.clerk.issue(SATO, record.id, record.version)
    assert office.clerk.records.find(record.id).stage is Stage.DRAFT
