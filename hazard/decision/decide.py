"""decide: stay, go up, or leave now. Pure: a situation in, a decision out.

Every kind in question, and every kind that is in force, is judged by its own rules; the most urgent advice
wins. Follows 避難行動判定フロー and the meanings of 警戒レベル; where the official text leaves room, the safe
default holds (docs/decision.md).
"""

from hazard.decision.advice import Advice, Decision, Reason, Urgency, Verdict
from hazard.decision.notes import notes_of
from hazard.decision.official import official_of
from hazard.decision.rules.levelled import judge_levelled
from hazard.decision.rules.standing import LEVELLED, in_force_of, is_in_force
from hazard.decision.rules.tsunami import judge_tsunami
from hazard.decision.rules.unlevelled import judge_earthquake, judge_fire, judge_volcano
from hazard.decision.situation import Situation
from hazard.kinds import HazardKind

PRECEDENCE = (
    HazardKind.TSUNAMI,
    HazardKind.LARGE_FIRE,
    HazardKind.LANDSLIDE,
    HazardKind.FLOOD,
    HazardKind.STORM_SURGE,
    HazardKind.INLAND_FLOOD,
    HazardKind.VOLCANO,
    HazardKind.EARTHQUAKE,
)
"""Which kind speaks first when several are equally urgent: our choice, by how little time they leave.
Landslide comes before flood as in the chart (row 3 before row 4)."""


def decide(situation: Situation) -> Decision:
    """Decide what to do.

    Parameters
    ----------
    situation : Situation

    Returns
    -------
    Decision
        ``Unknown`` without a kind when no kind is in question.
    """
    kinds = [
        kind for kind in PRECEDENCE if kind in situation.kinds or is_in_force(in_force_of(situation, kind))
    ]
    verdicts = sorted((judge(situation, kind) for kind in kinds), key=lambda verdict: -verdict.urgency)
    if not verdicts:
        return Decision(Advice.UNKNOWN, Urgency.UNKNOWN, None, None, None, (), (), (), ())
    first = verdicts[0]
    return Decision(
        advice=first.advice,
        urgency=first.urgency,
        kind=first.kind,
        way=first.way,
        margin_min=None if first.margin_s is None else first.margin_s // 60,
        reasons=tuple(reason for verdict in verdicts for reason in verdict.reasons),
        changes=_changes(verdicts),
        official=tuple(word for verdict in verdicts for word in official_of(situation, verdict.kind)),
        notes=notes_of(situation, first, kinds),
    )


def judge(situation: Situation, kind: HazardKind) -> Verdict:
    """Return the advice for one kind alone."""
    if kind in LEVELLED:
        return judge_levelled(situation, kind)
    if kind is HazardKind.TSUNAMI:
        return judge_tsunami(situation)
    if kind is HazardKind.LARGE_FIRE:
        return judge_fire(situation)
    return judge_volcano(situation) if kind is HazardKind.VOLCANO else judge_earthquake(situation)


def _changes(verdicts: list[Verdict]) -> tuple[Reason, ...]:
    """Return what would change the advice: of every verdict, since a milder kind may become the worst."""
    return tuple(reason for verdict in verdicts for reason in verdict.changes)
