"""From what the advisor advises to the answer, in words."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from api.answers import Answer, Teller, line_of, shelter_of, sources_of, steps_of
from api.decide.news import News
from api.needs import Need
from api.words import Words, words_in
from hazard.advise import Advised, Ask
from hazard.advise.out import WayOut
from hazard.decision.advice import Advice, Decision, Reason
from hazard.kinds import CLASS_NAME
from hazard.region import Region
from hazard.world.codec.write import moment_text


def tell_decision(
    advised: Advised,
    ask: Ask,
    region: Region,
    lang: str,
    lon: float,
    lat: float,
    news: News | None = None,
) -> Answer:
    """Return the answer (api.decide.contract.DecideAnswer) as plain values.

    Parameters
    ----------
    advised : Advised
    ask : Ask
    region : Region
    lang : str
    lon, lat : float
        The position asked for.
    news : News, optional
        What the live state said; nothing where none is followed.
    """
    news = news or News()
    words, decision = words_in(lang), advised.decision
    return {
        "outcome": "Decision",
        "advice": str(decision.advice),
        "urgency": int(decision.urgency),
        "kind": decision.kind and str(decision.kind),
        "way_kind": decision.way and str(decision.way),
        "margin_min": decision.margin_min,
        "headline": headline_of(decision, advised.way, words),
        "reasons": _said(decision.reasons, "reason", words),
        "changes": _said(decision.changes, "change", words),
        "notes": [{"code": code, "kind": None, "text": words.say(f"note.{code}")} for code in decision.notes],
        "official": [{"level": one.level, "name": one.name, "act": one.act} for one in decision.official],
        "in_force": {str(kind): asdict(force) for kind, force in ask.in_force.items()},
        "drill": news.drill,
        "revision": news.revision,
        "as_of": None if news.as_of is None else moment_text(news.as_of),
        "age_s": news.age_s,
        "scenario": advised.scenario or None,
        "way": advised.way and _way(advised.way, region, words),
        "route": _route(advised, ask, region, lang, lon, lat),
        "exposure": {str(kind): CLASS_NAME[here.worst].key for kind, here in advised.situation.here.items()},
        "region": region.id,
        "region_name": region.name,
        "fictional": region.fictional,
        "built_at": region.created_at.isoformat(timespec="seconds"),
        "lang": lang,
        "sources": sources_of(region),
    }


def headline_of(decision: Decision, way: WayOut | None, words: Words) -> str:
    """Return the advice in a few words."""
    if decision.advice is Advice.LEAVE and way is not None and way.goal is not None:
        return words.say("decision.LeaveNowTo", site=way.goal.name)
    if decision.advice is Advice.TSUNAMI_BUILDING and way is not None and way.goal is not None:
        return words.say("decision.TsunamiBuildingTo", site=way.goal.name)
    return words.say(f"decision.{decision.advice}")


def _said(reasons: Iterable[Reason], group: str, words: Words) -> list[dict[str, Any]]:
    return [
        {"code": reason.code, "kind": str(reason.kind), "text": words.say(f"{group}.{reason.code}")}
        for reason in reasons
    ]


def _way(way: WayOut, region: Region, words: Words) -> dict[str, Any]:
    name = way.goal.name if way.goal is not None else words.say("decision.edge_of_zone")
    return {
        "kind": str(way.kind),
        "goal": way.goal and shelter_of(way.goal),
        "floors": way.floors,
        "duration_s": way.duration_s,
        "length_m": way.length_m,
        "margin_s": way.margin_s,
        "geometry": {"type": "LineString", "coordinates": line_of(way.lon_e7, way.lat_e7)},
        "steps": steps_of(way.steps, way.edges, name, region, words),
    }


def _route(advised: Advised, ask: Ask, region: Region, lang: str, lon: float, lat: float) -> Answer | None:
    if advised.outcome is None:
        return None
    need = Need(ask.active, str(ask.party.profile), lang)
    return Teller.of(region, need).tell(advised.outcome, lon, lat)
