"""The engine: a region, a set of hazards and a profile in; outcomes out."""

from hazard.engine.engine import Engine
from hazard.engine.plan import Plan

__all__ = ["Engine", "Plan"]
