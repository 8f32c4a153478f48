"""The world in the routes: live costs, and the engine that swaps from one proved revision to the next."""

from hazard.live.engine import LiveEngine, Revision

__all__ = ["LiveEngine", "Revision"]
