"""What happens after a region was built: events, and the world that is their fold. Pure.

======================  ==============================================================
module                  what it holds
======================  ==============================================================
events                  the closed union of events
world                   what holds now, and its digest
fold                    from events to the world
expiry                  what has ended by its own time
codec                   strict, canonical JSON
======================  ==============================================================
"""

from hazard.world.expiry import due
from hazard.world.fold import fold
from hazard.world.world import RegionInfo, World

__all__ = ["RegionInfo", "World", "due", "fold"]
