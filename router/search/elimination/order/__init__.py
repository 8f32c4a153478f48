"""The order of elimination: which nodes go, one after another, and which pairs of neighbours they leave."""
