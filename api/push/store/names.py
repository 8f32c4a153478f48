"""Names of keys. All of an area share one hash tag, so that a Redis Cluster keeps them on one node.

| key | what |
|---|---|
| ``{area}:push:sub:ID`` | encrypted subscription |
| ``{area}:push:ids`` | set: every subscription |
| ``{area}:push:mesh:CODE`` | set: who watches a cell |
| ``{area}:push:env:ID`` | list: encrypted envelopes, expiring |
| ``{area}:push:stock`` | sorted set: id by the second from which its envelopes need care |
| ``{area}:push:out:RANK`` | stream: batches to send; consumer group ``push`` |
| ``{area}:push:to:ID``, ``…spreading`` | set: who is not in a batch yet; set: notices with such |
| ``{area}:push:notice:ID`` | what is told |
| ``{area}:push:count:ID`` | hash: total, accepted, gone, expired, replaced, failed, waiting, apart |
| ``{area}:push:notices`` | sorted set: notice by the second it was published |
| ``{area}:push:told`` | how many events of the log were told |
| ``{area}:push:latest:TOPIC`` | id of the newest notice about an event |
| ``{area}:push:retry`` | sorted set: ``NOTICE ATTEMPT ID`` by the second it is due |
| ``{area}:push:dead`` | list: what could not be sent, and why |
| ``{area}:push:rate:…`` | counter of a minute |
"""

GROUP = "push"


def prefix(area: str) -> str:
    """Return what every key of ``area`` begins with."""
    return f"{{{area}}}:push:"


def out(area: str, rank: int) -> str:
    """Return the stream of a rank."""
    return f"{prefix(area)}out:{rank}"
