"""From a position to a decision: what the region knows of it, the ways out, and what to do.

=========== ========================================================================
module      what it does
=========== ========================================================================
ask         what a person tells besides their position
here        how the street where they are is exposed
ways        the ways out, in time where a scenario has times
advisor     all of it together
=========== ========================================================================
"""

from hazard.advise.advisor import Advised, Advisor
from hazard.advise.ask import Ask

__all__ = ["Advised", "Advisor", "Ask"]
