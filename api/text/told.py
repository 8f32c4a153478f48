"""What the page tells of a place and of now: facts, in no language yet."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from api.answers import Answer, Teller, steps_of
from api.http.shelf import Served
from api.live.follower import Follower
from api.needs import Need
from api.text.asked import Asked
from api.text.clock import is_night, leave_by, since_s
from api.text.places import Place
from api.words import words_in
from hazard.advise import Advised, Ask
from hazard.advise.force import in_force_at
from hazard.decision.advice import Advice
from hazard.decision.situation import Party, ProfileName
from hazard.engine.reach import Reach, reach_sites
from hazard.kinds import ExposureClass, HazardKind
from hazard.region import Region
from hazard.sites import Site, usable_sites
from hazard.world.events import Facility
from hazard.world.world import Exercise, State

M_PER_DEG = 111_195.0
SHUT = ("full", "closed")
"""What takes nobody in."""


@dataclass(frozen=True, slots=True)
class Now:
    """What holds now.

    Attributes
    ----------
    state : State
    as_of : datetime or None
        When the news were last known to be complete; None where no news reach this server.
    exercise : Exercise or None
    at : datetime
        The moment at which it is told.
    """

    state: State
    as_of: datetime | None
    exercise: Exercise | None
    at: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class Row:
    """A site in the list.

    Attributes
    ----------
    site : Site
    status : str
        ``open``, ``filling``, ``full``, ``closed`` or ``unknown``.
    class_at : ExposureClass
    away_m : float or None
        In a straight line; None without a place.
    bearing_deg : float
    reach : Reach or None
        The real way from the place; None where there is none.
    searched : bool
        Whether ways were looked for: not without a place, nor far from every street.
    usable : tuple of Facility
        What can be used there now, as staff told it.
    """

    site: Site
    status: str
    class_at: ExposureClass
    away_m: float | None
    bearing_deg: float
    reach: Reach | None = None
    searched: bool = False
    usable: tuple[Facility, ...] = ()

    @property
    def has_no_way(self) -> bool:
        """Whether nobody gets there from the place; no way is looked for to where nobody is taken in."""
        return self.searched and self.reach is None and self.status not in SHUT


@dataclass(frozen=True, slots=True)
class Way:
    """The way that is told.

    Attributes
    ----------
    goal : str
        Name of the site, or what the end of the way is called.
    duration_s, length_m : int
    steps : tuple of str
    """

    goal: str
    duration_s: int
    length_m: int
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The answer for a place.

    Attributes
    ----------
    place : Place
    answer : Answer
        As POST /v1/route gives it.
    advised : Advised or None
        The decision; None where nothing is in force at the place.
    way : Way or None
        The way that the decision means; without a decision, or with one to stay, the way to a site.
    leave_by : datetime or None
        The last moment to leave; None where no published scenario gives one.
    """

    place: Place
    answer: Answer
    advised: Advised | None
    way: Way | None
    leave_by: datetime | None = None


def now_of(served: Served, follower: Follower | None) -> Now:
    """Return what holds now, taken once."""
    if follower is None:
        return Now(State(), None, None)
    world = follower.world
    return Now(world.real, follower.status.as_of if follower.status.connected else None, world.exercise)


def tell(asked: Asked, place: Place, now: Now) -> Told:
    """Return the answer for somebody at a place, by what is in force there."""
    served, lon, lat = asked.served, place.lon, place.lat
    revision, plan = served.engine.current((asked.kind,), asked.profile)
    advisor = served.advisor
    outcome = served.engine.answer(plan, lon, lat)
    snap = advisor.timed.snap(plan, lon, lat)
    street = None if snap is None else int(revision.region.graph.edge_street[snap.edge])
    force = in_force_at(revision.region, now.state, lon, lat, street)
    need = Need((asked.kind,), asked.profile, asked.lang)
    answer = Teller.of(revision.region, need).tell(outcome, lon, lat)
    if asked.kind not in force:
        return Told(place, answer, None, _way_of_answer(answer))
    ask = Ask(
        (asked.kind,),
        party=Party(ProfileName(asked.profile)),
        in_force={asked.kind: force[asked.kind]},
        since_s=since_s(now.state, now.at) if asked.kind is HazardKind.TSUNAMI else None,
        night=is_night(now.at),
    )
    advised = advisor.advise(lon, lat, ask)
    way = _way_of_decision(advised, answer, revision.region, asked.lang)
    return Told(place, answer, advised, way, leave_by(advised, now.at, advisor.timed.rules))


def _way_of_answer(answer: Answer) -> Way | None:
    if answer["shelter"] is None:
        return None
    steps = tuple(step["text"] for step in answer["steps"])
    return Way(answer["shelter"]["name"], answer["duration_s"], answer["length_m"], steps)


def _way_of_decision(advised: Advised, answer: Answer, region: Region, lang: str) -> Way | None:
    """Return the way that the decision means; none where nobody may travel any more."""
    way = advised.way
    if way is None:
        return None if advised.decision.advice is Advice.TOO_LATE else _way_of_answer(answer)
    words = words_in(lang)
    goal = way.goal.name if way.goal is not None else words.say("decision.edge_of_zone")
    steps = steps_of(way.steps, way.edges, goal, region, words)
    return Way(goal, way.duration_s, way.length_m, tuple(step["text"] for step in steps))


def rows_of(asked: Asked, now: Now, place: Place | None) -> list[Row]:
    """Return the sites that suit the hazard: those that take people first, then by the real way or by name.

    Those without a way come last; far from every street all are told by the straight line.
    """
    revision, plan = asked.served.engine.current((asked.kind,), asked.profile)
    region = revision.region
    usable = usable_sites(region.sites, (asked.kind,), asked.profile, region.thresholds)
    ways = None if place is None else reach_sites(asked.served.engine.index, plan, place.lon, place.lat)
    rows = list(_rows(asked, [region.sites[index] for index in usable], now, place, ways))
    return sorted(rows, key=_order)


def _order(row: Row) -> tuple[bool, bool, float, str]:
    away = row.away_m or 0.0 if row.reach is None else float(row.reach.duration_s)
    return row.has_no_way, row.status in SHUT, away, row.site.name


def _rows(
    asked: Asked, sites: list[Site], now: Now, place: Place | None, ways: Mapping[str, Reach] | None
) -> Iterator[Row]:
    for site in sites:
        told = now.state.sites.get(site.id)
        class_at = site.class_at.get(asked.kind, ExposureClass.UNKNOWN)
        away_m, bearing_deg = (None, 0.0) if place is None else _away(place, site)
        reach = None if ways is None else ways.get(site.id)
        status, can_use = ("unknown", ()) if told is None else (str(told.status), told.facilities)
        yield Row(site, status, class_at, away_m, bearing_deg, reach, ways is not None, can_use)


def _away(place: Place, site: Site) -> tuple[float, float]:
    """Return metres and bearing in degrees from a place to a site."""
    east_m = (site.lon - place.lon) * M_PER_DEG * math.cos(math.radians(place.lat))
    north_m = (site.lat - place.lat) * M_PER_DEG
    return math.hypot(east_m, north_m), math.degrees(math.atan2(east_m, north_m)) % 360


def texts_in(texts: Mapping[str, str], lang: str) -> tuple[str, str]:
    """Return title and body of an alert in a language, in Japanese where it has none."""
    title, _, body = (texts.get(lang) or texts.get("ja") or "").partition("\n")
    return title, body
