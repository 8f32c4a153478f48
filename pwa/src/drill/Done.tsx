import { useApp, useSay } from "../app/context.ts";
import { type Drawing, ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { duration } from "../model/format.ts";
import { clock } from "../model/leave.ts";
import { Calm } from "./Calm.tsx";
import type { Practised } from "./record.ts";
import { marginMinutes, type Result, type Verdict, verdictOf } from "./result.ts";

interface Given {
  readonly result: Result;
  readonly leaveByMs: number | null;
  /** Null until it is kept. */
  readonly record: Practised | null;
  readonly onAgain: () => void;
}

const PICTURES: Readonly<Record<Verdict, Drawing>> = {
  ok: ICONS.check,
  thin: ICONS.clock,
  late: ICONS.unfit,
  unknown: ICONS.question,
};

/** How it went: 「14分で着いた。余裕14分」, or by how much to be earlier. */
export function Done({ result: { minutes, marginS }, leaveByMs, record, onAgain }: Given) {
  const { say: plainSay } = useApp();
  const say = useSay("drill");
  const verdict = verdictOf(marginS);
  const time = (n: number) => duration(n * 60, plainSay);
  const again = (
    <button type="button" class="act" onClick={onAgain}>
      {say("practice.again")}
    </button>
  );
  return (
    <Calm title={say("practice.done")} action={again}>
      <section class={`outcome ${verdict}`} role="status">
        {minutes === null ? null : <p class="reached">{say("practice.minutes", { time: time(minutes) })}</p>}
        {marginS === null ? null : (
          <p class="margin">
            <Icon drawing={PICTURES[verdict]} />
            {marginS < 0
              ? say("practice.earlier", { time: time(marginMinutes(marginS)) })
              : say("practice.spare", { time: time(marginMinutes(marginS)) })}
          </p>
        )}
        {minutes === null && marginS === null ? <p class="reached">{say("practice.over")}</p> : null}
      </section>
      {leaveByMs === null ? null : <p>{say("practice.limit", { time: clock(leaveByMs) })}</p>}
      {minutes !== null && leaveByMs === null ? <p>{say("practice.noTimes")}</p> : null}
      {record === null ? null : <p>{say("practice.best", { time: time(record.best.minutes) })}</p>}
      <p class="small">{say("practice.kept")}</p>
      <a class="btn" href="#/plan">
        {say("practice.toPlan")}
      </a>
    </Calm>
  );
}
