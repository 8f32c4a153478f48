"""The parts of the page, each a function from facts to HTML; an empty one has nothing to say."""

from collections.abc import Iterator
from datetime import datetime

from api.alerts.texts.readings import with_readings
from api.alerts.texts.table import table_in
from api.text.clock import JST
from api.text.facilities import facilities_of
from api.text.markup import NOTHING, Markup, element, joined, listed, shown
from api.text.told import Now, Row, Told, texts_in
from api.words import Words
from api.words.advice import class_word
from hazard.advise import Advised
from hazard.decision.advice import Official
from hazard.kinds import ExposureClass
from hazard.world.world import Alert


def moment(at: datetime) -> str:
    """Return a moment in Japanese time, to the minute."""
    return f"{at.astimezone(JST):%Y-%m-%d %H:%M}"


def freshness(now: Now, words: Words) -> Markup:
    """Return how old the news are; silence is not told as calm."""
    if now.as_of is None:
        return element("p", element("b", shown(words.say("text.unconfirmed"))))
    return element("p", element("b", shown(words.say("text.as_of", time=moment(now.as_of)))))


def renewal(built_at: datetime, words: Words) -> Markup:
    """Return how to get newer news, and how old the map is."""
    mapped = words.say("text.map_of", day=f"{built_at.astimezone(JST):%Y-%m-%d}")
    return element("p", shown(words.sentences(words.say("text.reload"), mapped)))


def drill(now: Now, words: Words) -> Markup:
    """Return that an exercise runs, with what is issued in it: framed, and never among what is real."""
    if now.exercise is None:
        return NOTHING
    title = shown(words.say("text.drill_note", name=now.exercise.name))
    alerts = (shown(_texts(alert, words)[0]) for alert in now.exercise.state.alerts.values())
    return element("div", element("p", element("b", title)), listed(alerts), class_="box drill")


def in_force(now: Now, words: Words) -> Markup:
    """Return the alerts in force, with issuer and time; their words are the issuer's own."""
    if now.as_of is None:
        return NOTHING
    alerts = list(now.state.alerts.values())
    told = joined(*(_alert(alert, words) for alert in sorted(alerts, key=lambda alert: -(alert.level or 9))))
    nothing = element("p", shown(words.say("text.nothing")))
    return joined(element("h2", shown(words.say("text.in_force"))), told if alerts else nothing)


def _alert(alert: Alert, words: Words) -> Markup:
    title, body = _texts(alert, words)
    facts = [alert.source, moment(alert.updated_at)]
    if alert.until is not None:
        facts.append(words.say("text.until", time=moment(alert.until)))
    return element(
        "div",
        element("p", element("b", shown(title)), element("br"), shown(body)),
        element("p", shown(" · ".join(fact for fact in facts if fact))),
        class_="box",
    )


def levels(words: Words) -> Markup:
    """Return who acts at which level, in the names that the authority gave them."""
    names = table_in(words.lang)
    rows = []
    for level in (5, 4, 3):
        name = names.sentences[f"level.{level}"]
        name = with_readings(name) if words.lang == "ja-easy" else name
        rows.append(joined(element("b", shown(name)), Markup(" "), shown(words.say(f"text.level{level}"))))
    return joined(element("h2", shown(words.say("text.levels"))), listed(rows))


def _texts(alert: Alert, words: Words) -> tuple[str, str]:
    """Return title and body as they were approved; in やさしい日本語 with readings beside them."""
    title, body = texts_in(alert.text, words.lang)
    return (with_readings(title), with_readings(body)) if words.lang == "ja-easy" else (title, body)


def decision(told: Told, headline: str, words: Words) -> Markup:
    """Return what to do: the largest thing on the page."""
    place = element("p", shown(words.say("text.at", place=told.place.name)))
    inner = [element("h1", shown(headline)), place, _leave_by(told, words)]
    advised = told.advised
    if advised is not None:
        inner += [listed(_official(one) for one in advised.decision.official)]
        inner += [_coded("why", "reason", [reason.code for reason in advised.decision.reasons], words)]
        inner += [_coded("how", "note", list(advised.decision.notes), words)]
    if advised is None:
        inner.append(element("p", shown(str(told.answer["advice"]))))
    return element("div", *inner, class_="box")


def _leave_by(told: Told, words: Words) -> Markup:
    """Return the last time to leave, and whose scenario says so."""
    if told.leave_by is None or told.advised is None:
        return NOTHING
    last = words.say("text.leave_by", time=f"{told.leave_by.astimezone(JST):%H:%M}")
    scenario = words.say("text.scenario", scenario=told.advised.scenario)
    return element("p", element("b", shown(last)), element("br"), shown(scenario))


def _official(one: Official) -> Markup:
    return element("span", element("b", shown(one.name)), Markup(" "), shown(one.act), lang="ja")


def _coded(label: str, group: str, codes: list[str], words: Words) -> Markup:
    if not codes:
        return NOTHING
    said = words.say("label.between").join(words.say(f"{group}.{code}") for code in codes)
    return element("p", element("b", shown(words.say(f"decision.{label}"))), Markup(" "), shown(said))


def changes(advised: Advised | None, words: Words) -> Markup:
    """Return what would change the decision."""
    if advised is None:
        return NOTHING
    return _coded("changes", "change", [change.code for change in advised.decision.changes], words)


def way(told: Told, words: Words) -> Markup:
    """Return the way in words: how long, how far, every step."""
    taken = told.way
    if taken is None:
        return NOTHING
    walk = words.say(
        "text.walk", minutes=words.minutes(taken.duration_s), length=words.length(taken.length_m)
    )
    return joined(
        element("h2", shown(words.say("text.way", site=taken.goal))),
        element("p", element("b", shown(walk))),
        listed((shown(step) for step in taken.steps), "ol"),
    )


def sites(rows: list[Row], most: int, hazard: str, words: Words, *, facilities: bool = True) -> Markup:
    """Return the first ``most`` sites with what is there if wanted, and how many there are besides."""
    title = element("h2", shown(words.say("text.sites", hazard=hazard)))
    if not rows:
        return joined(title, element("p", shown(words.say("text.no_sites"))))
    more = len(rows) - most
    rest = element("p", shown(words.say("text.more", n=str(more)))) if more > 0 else NOTHING
    return joined(title, listed(_row(row, words, facilities=facilities) for row in rows[:most]), rest)


def _row(row: Row, words: Words, *, facilities: bool) -> Markup:
    facts = list(_row_facts(row, words))
    if facilities:
        facts += facilities_of(row.site, row.usable, words)
    return joined(element("b", shown(row.site.name)), Markup(" "), shown(" · ".join(facts)))


def _row_facts(row: Row, words: Words) -> Iterator[str]:
    yield words.say(f"text.{row.status}")
    if row.has_no_way:
        yield words.say("text.no_way")
    elif row.reach is not None:
        minutes, length = words.minutes(row.reach.duration_s), words.length(row.reach.length_m)
        walk = words.say("text.walk", minutes=minutes, length=length)
        yield f"{words.say('label.walk')} {walk}"
    elif row.away_m is not None:
        compass, length = words.compass(row.bearing_deg), words.length(row.away_m)
        yield words.say("text.straight", compass=compass, length=length)
    if row.class_at not in (ExposureClass.DRY, ExposureClass.UNKNOWN):
        yield words.say("text.in_zone", **{"class": class_word(row.class_at, words)})


def closures(now: Now, words: Words) -> Markup:
    """Return which streets are closed, why and until when."""
    if not now.state.closures:
        return NOTHING
    rows = []
    for closure in now.state.closures.values():
        said = words.say("text.closure", reason=closure.reason, n=str(len(closure.streets)))
        until = "" if closure.until is None else words.say("text.until", time=moment(closure.until))
        rows.append(shown(" · ".join(part for part in (said, until) if part)))
    return joined(element("h2", shown(words.say("text.closures"))), listed(rows))
