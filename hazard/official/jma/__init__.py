"""気象庁防災情報XML: telegrams as typed values, what is in force, and what that proposes to a town.

No network and no clock: bytes in, values out.
"""

from hazard.official.jma.official import Held, Official, fold_telegrams, keep_needed
from hazard.official.jma.parse import Cancelled, NotForUs, Telegram, parse_telegram
from hazard.official.jma.proposals import Change, Proposal, propose
from hazard.official.jma.telegram import Area, Head, InfoType, Status
from hazard.official.jma.warnings import warnings_of
from hazard.official.jma.watch import AreaWatch

__all__ = [
    "Area",
    "AreaWatch",
    "Cancelled",
    "Change",
    "Head",
    "Held",
    "InfoType",
    "NotForUs",
    "Official",
    "Proposal",
    "Status",
    "Telegram",
    "fold_telegrams",
    "keep_needed",
    "parse_telegram",
    "propose",
    "warnings_of",
]
