"""Any events: for property tests of the fold and the codec."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from hazard.kinds import HazardKind
from hazard.world import events as e

AREA = "shiranami"
GRAPH = "a" * 64
NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)

names = st.sampled_from(["a", "b", "c"])
moments = st.integers(0, 10_000_000).map(lambda ms: NOON + timedelta(milliseconds=ms))
later = st.none() | st.integers(0, 3).map(lambda days: NOON + timedelta(days=1 + days))
notes = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
drills = st.sampled_from([False, False, True])
streets = st.sets(st.integers(0, 9), min_size=1).map(lambda found: tuple(sorted(found)))
kinds = st.sampled_from(list(HazardKind))
points = st.tuples(st.integers(-(10**9), 10**9), st.integers(-(9 * 10**8), 9 * 10**8))
rings = st.lists(points, min_size=3, max_size=5).map(lambda some: (*some, some[0]))
extents = st.builds(
    e.Extent,
    towns=st.lists(notes.filter(bool), max_size=2).map(tuple),
    meshes=st.just(()) | st.just(("57401234",)),
    polygons=st.lists(rings, max_size=2).map(tuple),
    zones=st.lists(kinds, max_size=2).map(tuple),
)
drawn = st.builds(
    e.Drawn,
    form=st.sampled_from(["streets", "line", "polygon", "depth"]),
    points=st.lists(points, max_size=3).map(tuple),
    kind=st.none() | kinds,
    depth_cm=st.none() | st.integers(0, 1_000),
)
stamp = {
    "area": st.sampled_from([AREA, AREA, AREA, "elsewhere"]),
    "actor": notes,
    "at": moments,
    "key": st.integers(0, 30).map(lambda n: f"key-{n}"),
    "drill": drills,
}
alert = {
    "alert": names,
    "kinds": st.sets(kinds, min_size=1, max_size=3).map(lambda found: tuple(sorted(found))),
    "level": st.sampled_from([None, 3, 4, 5]),
    "extent": extents,
    "text": st.dictionaries(st.sampled_from(["ja", "en", "zh-Hans"]), notes.filter(bool), max_size=3),
    "until": later,
    "source": notes,
}
grades = st.sampled_from([None, *e.GRADES])
warned = {
    "warning": names,
    "kinds": st.just((HazardKind.TSUNAMI, HazardKind.VOLCANO)),
    "name": notes.filter(bool),
    "weather_level": st.none() | st.integers(2, 5),
    "grade": grades,
    "volcano_level": st.integers(1, 5),
    "extent": extents,
    "source": notes,
}
tsunami = {**alert, "kinds": st.just((HazardKind.TSUNAMI,)), "grade": grades}
told = {
    "site": names,
    "people": st.none() | st.integers(0, 900),
    "note": notes,
    "facilities": st.lists(st.sampled_from(list(e.Facility)), unique=True, max_size=3).map(tuple),
}
real = {**stamp, "drill": st.just(False)}
played = {**stamp, "drill": st.just(True)}
expiring = {"name": names, "until": later.filter(bool)}
closing = {"closure": names, "graph": st.just(GRAPH), "streets": streets, "drawn": drawn, "until": later}

events: st.SearchStrategy[e.Event] = st.one_of(
    st.builds(e.AlertIssued, **stamp, **alert),
    st.builds(e.AlertUpdated, **stamp, **alert),
    st.builds(e.AlertIssued, **stamp, **tsunami),
    st.builds(e.WarningTold, **stamp, **warned),
    st.builds(e.WarningLifted, **stamp, warning=names, note=notes),
    st.builds(e.AlertCancelled, **stamp, alert=names, all_clear=st.booleans(), note=notes),
    st.builds(e.RoadClosed, **stamp, **closing, reason=notes),
    st.builds(e.RoadReopened, **stamp, closure=names, streets=st.just(()) | streets, note=notes),
    *(st.builds(f, **stamp, **told) for f in (e.SiteOpened, e.SiteFilling, e.SiteFull, e.SiteClosed)),
    st.builds(
        e.LayerReplaced, **real, kind=kinds, graph=st.just(GRAPH), sha256=st.just("b" * 64), note=notes
    ),
    st.builds(e.DrillStarted, **played, exercise=names, name=notes.filter(bool), until=later),
    st.builds(e.DrillEnded, **played, exercise=names),
    st.builds(e.Expired, **stamp, **expiring, subject=st.sampled_from([e.Subject.ALERT, e.Subject.CLOSURE])),
    st.builds(e.Expired, **played, **expiring, subject=st.just(e.Subject.EXERCISE)),
)
logs = st.lists(events, max_size=30)
