"""From a position to a decision: what the region knows of it, the ways out, and what to do.

=========== ========================================================================
module      what it does
=========== ========================================================================
ask         what a person tells besides their position
here        how the street where they are is exposed
clock       when they set out
ways        the ways out, in time where a scenario has times
timed       routes by the clock
out         the way that the decision means, drawn
advisor     all of it together
=========== ========================================================================
"""

from hazard.advise.advisor import Advised, Advisor
from hazard.advise.ask import Ask
from hazard.advise.clock import Clock
from hazard.advise.timed import Answering, Timed

__all__ = ["Advised", "Advisor", "Answering", "Ask", "Clock", "Timed"]
