"""What waits for a verdict: residents' reports, and proposals of official feeds."""

from dataclasses import asdict

from fastapi import APIRouter, Request, Response

from api.staff.http.contract import (
    ProposalList,
    ProposalModel,
    ProposalVerdict,
    ReportList,
    ReportModel,
    ReportVerdict,
)
from api.staff.http.shared import PREFIX, Operator, Viewer, acting, desk_of, name_of
from api.staff.proposals import Proposal
from api.staff.reports import Report, Verdict
from hazard.world.events import Drawn
from router.errors import InputError, Problem
from router.graph import StreetGraph

router = APIRouter(prefix=PREFIX, tags=["staff"])
VERDICTS = {"confirm": Verdict.CONFIRMED, "reject": Verdict.REJECTED}


@router.get("/reports", operation_id="reports")
def reports(area: str, request: Request, response: Response, who: Viewer) -> ReportList:
    """Return the reports that wait for a verdict, most told first."""
    staff, desk = desk_of(request, area)
    graph = desk.follower.engine.region.graph
    response.headers["cache-control"] = "no-store"
    return ReportList(reports=[_report(one, graph) for one in desk.reports.open(staff.clock())])


@router.post("/reports/{report}", operation_id="decide_report")
def decide_report(
    area: str, report: str, body: ReportVerdict, request: Request, who: Operator
) -> ReportModel:
    """Confirm a report, and close the streets if asked to; or reject it.

    Two people who confirm the same report close once.
    """
    staff, desk = desk_of(request, area)
    found = desk.reports.get(report, staff.clock())
    streets = body.streets or ([] if found.street is None else [found.street])
    if body.close and (body.verdict != "confirm" or not streets):
        raise InputError(
            Problem("request body", "streets", "the streets that a confirmed report closes", "none")
        )
    if body.close:
        reason = body.reason or found.what
        again = f"report-{found.first_at:%Y%m%d%H%M%S}-{found.id}{'-drill' * body.drill}"
        who_acts = acting(who, body.model_copy(update={"key": body.key or again}))
        desk.desk.close_roads(who_acts, Drawn("streets"), streets, reason=reason, until=body.until)
    found = desk.reports.decide(report, VERDICTS[body.verdict], who.account, staff.clock())
    facts = {"report": report, "verdict": body.verdict, "streets": streets if body.close else []}
    staff.signin.audit.note(who, area, "decide report", facts)
    return _report(found, desk.follower.engine.region.graph)


@router.get("/proposals", operation_id="proposals")
def proposals(area: str, request: Request, response: Response, who: Viewer) -> ProposalList:
    """Return what official feeds proposed, the newest first."""
    _, desk = desk_of(request, area)
    response.headers["cache-control"] = "no-store"
    return ProposalList(proposals=[_proposal(one) for one in desk.proposals.all()])


@router.post("/proposals/{proposal}", operation_id="decide_proposal")
def decide_proposal(
    area: str, proposal: str, body: ProposalVerdict, request: Request, who: Operator
) -> ProposalModel:
    """Take a proposal up or reject it. Taking it up issues nothing: its draft goes the way of every alert."""
    staff, desk = desk_of(request, area)
    found = desk.proposals.decide(proposal, VERDICTS[body.verdict], who.account)
    staff.signin.audit.note(who, area, "decide proposal", {"proposal": proposal, "verdict": body.verdict})
    return _proposal(found)


def _report(report: Report, graph: StreetGraph) -> ReportModel:
    return ReportModel(**asdict(report), street_name=name_of(graph, report.street))


def _proposal(proposal: Proposal) -> ProposalModel:
    row = asdict(proposal)
    del row["area"]
    return ProposalModel(**row)
