"""Snapshots of a log: written aside, proved by a replay, and only then may older entries go.

``{area}:snapshot`` is the newest one. ``{area}:base`` is the one that the log was trimmed to: with it and the
entries that are left, everything can be replayed. Both are hashes: ``revision``, ``position``, ``sha256``,
``content`` (docs/formats.md, section 6.5).
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from api.errors import LogUnavailableError
from api.live.address import Client
from api.live.log import START, Entry, EventLog
from hazard.world import RegionInfo, World, fold
from hazard.world.codec.snapshot import Snapshot, decode_snapshot, encode_snapshot
from router.errors import InputError, Problem, StoreError

KEEP = """
local known = redis.call('HGET', KEYS[1], 'revision')
if known and tonumber(known) >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'revision', ARGV[1], 'position', ARGV[2], 'sha256', ARGV[3], 'content', ARGV[4])
return 1
"""
"""A snapshot never replaces a newer one, whichever host comes later."""
TRIM = """
if redis.call('HGET', KEYS[2], 'sha256') ~= ARGV[1] then return -1 end
redis.call('DEL', KEYS[3])
redis.call('COPY', KEYS[2], KEYS[3])
return redis.call('XTRIM', KEYS[1], 'MINID', ARGV[2])
"""
"""Only to the snapshot that was proved. Its own entry stays: followers know by it that the log is theirs."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a replay found.

    Attributes
    ----------
    world : World
        Base and all entries that are left.
    snapshot : Snapshot or None
        The newest, which the replay met exactly.
    tail : int
        Entries after it.
    last : str or None
        The last entry of the log.
    """

    world: World
    snapshot: Snapshot | None
    tail: int
    last: str | None = None


class Snapshots:
    """The snapshots of one log.

    Parameters
    ----------
    log : EventLog
    info : RegionInfo
    """

    def __init__(self, log: EventLog, info: RegionInfo) -> None:
        self._log, self._info = log, info
        tag = f"{{{log.area}}}"
        self._newest, self._base = f"{tag}:snapshot", f"{tag}:base"

    def keep(self, world: World, position: str) -> bool:
        """Write a snapshot; False where there is one that is as new. LogUnavailableError if not confirmed."""
        content = encode_snapshot(world, position)
        sha256 = hashlib.sha256(content).hexdigest()
        return bool(self._log.write(KEEP, [self._newest], world.revision, position, sha256, content))

    def take(self) -> Proof:
        """Write a snapshot of everything that the log holds now, and prove it."""
        proof = self.prove()
        if proof.last is not None and proof.tail:
            self.keep(proof.world, proof.last)
        return self.prove()

    def newest(self) -> Snapshot | None:
        """Return the newest snapshot that is whole; None where reading begins at the beginning.

        Raises
        ------
        LogUnavailableError
            If the log does not answer, or its beginning was trimmed away and no snapshot can be read.
        """
        for name in (self._newest, self._base):
            try:
                found = self._read(name)
            except StoreError:
                continue
            if found is not None:
                return found
        if self._log.misses_after(START):
            raise LogUnavailableError("the log was trimmed, and no snapshot of it can be read")
        return None

    def prove(self) -> Proof:
        """Replay everything that is left, and compare it with the newest snapshot.

        Raises
        ------
        StoreError
            If the snapshot is damaged, or is not what the events make.
        LogUnavailableError
        """
        base, newest = self._read(self._base), self._read(self._newest)
        if base is None and self._log.misses_after(START):
            raise StoreError(Problem(self._base, "", "the snapshot that the log was trimmed to", "none"))
        world = World(self._info.area, self._info.graph) if base is None else base.world
        after, met, tail = START if base is None else base.position, base, 0
        while entries := self._log.read(after):
            for entry in entries:
                world = fold(self._info, _events(entry), world)
                tail += 1
                if newest is not None and entry.id == newest.position:
                    met, tail = Snapshot(world, entry.id), 0
            after = entries[-1].id
        if newest is not None:
            _compare(self._newest, newest, met)
        return Proof(world, newest, tail, None if after == START else after)

    def trim(self) -> int:
        """Prove the newest snapshot, and let go of all entries before its own; return how many.

        Raises
        ------
        InputError
            If there is no snapshot.
        StoreError, LogUnavailableError
            As `prove`; nothing is trimmed then.
        """
        proof = self.prove()
        if proof.snapshot is None:
            raise InputError(Problem("log", self._newest, "a snapshot", "none"))
        sha256 = _sha256(proof.snapshot)
        keys = [self._log.key, self._newest, self._base]
        gone = int(self._log.write(TRIM, keys, sha256, proof.snapshot.position))
        if gone < 0:
            raise StoreError(Problem(self._newest, "sha256", sha256, "a newer snapshot: prove it first"))
        return gone

    def _read(self, name: str) -> Snapshot | None:
        """Return a snapshot; None if there is none, StoreError if it is damaged."""

        def get(client: Client) -> Any:
            return client.hmget(name, "sha256", "content")

        sha256, content = self._log.ask(get)
        if content is None:
            return None
        if hashlib.sha256(content).hexdigest().encode() != sha256:
            raise StoreError(Problem(name, "sha256", "that of its content", "another"))
        try:
            return decode_snapshot(content, self._info, name)
        except InputError as error:
            raise StoreError(error.problems) from error


def world_of(log: EventLog, info: RegionInfo) -> World:
    """Return the world that a log holds now: its newest snapshot, and what came after."""
    newest = Snapshots(log, info).newest()
    world = World(info.area, info.graph) if newest is None else newest.world
    return fold(info, log.events(START if newest is None else newest.position), world)


def _events(entry: Entry) -> list[Any]:
    return [] if entry.event is None else [entry.event]


def _sha256(snapshot: Snapshot) -> str:
    return hashlib.sha256(encode_snapshot(snapshot.world, snapshot.position)).hexdigest()


def _compare(name: str, newest: Snapshot, met: Snapshot | None) -> None:
    if met is None or met.position != newest.position:
        raise StoreError(Problem(name, "position", "an entry of the log", newest.position))
    if _sha256(met) != _sha256(newest):
        raise StoreError(Problem(name, "world", f"digest {met.world.digest}", newest.world.digest))
