"""Proposals into the store of staff, in the form in which an alert is begun from them."""

from typing import Any

from api.alerts.life.draft import Draft, draft_to_json
from api.feeds.drafts import Received
from api.staff.proposals import Proposal, Proposals


class StaffInbox:
    """The inbox of one area.

    Parameters
    ----------
    proposals : Proposals
    """

    def __init__(self, proposals: Proposals) -> None:
        self._proposals = proposals

    def put(self, proposal: Received) -> bool:
        """Keep a proposal; False if it was there already, whatever became of it."""
        return self._proposals.put(
            Proposal(
                id=proposal.id,
                area=proposal.area,
                source=proposal.source,
                received_at=proposal.received_at,
                text=proposal.text,
                facts=proposal.facts,
                draft=None if proposal.draft is None else request_of(proposal.draft),
            )
        )


def request_of(draft: Draft) -> dict[str, Any]:
    """Return a draft of a proposal as ``POST …/alerts`` takes it. It has zones only: no places to convert."""
    assert not draft.extent.polygons
    return draft_to_json(draft)
