"""Searches: from edge costs and sources to a certified field.

`settle` is the one way in. It chooses the algorithm; the caller never knows.
"""

from router.search.certify import certify
from router.search.field import Field
from router.search.many import settle_many
from router.search.plans import prepare
from router.search.repair import repair
from router.search.settle import settle
from router.search.sources import Sources

__all__ = ["Field", "Sources", "certify", "prepare", "repair", "settle", "settle_many"]
