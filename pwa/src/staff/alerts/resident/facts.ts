/** A draft as the residents' page will hold it once it is in force. Pure. */
import type { AlertFacts } from "../../../alerts/view.ts";
import type { Decision } from "../../../core/hazard/decision/advice.ts";
import type { HazardKind } from "../../../core/hazard/kinds.ts";
import type { AlertRecord, Preview } from "../../api.ts";

export type Screen = Preview["people"]["screens"][number];

/** What the source of a tsunami alert begins with (docs/formats.md 6.1). */
const GRADES = { major_warning: "大津波警報", warning: "津波警報", advisory: "津波注意報" } as const;

/** The alert in force. */
export function factsOf({ draft, alert }: AlertRecord, { texts }: Preview, now: string): AlertFacts {
  return {
    id: alert,
    kinds: draft.kinds,
    level: draft.level ?? null,
    extent: { towns: draft.extent?.towns ?? [] },
    text: Object.fromEntries(Object.entries(texts).map(([one, { title, body }]) => [one, `${title}\n${body}`])),
    until: draft.until ?? null,
    source: sourceOf(draft),
    issued_at: now,
    updated_at: now,
    edition: draft.replaces ? 2 : 1,
  };
}

function sourceOf({ grade, source = "" }: AlertRecord["draft"]): string {
  const name = grade ? GRADES[grade] : "";
  return source.startsWith(name) ? source : `${name} ${source}`.trim();
}

/** The decision of a screen, as far as the banner looks at it. */
export function decisionOf({ advice, urgency, kind, reasons, notes }: Screen): Decision {
  const about: HazardKind = kind ?? "tsunami";
  const why = reasons.map((code) => ({ code, kind: about }));
  return { advice, urgency, kind, way: null, margin_min: null, reasons: why, changes: [], official: [], notes };
}
