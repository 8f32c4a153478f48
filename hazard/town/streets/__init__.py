"""Streets of the town: drawn roads, grown local streets, paths; woven into one network."""
