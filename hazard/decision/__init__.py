"""The decision: stay, go up, or leave now (`hazard.decision.decide`)."""
