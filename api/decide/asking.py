"""From a request to what the advisor is asked."""

from collections.abc import Mapping

from api.decide.contract import DecideInForce, DecidePlace, DecideRequest
from hazard.advise import Ask
from hazard.decision.situation import InForce, Party, Place
from hazard.kinds import HazardKind


def read_ask(body: DecideRequest, live: Mapping[HazardKind, InForce] | None = None) -> Ask:
    """Return what is asked.

    Parameters
    ----------
    body : DecideRequest
        What it says of a kind holds.
    live : mapping of HazardKind to InForce, optional
        What the live state says of the others.
    """
    told = {kind: _in_force(force) for kind, force in body.in_force.items()}
    return Ask(
        kinds=tuple(body.kinds),
        place=_place(body.place),
        party=Party(**body.party.model_dump()),
        in_force={**(live or {}), **told},
        since_s=body.since_s,
        night=bool(body.night),
        snow=bool(body.snow),
        ice=bool(body.ice),
        pace_pct=body.pace_pct or 100,
        delay_s=body.delay_s,
    )


def _place(told: DecidePlace) -> Place:
    """Return the place; a whole house of so many storeys has its top floor."""
    fields = told.model_dump(exclude={"storeys"})
    return Place(**fields | {"floor": told.storeys if told.floor is None else told.floor})


def _in_force(told: DecideInForce) -> InForce:
    return InForce(**told.model_dump())
