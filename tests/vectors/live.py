"""What real states of worlds change in routes: closures, some of them elsewhere, sites in every status."""

import json
import random
from datetime import UTC, datetime
from typing import Any

from hazard.live.costs import live_costs
from hazard.world.codec.write import canonical
from hazard.world.events import Drawn
from hazard.world.world import Closure, SiteState, SiteStatus, State, World
from router.graph import StreetGraph
from tests.maps import draw
from tests.vectors.cases import changes_to_json

N_STATES = 12
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def live() -> dict[str, Any]:
    """Return states with the changes that they mean for one graph."""
    dice, graph = random.Random(20261124), draw("A---B---C---D\n|   |   |   |\nE---F---G---H").graph
    states = [State()] + [_state(dice, graph) for _ in range(N_STATES)]
    return {
        "graph": {"digest": graph.digest, "n_streets": graph.n_streets},
        "states": [[_public(state), _changes(graph, state)] for state in states],
    }


def _state(dice: random.Random, graph: StreetGraph) -> State:
    return State(
        closures={f"closure-{k}": _closure(dice, graph) for k in range(dice.randrange(4))},
        sites={f"S{k}": _site(dice) for k in range(5) if dice.random() < 0.5},
    )


def _closure(dice: random.Random, graph: StreetGraph) -> Closure:
    """Draw a closure; a few are of other streets, or of more streets than there are."""
    own = dice.random() < 0.8
    streets = sorted(dice.sample(range(graph.n_streets + 2), dice.randint(1, 5)))
    return Closure(graph.digest if own else "0" * 64, tuple(streets), Drawn("streets"), "", None, NOW)


def _site(dice: random.Random) -> SiteState:
    return SiteState(dice.choice(list(SiteStatus)), None, "", NOW)


def _public(state: State) -> Any:
    """Return a state as phones get it."""
    return json.loads(canonical(state))


def _changes(graph: StreetGraph, state: State) -> Any:
    return changes_to_json(live_costs(graph, World("area", graph.digest, real=state)))
