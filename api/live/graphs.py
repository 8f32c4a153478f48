"""Which street graph of an area is the newest: while hosts change over, only the newest moves closures."""

from api.live.log import EventLog
from hazard.region import Region

NOTE = """
local known = redis.call('HGET', KEYS[1], 'created_ms')
if known and tonumber(known) > tonumber(ARGV[1]) then return redis.call('HGET', KEYS[1], 'graph') end
redis.call('HSET', KEYS[1], 'created_ms', ARGV[1], 'graph', ARGV[2])
return ARGV[2]
"""


def is_newest(log: EventLog, region: Region) -> bool:
    """Note the graph of ``region``, and return whether no host serves one of a region built later."""
    created_ms = int(region.created_at.timestamp() * 1000)
    newest: bytes = log.write(NOTE, [f"{{{log.area}}}:graph"], created_ms, region.graph.digest)
    return newest.decode() == region.graph.digest
