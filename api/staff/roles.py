"""Roles, and who may do what where. Pure."""

from dataclasses import dataclass
from enum import StrEnum

EVERYWHERE = "*"
"""In an account's areas: all of them (the prefecture)."""


class Role(StrEnum):
    """What an account may do; each may do what the ones before it may."""

    VIEWER = "viewer"
    """See."""
    OPERATOR = "operator"
    """Draft and issue alerts, close roads, tell the state of sites, decide on reports and proposals."""
    APPROVER = "approver"
    """Approve what another person drafted."""
    ADMIN = "admin"
    """Keep the accounts (`nigemichi staff`)."""

    @property
    def rank(self) -> int:
        """Its place in the order."""
        return list(Role).index(self)

    @property
    def needs_code(self) -> bool:
        """Whether a one-time code is needed besides the password."""
        return self.rank >= Role.APPROVER.rank


@dataclass(frozen=True, slots=True)
class Principal:
    """Who is signed in.

    Attributes
    ----------
    account, name : str
        The name is what colleagues see.
    role : Role
    areas : tuple of str
        Ids of areas, or `EVERYWHERE`.
    """

    account: str
    name: str
    role: Role
    areas: tuple[str, ...]

    def may(self, role: Role, area: str | None = None) -> bool:
        """Whether this person has at least ``role``, in ``area`` if one is meant."""
        here = area is None or area in self.areas or EVERYWHERE in self.areas
        return here and self.role.rank >= role.rank
