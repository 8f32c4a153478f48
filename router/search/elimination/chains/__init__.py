"""Chains: runs of nodes with exactly two edges, between the junctions that really decide."""
