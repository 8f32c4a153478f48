import { useSay } from "../../app/context.ts";
import { LevelMark } from "../../icons/LevelMark.tsx";
import { duration } from "../../model/format.ts";
import { type LevelGroup, type LevelRow, levelGroups, type Planned } from "../rows.ts";
import { hazardsWords } from "./words.ts";

/** When we move, level by level: the most pressing hazards first, the others folded. */
export function Levels({ planned }: { planned: readonly Planned[] }) {
  const say = useSay("own");
  const [first, ...others] = levelGroups(planned, say("site.edge"));
  if (first === undefined) return null;
  return (
    <section>
      <h2>{say("plan.when", { hazards: hazardsWords(first.kinds, say) })}</h2>
      <Table group={first} />
      {others.length > 0 ? (
        <details>
          <summary>{say("plan.whenOther")}</summary>
          {others.map((group) => (
            <section key={group.kinds.join()}>
              <h3>{say("plan.when", { hazards: hazardsWords(group.kinds, say) })}</h3>
              <Table group={group} />
            </section>
          ))}
        </details>
      ) : null}
    </section>
  );
}

function Table({ group }: { group: LevelGroup }) {
  const say = useSay("own");
  const [five, ...rest] = group.rows;
  return (
    <>
      <ol class="lvs">{five ? <Row row={five} group={group} /> : null}</ol>
      <p class="before5">{say("plan.must")}</p>
      <ol class="lvs">
        {rest.map((row) => (
          <Row key={row.level} row={row} group={group} />
        ))}
      </ol>
    </>
  );
}

function Row({ row: { level, act, ours }, group }: { row: LevelRow; group: LevelGroup }) {
  const say = useSay("own");
  const { goal, durationS } = group;
  return (
    <li class={ours ? "lvrow our" : "lvrow"}>
      <LevelMark mark={`${level}`} />
      <div>
        <LevelName level={level} />
        <p>
          {ours ? <b>{say(act)}</b> : say(act)}
          {ours && goal !== null && durationS !== null ? (
            <span class="block">{say("plan.leaveTo", { site: goal, minutes: duration(durationS, say) })}</span>
          ) : null}
        </p>
      </div>
    </li>
  );
}

const OFFICIAL = { 5: "緊急安全確保", 4: "避難指示", 3: "高齢者等避難", 2: "注意報", 1: "早期注意情報" } as const;

/** The official name, and what it means beside it in other languages. */
export function LevelName({ level }: { level: LevelRow["level"] }) {
  const say = useSay("own");
  const words = say(`plan.level.${level}`);
  return (
    <p class="lvname">
      <span class="vh">{level}</span>
      <b lang="ja">{say.tag === "ja" ? words : OFFICIAL[level]}</b>
      {say.tag === "ja" ? null : <span class="small"> {words}</span>}
    </p>
  );
}
