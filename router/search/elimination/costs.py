"""New costs and sources through a plan of elimination."""

import numpy as np

from router.graph import CLOSED_DS, I32, U32
from router.search.bucket import bucket_width_shift, search_buckets, seed_costs
from router.search.elimination.chains.kernels import (
    gather_pieces,
    lift_chains,
    push_to_ends,
    sum_chains,
    sweep_chains,
)
from router.search.elimination.plan import Chains, Elimination
from router.search.elimination.sweeps.kernels import (
    customise,
    gather_pairs,
    load_core,
    offer_parallels,
    push_up,
    sweep_down,
    sweep_up,
    unload_core,
)
from router.search.sources import Sources


def cheapest_by_elimination(plan: Elimination, cost_ds: U32, sources: Sources) -> U32:
    """Return the cost from every node to the nearest source.

    Parameters
    ----------
    plan : Elimination
        The plan of the streets.
    cost_ds : uint32, (m,)
        Cost of every edge.
    sources : Sources
        Where ways end.

    Returns
    -------
    uint32, (n,)
        The costs; not yet proved (``router.search.tight`` does that).
    """
    chains = plan.chains
    piece_cost, pair_cost = customised(plan, cost_ds)
    cost = np.full(len(plan.place), CLOSED_DS, np.uint32)
    seeds = seed_costs(sources.node.view(np.uint32), sources.cost_ds, cost)
    begin = _lift_out_of_chains(chains, piece_cost, seeds, cost)
    push_up(plan.place, plan.place[begin], plan.group_of, plan.group, plan.sequence, plan.up, pair_cost, cost)
    _settle_core_and_down(plan, piece_cost, pair_cost, cost)
    return cost


def lower_by_elimination(plan: Elimination, cost_ds: U32, cost: U32) -> None:
    """Lower costs that many nodes already have to those of the cheapest ways (`router.search.settle.lower`).

    Parameters
    ----------
    plan : Elimination
        The plan of the streets.
    cost_ds : uint32, (m,)
        Cost of every edge.
    cost : uint32, (n,)
        Changed in place.
    """
    chains = plan.chains
    piece_cost, pair_cost = customised(plan, cost_ds)
    lift_chains(chains.first_inner, chains.node, chains.begin, chains.end, piece_cost, cost)
    sweep_up(plan.group, plan.sequence, plan.up, pair_cost, cost)
    _settle_core_and_down(plan, piece_cost, pair_cost, cost)


def _settle_core_and_down(plan: Elimination, piece_cost: U32, pair_cost: U32, cost: U32) -> None:
    chains = plan.chains
    _search_core(plan, pair_cost, cost)
    sweep_down(plan.group, plan.sequence, plan.up, pair_cost, cost)
    longest = int(np.diff(chains.first_inner[-2:]).max(initial=0))
    sweep_chains(chains.first_inner, chains.node, chains.begin, chains.end, piece_cost, longest, cost)


def customised(plan: Elimination, cost_ds: U32) -> tuple[U32, U32]:
    """Return the costs of all pieces of chains and of all pairs, both ways side by side."""
    chains = plan.chains
    piece_cost = np.empty(2 * len(chains.there), np.uint32)
    pair_cost = np.empty(2 * len(plan.there), np.uint32)
    gather_pieces(chains.there, chains.back, cost_ds, piece_cost)
    gather_pairs(plan.there, plan.back, plan.missing, cost_ds, pair_cost)
    offer_parallels(plan.parallel_word, plan.parallel_there, plan.parallel_back, cost_ds, pair_cost)
    sum_chains(chains.first_inner, piece_cost, chains.word, pair_cost)
    customise(plan.group, plan.target, pair_cost)
    return piece_cost, pair_cost


def _lift_out_of_chains(chains: Chains, piece_cost: U32, seeds: U32, cost: U32) -> I32:
    """Give the ends of chains what their inner sources offer; return the junctions that have a cost now."""
    ends = []
    for v in seeds.tolist():
        c = int(chains.chain_of[v])
        if c < 0:
            ends.append(v)
            continue
        offers = push_to_ends(c, int(chains.place_of[v]), chains.first_inner, piece_cost, int(cost[v]))
        for end, offered in zip((int(chains.begin[c]), int(chains.end[c])), offers, strict=True):
            if offered < cost[end]:
                cost[end] = offered
                ends.append(end)
    return np.array(ends, np.int32)


def _search_core(plan: Elimination, pair_cost: U32, cost: U32) -> None:
    core_cost = np.empty(len(plan.core), np.uint32)
    arcs = np.empty(len(plan.core_head), np.uint64)
    seeds = load_core(plan.core, plan.core_word, plan.core_head, pair_cost, cost, core_cost, arcs)
    if len(seeds) == 0:
        return
    width = bucket_width_shift(4 * _mean_open_ds(arcs))
    search_buckets(plan.core_first, arcs, core_cost, seeds, width)
    unload_core(plan.core, core_cost, cost)


def _mean_open_ds(arcs: np.ndarray) -> float:
    sample = arcs[:: max(1, len(arcs) // 256)] >> np.uint64(32)
    is_open = sample[sample < CLOSED_DS]
    return float(is_open.mean()) if len(is_open) else 1.0
