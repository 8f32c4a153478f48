import { useApp, useSay } from "../../app/context.ts";
import type { SayIn } from "../../i18n/messages.ts";
import { LevelMark } from "../../icons/LevelMark.tsx";
import { day, distance, duration } from "../../model/format.ts";
import { slowest } from "../../model/home/household.ts";
import type { SavedPlace } from "../../model/home/places.ts";
import { bagFor } from "../bag.ts";
import type { OwnPlan } from "../own.ts";
import { goalOf, type LevelGroup, type LevelRow, levelGroups, type Planned, verdictOf } from "../rows.ts";
import { LevelName } from "../show/Levels.tsx";
import { leaveWithinMin } from "../show/Unlevelled.tsx";
import { hazardsWords, householdWords, townWords } from "../show/words.ts";
import { Code } from "./Code.tsx";
import { addressFor } from "./code.ts";
import { Key } from "./Key.tsx";
import type { Picture } from "./picture.ts";
import { PatternDefs, Sketch } from "./Sketch.tsx";

interface Props {
  readonly home: SavedPlace;
  readonly planned: readonly Planned[];
  /** The two verdicts on top. */
  readonly shown: readonly Planned[];
  /** The hazard whose way is drawn. */
  readonly way: Planned | null;
  readonly picture: Picture | null;
  readonly own: OwnPlan;
  /** Says the same in the language beside. */
  readonly second: SayIn<"own">;
}

/** One page: two verdicts, the way drawn and in words, level by level, bag and phones, the other language. */
export function Sheet(props: Props) {
  const { planned, shown, way, picture, own, second } = props;
  return (
    <>
      <PatternDefs />
      <Head second={second} />
      <section class="two">
        {shown.map((one) => (
          <Verdict key={one.kind} one={one} second={second} />
        ))}
      </section>
      {way && picture ? <Way one={way} picture={picture} /> : null}
      {way && picture ? <Key one={way} picture={picture} /> : null}
      <LevelTable planned={planned} />
      <BagAndPhones own={own} />
      <Beside shown={shown} second={second} />
    </>
  );
}

function Head({ second }: { second: SayIn<"own"> }) {
  const { state } = useApp();
  const say = useSay("own");
  const { region, household } = state;
  if (region === null) return null;
  const kind = slowest(household);
  const who = kind === null ? null : say("plan.slowest", { who: say(`plan.member.${kind}`) });
  const parts = [townWords(region, say), householdWords(household, say), who].filter((part) => part);
  const today = new Date().toISOString();
  return (
    <header>
      <div>
        <p class="title">
          {say("print.title")} <small lang={second.tag}>{second("print.title")}</small>
        </p>
        <p>
          {parts.map((part) => (
            <span class="part" key={part}>
              {part}
            </span>
          ))}
        </p>
      </div>
      <p class="ver">
        {say("print.made", { date: day(today, say) ?? "" })}
        <br />
        {say("print.data", { date: day(region.built_at, say) ?? say("fresh.mapUnknown") })}
      </p>
    </header>
  );
}

/** What to do, where to and how long, in both languages. */
function Verdict({ one, second }: { one: Planned; second: SayIn<"own"> }) {
  const say = useSay("own");
  const goal = goalOf(one, say("site.edge"));
  const { answer, plan } = one;
  const minutes = leaveWithinMin(plan);
  return (
    <div class="box">
      <p class="h">
        {say(`hazard.${one.kind}`)} <small lang={second.tag}>{second(`hazard.${one.kind}`)}</small>
      </p>
      <p class="v">{verdictOf(one, say)}</p>
      <p lang={second.tag}>{verdictOf(one, second)}</p>
      {goal === null || answer === null ? null : (
        <p>
          {say("print.to")} <b lang={answer.shelter ? "ja" : undefined}>{goal}</b>{" "}
          {say("plan.goal.walk", {
            time: duration(answer.duration_s ?? 0, say),
            length: distance(answer.length_m ?? 0, say),
          })}
        </p>
      )}
      {minutes === null ? null : (
        <p>
          <b>{say("plan.sea.leaveBy", { n: minutes })}</b>{" "}
          <small>{say("plan.sea.scenario", { scenario: plan.scenario })}</small>
        </p>
      )}
      {one.kind === "tsunami" ? <p>{say("print.noCar")}</p> : null}
    </div>
  );
}

/** More steps than these do not fit; the rest is on the phone. */
const MOST_STEPS = 9;

function Way({ one, picture }: { one: Planned; picture: Picture }) {
  const say = useSay("own");
  const goal = goalOf(one, say("site.edge")) ?? "";
  const steps = one.answer?.steps ?? [];
  const shown = steps.length <= MOST_STEPS ? steps : [...steps.slice(0, MOST_STEPS - 1), ...steps.slice(-1)];
  const rest = steps.length - shown.length;
  return (
    <section class="mp">
      <figure>
        <Sketch picture={picture} site={goal} />
      </figure>
      <div>
        <p class="h">{say("print.steps", { hazard: say(`hazard.${one.kind}`) })}</p>
        <ol>
          {shown.map((step, index) => (
            <li key={index}>
              {rest > 0 && index === shown.length - 1 ? `${say("print.rest", { n: rest })} … ` : ""}
              {step.text}
            </li>
          ))}
        </ol>
        <p class="h">{say("print.avoid")}</p>
        <p>{say(one.kind === "landslide" ? "print.avoidSlope" : "print.avoidWater")}</p>
      </div>
    </section>
  );
}

function LevelTable({ planned }: { planned: readonly Planned[] }) {
  const say = useSay("own");
  const [group] = levelGroups(planned, say("site.edge"));
  if (group === undefined) return null;
  const { rows } = group;
  return (
    <section>
      <p class="h">{say("print.levels", { hazards: hazardsWords(group.kinds, say) })}</p>
      <table>
        <tbody>
          {rows.map((row) => (
            <Row key={row.level} row={row} group={group} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Between 5 and 4 stands by when everybody must have left. */
function Row({ row: { level, act, ours }, group }: { row: LevelRow; group: LevelGroup }) {
  const say = useSay("own");
  const { goal, durationS } = group;
  const to =
    ours && goal !== null && durationS !== null
      ? ` ${say("plan.leaveTo", { site: goal, minutes: duration(durationS, say) })}`
      : "";
  return (
    <>
      <tr class={level === 5 ? "five" : ours ? "us" : ""}>
        <th scope="row">
          <LevelMark mark={`${level}`} />
        </th>
        <td class="name">
          <LevelName level={level} />
        </td>
        <td>
          {ours ? <b>{say(act)}</b> : say(act)}
          {to}
        </td>
      </tr>
      {level === 5 ? (
        <tr class="must">
          <td colSpan={3}>{say("plan.must")}</td>
        </tr>
      ) : null}
    </>
  );
}

function BagAndPhones({ own }: { own: OwnPlan }) {
  const { state } = useApp();
  const say = useSay("own");
  const named = own.phones.filter(({ number }) => number !== "");
  return (
    <section class="two">
      <div class="box">
        <p class="h">{say("plan.bag")}</p>
        <p class="ticks">
          {bagFor(state.household).map((item) => (
            <span key={item}>
              {own.ticked.includes(item) ? "☑" : "□"}
              {say(`plan.bag.${item}`)}
            </span>
          ))}
        </p>
      </div>
      <div class="box">
        <p class="h">{say("plan.phones")}</p>
        <p class="ticks">
          <span>
            {say("plan.phones.fire")} <b>119</b>
          </span>
          <span>
            {say("plan.phones.police")} <b>110</b>
          </span>
          <span>
            <b>171</b> {say("plan.phones.message")}
          </span>
          {named.map(({ name, number }) => (
            <span key={name + number}>
              {name} <b>{number}</b>
            </span>
          ))}
          {named.length === 0 ? <span>____________ ____________</span> : null}
        </p>
      </div>
    </section>
  );
}

/** The code that leads to this town's guidance, and what matters most in the other language. */
function Beside({ shown, second }: { shown: readonly Planned[]; second: SayIn<"own"> }) {
  const { state } = useApp();
  const say = useSay("own");
  const kinds = shown.map(({ kind }) => kind);
  return (
    <section class="beside">
      <div>
        <Code address={addressFor(state.region?.id ?? "", location)} words={say("print.qr")} />
      </div>
      <div>
        <p>{say("print.qr")}</p>
        <p lang={second.tag}>
          {kinds.includes("tsunami") ? `${second("print.summary")} ` : ""}
          {second("print.summaryFlood")}
        </p>
        {state.region?.fictional ? <p>{say("app.fictionalNote")}</p> : null}
      </div>
    </section>
  );
}
