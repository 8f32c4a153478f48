"""Partial elimination: fields from new costs, faster than any search that visits every node.

Nodes with few neighbours are taken out once, on topology alone (`plan_elimination`). When all costs are
new, their ways are carried over to their neighbours in one stream (*customise*), a bucket search settles the
small core, and one stream back (*sweep*) settles everything else. Nothing is approximate: all are the same
sums and minima of integers in another order, so the costs are those of the plain search to the bit.

======== ==========================================================================
module   what it does
======== ==========================================================================
plan     street graph → chains, order of elimination, core
costs    plan + new costs + sources → cost of every node
chains   the passes over runs of nodes with two edges
order    the elimination itself
sweeps   customise, core, sweep
======== ==========================================================================
"""

from router.search.elimination.costs import cheapest_by_elimination, lower_by_elimination
from router.search.elimination.plan import Elimination, plan_elimination

__all__ = ["Elimination", "cheapest_by_elimination", "lower_by_elimination", "plan_elimination"]
