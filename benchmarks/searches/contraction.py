"""RoutingKit's customisable contraction hierarchy (``routingkit-cch``) on the same streets."""

from typing import Any

import numpy as np

from benchmarks.searches.porto import Town
from router.graph import CLOSED_DS, I32


class Hierarchy:
    """The hierarchy of one graph. The binding takes lists; turning arrays into lists is not timed."""

    def __init__(self, town: Town) -> None:
        import routingkit_cch

        graph = town.graph
        tail, head = graph.tail.tolist(), graph.head.tolist()
        lat, lon = (graph.node_lat_e7 / 1e7).tolist(), (graph.node_lon_e7 / 1e7).tolist()
        order = routingkit_cch.compute_order_inertial(graph.n_nodes, tail, head, lat, lon)
        self.weights = town.cost_ds.tolist()
        self.sites = [(int(v), 0) for v in town.sources.node]
        hierarchy = routingkit_cch.CCH(order, tail, head, False)
        self.metric = routingkit_cch.CCHMetric(hierarchy, self.weights)
        self.updater = routingkit_cch.CCHMetricPartialUpdater(hierarchy)
        self.new_query = routingkit_cch.CCHQuery

    def customise(self) -> None:
        """Carry all weights, as if all were new, into the hierarchy; no field is made."""
        self.metric.reset(self.weights)

    def close_and_open(self, edges: I32) -> None:
        """Update the hierarchy twice; no field is made."""
        closed = edges.tolist()
        self.updater.apply(self.metric, dict.fromkeys(closed, CLOSED_DS))
        self.updater.apply(self.metric, {e: self.weights[e] for e in closed})

    def nearest(self, node: int) -> tuple[int | None, Any]:
        """Return cost and path from a node to the nearest of the sites."""
        result = self.new_query(self.metric).run_multi([(node, 0)], self.sites)
        return result.distance, result.arc_path

    def between(self, start: int, target: int) -> tuple[int | None, Any]:
        """Return cost and path from one node to another."""
        result = self.new_query(self.metric).run(start, target)
        return result.distance, result.arc_path

    def costs(self, nodes: np.ndarray) -> list[int | None]:
        """Return the cost from each node, to be held against a field."""
        return [self.nearest(int(v))[0] for v in nodes]
