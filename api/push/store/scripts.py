"""What must happen as a whole, in Lua. KEYS[1] is the area's prefix; all keys made of it are on one node."""

PUT = """
-- ARGV: id, blob, number of old meshes, old meshes…, new meshes…
local p, id, n_old = KEYS[1], ARGV[1], tonumber(ARGV[3])
for i = 4, 3 + n_old do redis.call('SREM', p .. 'mesh:' .. ARGV[i], id) end
for i = 4 + n_old, #ARGV do redis.call('SADD', p .. 'mesh:' .. ARGV[i], id) end
redis.call('SET', p .. 'sub:' .. id, ARGV[2])
redis.call('DEL', p .. 'env:' .. id)
redis.call('SADD', p .. 'ids', id)
redis.call('ZADD', p .. 'stock', 0, id)
return 1
"""

DELETE = """
-- ARGV: id, meshes…
local p, id = KEYS[1], ARGV[1]
for i = 2, #ARGV do redis.call('SREM', p .. 'mesh:' .. ARGV[i], id) end
redis.call('DEL', p .. 'env:' .. id)
redis.call('ZREM', p .. 'stock', id)
redis.call('SREM', p .. 'ids', id)
return redis.call('DEL', p .. 'sub:' .. id)
"""

STOCK = """
-- ARGV: id, subscription as it was read, care from, expires, envelopes…; nothing when it changed meanwhile
local p, id = KEYS[1], ARGV[1]
if redis.call('GET', p .. 'sub:' .. id) ~= ARGV[2] then return 0 end
redis.call('DEL', p .. 'env:' .. id)
redis.call('RPUSH', p .. 'env:' .. id, unpack(ARGV, 5))
redis.call('EXPIREAT', p .. 'env:' .. id, ARGV[4])
redis.call('ZADD', p .. 'stock', ARGV[3], id)
return 1
"""

TAKE = """
-- ARGV: topic, ids…; gives the newest notice of the topic and for each id an envelope or a subscription
local p, given, care = KEYS[1], {redis.call('GET', KEYS[1] .. 'latest:' .. ARGV[1])}, {}
for i = 2, #ARGV do
  local one = redis.call('LPOP', p .. 'env:' .. ARGV[i])
  if one then
    care[#care + 1] = '0'
    care[#care + 1] = ARGV[i]
    given[i] = 'E' .. one
  else
    local sub = redis.call('GET', p .. 'sub:' .. ARGV[i])
    given[i] = sub and 'S' .. sub or ''
  end
end
if #care > 0 then redis.call('ZADD', p .. 'stock', 'XX', unpack(care)) end
return given
"""

PUBLISH = """
-- ARGV: notice id, notice, rank, topic, seconds to keep, meshes…; '*' means everybody
local p, id, keep = KEYS[1], ARGV[1], tonumber(ARGV[5])
if not redis.call('SET', p .. 'notice:' .. id, ARGV[2], 'NX', 'EX', keep) then return -1 end
redis.call('SET', p .. 'latest:' .. ARGV[4], id, 'EX', keep)
local to = p .. 'to:' .. id
for first = 6, #ARGV, 1000 do
  local sets = {to}
  for i = first, math.min(first + 999, #ARGV) do
    sets[#sets + 1] = ARGV[i] == '*' and p .. 'ids' or p .. 'mesh:' .. ARGV[i]
  end
  redis.call('SUNIONSTORE', to, unpack(sets))
end
local total = redis.call('SCARD', to)
redis.call('HSET', p .. 'count:' .. id, 'total', total)
redis.call('EXPIRE', p .. 'count:' .. id, keep)
redis.call('SADD', p .. 'spreading', id .. ' ' .. ARGV[3])
local now = tonumber(redis.call('TIME')[1])
redis.call('ZADD', p .. 'notices', now, id)
redis.call('ZREMRANGEBYSCORE', p .. 'notices', '-inf', now - keep)
return total
"""

SPREAD = """
-- ARGV: notice id, rank, batch size, most batches; 0 when nobody is left
local p, id = KEYS[1], ARGV[1]
for _ = 1, tonumber(ARGV[4]) do
  local ids = redis.call('SPOP', p .. 'to:' .. id, ARGV[3])
  if #ids == 0 then
    redis.call('SREM', p .. 'spreading', id .. ' ' .. ARGV[2])
    return 0
  end
  redis.call('XADD', p .. 'out:' .. ARGV[2], '*', 'n', id, 'a', '0', 'i', table.concat(ids, ' '))
end
return 1
"""

FINISH = """
-- ARGV: rank, entry, notice id, number of counts, (name, n)…, number of retries, (due, member)…, dead…
-- Only who closes the batch counts: one that was claimed and finished elsewhere meanwhile counts once.
local p, out = KEYS[1], KEYS[1] .. 'out:' .. ARGV[1]
if redis.call('XACK', out, 'push', ARGV[2]) == 0 then return 0 end
redis.call('XDEL', out, ARGV[2])
local at = 5
for _ = 1, tonumber(ARGV[4]) do
  redis.call('HINCRBY', p .. 'count:' .. ARGV[3], ARGV[at], ARGV[at + 1])
  at = at + 2
end
local n_retries = tonumber(ARGV[at])
at = at + 1
for _ = 1, n_retries do
  redis.call('ZADD', p .. 'retry', ARGV[at], ARGV[at + 1])
  at = at + 2
end
for i = at, #ARGV do redis.call('LPUSH', p .. 'dead', ARGV[i]) end
if at <= #ARGV then redis.call('LTRIM', p .. 'dead', 0, 9999) end
return 1
"""

AGAIN = """
-- ARGV: rank, notice id, attempt, members…; puts those back into the outbox that are still waiting
local p, ids = KEYS[1], {}
for i = 4, #ARGV do
  if redis.call('ZREM', p .. 'retry', ARGV[i]) == 1 then ids[#ids + 1] = string.match(ARGV[i], '%S+$') end
end
if #ids == 0 then return 0 end
redis.call('XADD', p .. 'out:' .. ARGV[1], '*', 'n', ARGV[2], 'a', ARGV[3], 'i', table.concat(ids, ' '))
return #ids
"""
