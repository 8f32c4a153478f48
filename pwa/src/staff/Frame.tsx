import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Alerts } from "./alerts/Alerts.tsx";
import { useOffice } from "./context.ts";
import { Drill } from "./desk/Drill.tsx";
import { Inbox } from "./desk/Inbox.tsx";
import { Now } from "./desk/Now.tsx";
import { Roads } from "./desk/Roads.tsx";
import { Sites } from "./desk/Sites.tsx";
import { Audit, Push } from "./desk/Trail.tsx";
import { type Key, timeOf } from "./i18n/say.ts";

const TABS = ["now", "alerts", "roads", "sites", "inbox", "push", "audit"] as const;
type Tab = (typeof TABS)[number];

const PARTS: Readonly<Record<Tab, () => VNode>> = {
  now: Now,
  alerts: Alerts,
  roads: Roads,
  sites: Sites,
  inbox: Inbox,
  push: Push,
  audit: Audit,
};

interface Props {
  /** The last look failed: what is shown may be old. */
  readonly lost: boolean;
  readonly message: { readonly good: boolean; readonly text: string } | null;
  readonly onDrill: (drill: boolean) => void;
  /** Another part is shown: what was told of the last one is over. */
  readonly onMoved: () => void;
  readonly onLang: () => void;
  readonly onOut: () => void;
}

/** Whose area, how old, real or drill, and one part of the work. */
export function Frame({ lost, message, onDrill, onMoved, onLang, onOut }: Props) {
  const { say, session, world, drill } = useOffice();
  const [tab, setTab] = useState<Tab>("now");
  const Part = PARTS[tab];
  const show = (one: Tab) => {
    setTab(one);
    onMoved();
  };
  return (
    <div class={drill ? "office drill" : "office"}>
      <Health lost={lost} />
      {drill ? <p class="bar">訓練 DRILL・これは訓練です</p> : null}
      <header>
        <h1>{world.name}</h1>
        <Mode onDrill={onDrill} />
        <p class="who">
          {session.name}（{say(`role.${session.role}`)}）
        </p>
        <button type="button" class="btn small" onClick={onLang}>
          {say("lang")}
        </button>
        <button type="button" class="btn small" onClick={onOut}>
          {say("signOut")}
        </button>
      </header>
      <nav class="tabs" aria-label={say("title")}>
        {TABS.map((one) => (
          <button key={one} type="button" aria-current={tab === one ? "page" : undefined} onClick={() => show(one)}>
            {say(`tab.${one}` as Key)}
          </button>
        ))}
      </nav>
      <p aria-live="polite" class={message?.good ? "told good" : "told"}>
        {message?.text}
      </p>
      <main>
        {drill ? <Drill /> : null}
        <Part />
      </main>
      {drill ? <p class="bar">訓練 DRILL・これは訓練です</p> : null}
    </div>
  );
}

/** Which state this is, from when, and whether anything can be done now. */
function Health({ lost }: { readonly lost: boolean }) {
  const { say, world } = useOffice();
  const { health, revision, as_of: asOf } = world;
  const bad = lost || health.log !== "following";
  const time = asOf ? timeOf(asOf, new Date()) : "—";
  return (
    <div class={bad ? "health bad" : "health"} role="status">
      <b>{lost ? say("lost", { time }) : `✓ ${say("asOf", { time })}`}</b>
      <span>{say("revision", { n: revision })}</span>
      {health.log === "following" ? null : <b>{say("logDown")}</b>}
      {health.unplaced.length > 0 ? <b>{say("unplaced", { names: health.unplaced.join("、") })}</b> : null}
    </div>
  );
}

/** Real or drill: nothing is chosen beforehand. */
function Mode({ onDrill }: { readonly onDrill: (drill: boolean) => void }) {
  const { say, drill } = useOffice();
  return (
    <fieldset class="mode">
      <legend>{say("mode")}</legend>
      {([false, true] as const).map((value) => (
        <label key={String(value)} class={value ? "isdrill" : "isreal"}>
          <input type="radio" name="mode" checked={drill === value} onChange={() => onDrill(value)} />
          {say(value ? "drill" : "real")}
        </label>
      ))}
    </fieldset>
  );
}
