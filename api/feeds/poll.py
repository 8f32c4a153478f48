"""One look at the feeds: new telegrams, each fetched once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from random import Random

import requests

from api.feeds.atom import read_feed
from api.feeds.fetch import Answer, get, new_session
from api.feeds.memory import FeedState, Memory, Waiting
from api.feeds.settings import FeedSettings
from hazard.official.jma import NotForUs, Telegram, keep_needed, parse_telegram
from router.errors import InputError, Problem

URGENT_PRIORITY = 0
"""Tsunami: may spend the last tenth of the budget."""
MAX_SILENT = 3
"""After so many telegrams in a row without an answer the rest waits for the next poll."""


@dataclass(frozen=True, slots=True)
class Poll:
    """What one look brought.

    Attributes
    ----------
    telegrams : tuple of Telegram
        New and for us, oldest first.
    problems : tuple of Problem
        What could not be read, or not be fetched in the end: for staff to see.
    failures : tuple of str
        What will be tried again.
    foreign : int
        Entries that pointed to another host.
    waiting : int
        Telegrams still to be fetched.
    size_bytes : int
        Loaded.
    """

    telegrams: tuple[Telegram, ...] = ()
    problems: tuple[Problem, ...] = ()
    failures: tuple[str, ...] = ()
    foreign: int = 0
    waiting: int = 0
    size_bytes: int = 0


def utc_now() -> datetime:
    """Return the time of this machine."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Poller:
    """The poller with its surroundings, all of which can be given.

    Attributes
    ----------
    memory : Memory
    settings : FeedSettings
    session : requests.Session, optional
    now : callable, optional
        The clock: aware, UTC.
    random : Random, optional
        For jitter.
    """

    memory: Memory
    settings: FeedSettings
    session: requests.Session = field(default_factory=new_session)
    now: Callable[[], datetime] = utc_now
    random: Random = field(default_factory=Random)
    _kept: list[Telegram] | None = field(default=None, init=False)
    _lost: list[Problem] = field(default_factory=list, init=False)

    def poll(self) -> Poll:
        """Look at every feed once and fetch what is new.

        Returns
        -------
        Poll
            Whatever servers and the network do. Only a damaged memory raises (StoreError, sqlite3.Error).
        """
        self.kept()
        self._prune()
        told = _Told(problems=self._lost)
        self._lost = []
        for number, name in enumerate(self.settings.feeds):
            for url in self._urls(name):
                self._read_feed(url, told, urgent=number == 0)
        self._fetch_waiting(told)
        self._kept = [*self.kept(), *told.telegrams]
        return Poll(
            telegrams=tuple(sorted(told.telegrams, key=lambda t: t.head.age_key)),
            problems=tuple(told.problems),
            failures=tuple(told.failures),
            foreign=told.foreign,
            waiting=self.memory.waiting_count(),
            size_bytes=told.size_bytes,
        )

    def kept(self) -> tuple[Telegram, ...]:
        """Return the telegrams that still matter, those of earlier runs included: fold them.

        What a new telegram replaces stays until it was handled: a crash before that must not hide the change.
        """
        if self._kept is None:
            self._kept, self._lost = self.memory.telegrams()
        return tuple(self._kept)

    def _urls(self, name: str) -> Iterator[str]:
        """Yield the long feed where entries may have been lost, and the short one."""
        short, long = (f"{self.settings.base_url}{name}{ending}.xml" for ending in ("", "_l"))
        gap = self._now_s() - self.memory.feed(short).read_at_s > self.settings.gap_s
        state = self.memory.feed(long)
        if gap or state.failures or self._now_s() - state.read_at_s > self.settings.long_interval_s:
            yield long
        yield short

    def _read_feed(self, url: str, told: "_Told", urgent: bool) -> None:
        state = self.memory.feed(url)
        if state.not_before_s > self._now_s():
            return
        if not self._may_spend(urgent):
            told.failures.append(f"{url}: the budget of the day is spent")
            return
        answer = get(self.session, url, self.settings.max_feed_bytes, self.settings, state.validators)
        self._spend(answer, told)
        if answer.unchanged:
            self.memory.set_feed(url, FeedState(state.validators, read_at_s=self._now_s()))
        elif answer.body is None:
            self._feed_failed(url, state, answer, told)
        else:
            self._feed_answered(url, state, answer, told)

    def _feed_answered(self, url: str, state: FeedState, answer: Answer, told: "_Told") -> None:
        try:
            feed = read_feed(answer.body or b"", url, self.settings)
        except InputError as error:
            self._feed_failed(url, state, replace(answer, failure=str(error)), told)
            return
        told.foreign += feed.foreign
        with self.memory.together():
            self.memory.add_waiting(feed.entries)
            self.memory.set_feed(url, FeedState(answer.validators, read_at_s=self._now_s()))

    def _feed_failed(self, url: str, state: FeedState, answer: Answer, told: "_Told") -> None:
        told.failures.append(f"{url}: {answer.failure}")
        failures = state.failures + 1
        not_before_s = self._now_s() + max(self._backoff_s(failures), answer.pause_s)
        self.memory.set_feed(url, replace(state, failures=failures, not_before_s=not_before_s))

    def _fetch_waiting(self, told: "_Told") -> None:
        silent = 0
        for waiting in self.memory.waiting(self._now_s(), self.settings.max_per_poll):
            if not self._may_spend(waiting.priority == URGENT_PRIORITY):
                told.failures.append(f"{waiting.url}: the budget of the day is spent")
                return
            answer = get(self.session, waiting.url, self.settings.max_telegram_bytes, self.settings)
            self._spend(answer, told)
            if answer.busy:
                self._postpone(waiting, answer.failure, told, answer.pause_s, counts=False)
                return  # the whole server wants a pause
            self._take(waiting, answer, told)
            silent = silent + 1 if answer.body is None else 0
            if silent == MAX_SILENT:
                return

    def _take(self, waiting: Waiting, answer: Answer, told: "_Told") -> None:
        if answer.body is None:
            self._postpone(waiting, answer.failure or "nothing", told)
            return
        try:
            telegram = parse_telegram(answer.body, waiting.url)
        except InputError as error:
            self._postpone(waiting, str(error), told, problems=error.problems)
            return
        with self.memory.together():
            self.memory.set_seen(waiting.url, self._now_s(), self.settings.max_remembered)
            if not isinstance(telegram.content, NotForUs):
                self.memory.add_telegram(telegram, waiting.url, answer.body)
                told.telegrams.append(telegram)

    def _postpone(
        self,
        waiting: Waiting,
        failure: str,
        told: "_Told",
        pause_s: float = 0.0,
        *,
        counts: bool = True,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        """Try again later; after the last attempt tell what is wrong, and never ask again."""
        attempts = waiting.attempts + counts
        if attempts >= self.settings.attempts:
            with self.memory.together():
                self.memory.set_seen(waiting.url, self._now_s(), self.settings.max_remembered)
            told.problems += problems or (Problem(waiting.url, "", "a telegram", failure),)
            return
        told.failures.append(f"{waiting.url}: {failure}")
        not_before_s = self._now_s() + max(self._backoff_s(max(attempts, 1)), pause_s)
        self.memory.postpone(waiting.url, attempts, not_before_s)

    def _prune(self) -> None:
        """Forget what no longer matters, when staff have been told what came after it."""
        if self.memory.unhandled():
            return
        needed = list(keep_needed(self.kept()))
        if len(needed) < len(self.kept()):
            self._kept = needed
            with self.memory.together():
                self.memory.keep_only(needed)

    def _may_spend(self, urgent: bool) -> bool:
        limit = self.settings.daily_bytes if urgent else self.settings.daily_bytes * 9 // 10
        return self.memory.spent_bytes(self.now()) < limit

    def _spend(self, answer: Answer, told: "_Told") -> None:
        told.size_bytes += answer.size_bytes
        self.memory.spend(self.now(), answer.size_bytes)

    def _backoff_s(self, failures: int) -> float:
        """Return a pause that doubles with each failure, up to half of it taken off by chance."""
        longest = min(self.settings.backoff_s * 2.0 ** min(failures - 1, 20), self.settings.max_backoff_s)
        return longest * self.random.uniform(0.5, 1.0)

    def _now_s(self) -> float:
        return self.now().timestamp()


@dataclass(slots=True)
class _Told:
    """What a poll gathers."""

    telegrams: list[Telegram] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    foreign: int = 0
    size_bytes: int = 0
