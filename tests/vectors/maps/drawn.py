"""The drawn maps of the vectors: one idea each, small enough to check by eye."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from hazard.exposure import Exposure
from hazard.kinds import ExposureClass, HazardKind
from hazard.region import Region
from hazard.sites import Site
from router.classes import Flag
from tests.hazard.regions import DEEP, FLOOD, LANDSLIDE, TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import Town, draw
from tests.vectors.cases import Case, calm


@dataclass(frozen=True)
class Drawn:
    """A region and what it is asked."""

    name: str
    region: Region
    cases: tuple[Case, ...] = field(default=calm([TSUNAMI]))
    whole: bool = True
    """Whether the ways of adults are written out."""


def drawn_regions() -> Iterator[Drawn]:
    yield _plain("detour", "A---B~~~C---S\n|           |\nD-----------E")
    yield _plain("island", "A---B~~~C---S\n    |   |    \n    D---E    ")
    yield _plain("all_wet", "A~~~B~~~C~~~S\n~   ~   ~\nD~~~E~~~F")
    yield _plain("shore", "S---A~~~B~~~C\n|   |   ~   ~\nD---E~~~F~~~G")
    yield _plain("kinds_of_streets", "A---B===C###D---S\n|   :   %   _   |\nE:::F---G---H---I")
    yield _plain("one_way", "A->-B->-C->-S\n|   ^   v   |\nD-<-E-<-F-<-G")
    yield _plain("ties", "S---+---+---+\n|   |   |   |\n+---A---+---+\n|   |   |   |\n+---+---+---S")
    yield _plain("apart", "A---B   C---S\n|   |   |   |\nD---E   F---G")
    yield _slopes()
    yield _parallels()
    yield _names()
    yield _mid_street()
    yield _unknown()
    yield _two_kinds()
    yield _no_site()
    yield _underpasses()
    yield _turns()


def _plain(name: str, text: str) -> Drawn:
    town = draw(text)
    return Drawn(name, region_of(town.graph, [drawn_exposure(town, TSUNAMI, {"~": DEEP})], sites_of(town)))


def sites_of(town: Town) -> Sequence[Site]:
    return [site_at(town.graph, node, number) for number, node in enumerate(town.sites)]


def _slopes() -> Drawn:
    town = draw(
        "A---B---C---S\n|   :   #   |\nD---E---F---G",
        climb_cm={"AB": 100, "BC": 300, "CS": 700, "AD": 1200, "DE": 1900, "EF": 4000, "FG": 200},
    )
    return Drawn("slopes", region_of(town.graph, [drawn_exposure(town, TSUNAMI, {})], sites_of(town)))


def _parallels() -> Drawn:
    extra = [("A", "B", 140), ("A", "A", 300), ("B", "S", 130), ("C", "C", 90)]
    town = draw("A~~~B---S\n|   |    \nC---D    ", extra=extra)
    return Drawn(
        "parallels", region_of(town.graph, [drawn_exposure(town, TSUNAMI, {"~": DEEP})], sites_of(town))
    )


def _turns() -> Drawn:
    """Half of all turns are banned for cars, and turning back nearly everywhere; a site inside a street."""
    town = draw("A---B~~~C---D\n|   |   |   |\nE---F---G---S\n|   |   |   |\nH---I---J---K")
    graph = town.graph
    turns = [
        (here, there)
        for here in range(graph.n_edges)
        for there in range(*graph.first_out[graph.head[here] : graph.head[here] + 2].tolist())
        if there == graph.twin[here] or (5 * here + there) % 2 == 0
    ]
    tails, heads = np.array(turns, np.int32).T
    graph = replace(graph, banned_from=tails.copy(), banned_to=heads.copy())
    sites = [*sites_of(town), site_at(graph, town.node["A"], 1, edge=town.edge("A", "B"), offset_mm=30_001)]
    exposure = drawn_exposure(town, TSUNAMI, {"~": DEEP})
    return Drawn("turns", region_of(graph, [exposure], sites), calm([TSUNAMI], [FLOOD]))


def _names() -> Drawn:
    names = {
        "AB": "本町通り",
        "BC": "本町通り",
        "CS": "本町通り",
        "BE": "坂道",
        "DE": "Río Negro 街",
        "EF": "坂道",
    }
    town = draw("A---B---C---S\n|   |   |    \nD---E---F    ", names=names, unit_m=60)
    return Drawn("names", region_of(town.graph, [drawn_exposure(town, TSUNAMI, {})], sites_of(town)))


def _mid_street() -> Drawn:
    """Sites inside streets, two on one street, one that no kind fits, one too far from every street."""
    town = draw("A-------B---C\n|       ~   |\nD-------E---F")
    at = site_at(town.graph, town.node["A"])
    ab, ba, be = town.edge("A", "B"), town.edge("B", "A"), town.edge("B", "E")
    sites = [
        replace(at, id="S0", edge=ab, offset_mm=50_001),
        replace(at, id="S1", edge=ba, offset_mm=33_333),
        replace(at, id="S2", edge=be, offset_mm=7),
        replace(at, id="S3", kinds=(FLOOD,), edge=town.edge("D", "E"), offset_mm=99_999),
        replace(at, id="S4", edge=town.edge("C", "F"), offset_mm=1000, distance_m=200.001),
        replace(at, id="S5", edge=-1, distance_m=float("inf")),
        replace(at, id="S6", edge=ab, offset_mm=120_000, class_at={TSUNAMI: ExposureClass.UNDER_20_CM}),
        replace(at, id="S7", edge=ab, offset_mm=130_000, class_at={TSUNAMI: DEEP}),
    ]
    exposure = drawn_exposure(town, TSUNAMI, {"~": ExposureClass.UNDER_10_CM})
    return Drawn("mid_street", region_of(town.graph, [exposure], sites), calm([TSUNAMI], [FLOOD]))


def _unknown() -> Drawn:
    town = draw("A---B:::C---S\n|   x   ~   |\nD---E---F---G")
    marks = {":": ExposureClass.UNKNOWN, "x": ExposureClass.UNDER_30_CM, "~": ExposureClass.UNDER_1_M}
    exposure = drawn_exposure(town, FLOOD, marks)
    share = np.where(exposure.worst_class == ExposureClass.UNKNOWN, 100, 0)
    share[::2] = np.maximum(share[::2], 37)
    exposures = [Exposure(FLOOD, exposure.worst_class, share.astype(np.uint8))]
    cases = calm([FLOOD], [HazardKind.VOLCANO])
    return Drawn("unknown", region_of(town.graph, exposures, sites_of(town)), cases)


def _no_site() -> Drawn:
    """The only site is for another hazard; dry ground is beyond the water, or nowhere."""
    town = draw("A---B~~~C~~~S   D~~~E")
    sites = [site_at(town.graph, town.sites[0], kinds=(FLOOD,))]
    return Drawn("no_site", region_of(town.graph, [drawn_exposure(town, TSUNAMI, {"~": DEEP})], sites))


def _two_kinds() -> Drawn:
    town = draw("A---B~~~C---S\n|   :   x   |\nD---E---F---G\n~       |    \nH-------I    ")
    water = drawn_exposure(town, FLOOD, {"~": ExposureClass.UNDER_50_CM, ":": ExposureClass.UNKNOWN})
    slope = drawn_exposure(town, LANDSLIDE, {"x": ExposureClass.ZONE_RED, "~": ExposureClass.ZONE_YELLOW})
    cases = calm([FLOOD], [LANDSLIDE], [FLOOD, LANDSLIDE])
    return Drawn("two_kinds", region_of(town.graph, [water, slope], sites_of(town)), cases)


def _underpasses() -> Drawn:
    """One in the water is shut, one beside it counts four times; behind them a slope and a raised kerb."""
    town = draw(
        "A~~~B___C---S\n|   |   |   |\nD---E___F---G\n    |       |\n    H-------I",
        climb_cm={"CS": 950, "IH": 300},
    )
    graph = town.graph
    flags = graph.edge_flags.copy()
    flags[[town.edge("F", "G"), town.edge("G", "F")]] |= np.uint32(Flag.RAISED_KERB)
    marks = town.marked("~")
    marks[graph.edge_street[town.edge("B", "C")]] = True
    classes = np.where(marks, DEEP, ExposureClass.DRY).astype(np.uint8)
    share = np.zeros(graph.n_streets, np.uint8)
    graph = replace(graph, edge_flags=flags)
    exposures = [Exposure(kind, classes, share) for kind in (TSUNAMI, FLOOD)]
    return Drawn("underpasses", region_of(graph, exposures, sites_of(town)), calm([TSUNAMI], [FLOOD]))
