"""Alerts by 町丁目: names in the text, outlines in the event."""

from dataclasses import replace

import pytest

from api.alerts.extent import outline_of
from api.alerts.extent.towns import MAX_RING_POINTS, is_drawn, rings_of, with_rings
from api.alerts.facts import said_of_alert
from api.alerts.texts import texts_of
from hazard.region.model import Town
from hazard.world.events import Extent
from hazard.world.world import Alert
from router.errors import InputError
from tests.api.alerts.office import FLOOD, Clock
from tests.api.alerts.test_extent import REGION, WEST, ring

WEST_TOWN = Town("西町", (ring((-20, -20), (310, -20), (310, 620), (-20, 620)),))
EAST_TOWN = Town("東町", (ring((310, -20), (920, -20), (920, 620), (310, 620)),))
ISLAND = Town("沖島", (ring((1200, 1200), (1500, 1200), (1500, 1500), (1200, 1500)),))
TOWNS = replace(REGION, towns=(WEST_TOWN, EAST_TOWN, ISLAND))
NOW = Clock().now


def test_a_town_is_its_streets() -> None:
    by_name = outline_of(TOWNS, Extent(towns=("西町",)))
    drawn = outline_of(TOWNS, Extent(polygons=WEST_TOWN.rings))
    assert by_name.streets.tolist() == drawn.streets.tolist()
    assert by_name.meshes == drawn.meshes


def test_towns_that_meet_are_one_ring() -> None:
    assert len(rings_of(TOWNS, ("西町", "東町"))) == 1
    assert len(rings_of(TOWNS, ("西町", "沖島"))) == 2
    assert rings_of(TOWNS, ("どこか",)) == []


def test_an_event_has_names_and_rings_and_the_text_only_names() -> None:
    extent = with_rings(TOWNS, Extent(towns=("西町", "東町")))
    assert extent.towns == ("西町", "東町")
    assert len(extent.polygons) == 1
    assert not is_drawn(TOWNS, extent)
    assert outline_of(TOWNS, extent).meshes == outline_of(TOWNS, Extent(towns=("西町", "東町"))).meshes
    alert = Alert(FLOOD.kinds, 3, extent, {}, None, "", NOW, NOW, 1)
    body = texts_of(said_of_alert(TOWNS, alert, drill=False))["ja"].body
    assert "テスト町の西町、東町に" in body
    assert "地図に示した" not in body


def test_a_ring_besides_is_drawn() -> None:
    both = with_rings(TOWNS, Extent(towns=("東町",), polygons=WEST.polygons))
    assert is_drawn(TOWNS, both)
    assert with_rings(TOWNS, WEST) == WEST


def test_long_outlines_are_simplified_and_too_many_pieces_refused() -> None:
    wavy = ring(*((k, -20 + k % 2) for k in range(900)), (900, 620), (0, 620))
    fine = replace(REGION, towns=(Town("波町", (wavy,)),))
    assert all(len(one) <= MAX_RING_POINTS for one in rings_of(fine, ("波町",)))
    dots = tuple(ring((k * 40, 0), (k * 40 + 20, 0), (k * 40 + 20, 20)) for k in range(60))
    with pytest.raises(InputError, match="at most 50"):
        rings_of(replace(REGION, towns=(Town("点々町", dots),)), ("点々町",))


def test_a_town_that_is_not_known() -> None:
    with pytest.raises(InputError, match="a 町丁目 of テスト町"):
        outline_of(TOWNS, Extent(towns=("どこか",)))
