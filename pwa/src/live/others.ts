/** News of the regions beside the one in use: asked for as often, checked the same way, told in one line. */
import type { AlertFacts } from "../alerts/view.ts";
import { type News, readNews } from "../core/hazard/live/state.ts";
import { attemptLater } from "../core/result.ts";
import { CHECKS } from "../engine/checks.ts";
import { renewKey } from "../region/trust.ts";
import { readKey, readState, writeKey, writeState } from "./keep.ts";
import { pauseMs } from "./pace.ts";
import { fetchKey, fetchLive } from "./source.ts";

/** What is in force in each region, by its id; none for those of which nothing is known. */
export type InForce = ReadonlyMap<string, readonly AlertFacts[]>;

/** Follow the news of regions while somebody looks; exercises of other towns are nobody's business here. */
export class Others {
  readonly #areas: readonly string[];
  readonly #tell: (inForce: InForce) => void;
  readonly #known = new Map<string, News>();
  readonly #etags = new Map<string, string | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #stopped = false;

  constructor(areas: readonly string[], tell: (inForce: InForce) => void) {
    this.#areas = areas;
    this.#tell = tell;
  }

  async start(): Promise<void> {
    document.addEventListener("visibilitychange", this.#look);
    for (const area of this.#areas) {
      const kept = await readState(area);
      if (kept !== null) await this.#take(area, kept, false);
    }
    this.#look();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#look);
  }

  readonly #look = (): void => {
    clearTimeout(this.#timer);
    if (this.#stopped || document.visibilityState === "hidden") return;
    this.#ask().finally(() => {
      clearTimeout(this.#timer);
      if (!this.#stopped) this.#timer = setTimeout(this.#look, pauseMs(this.#failures, Math.random()));
    });
  };

  async #ask(): Promise<void> {
    let failed = false;
    for (const area of this.#areas) {
      const fetched = await fetchLive(area, this.#etags.get(area) ?? null);
      failed ||= fetched.state === "failed";
      if (fetched.state === "new" && (await this.#take(area, fetched.content, true))) {
        this.#etags.set(area, fetched.etag);
      }
    }
    this.#failures = failed ? this.#failures + 1 : 0;
  }

  /** Take over a signed state; what its area's key has not signed, or is older than what is known, changes nothing. */
  async #take(area: string, content: Uint8Array, fresh: boolean): Promise<boolean> {
    const key = await keyOf(area);
    if (key === null || this.#stopped) return false;
    const read = await attemptLater(() => readNews(content, key, area, CHECKS, this.#known.get(area) ?? null));
    if (this.#stopped) return false;
    if (!read.ok) {
      const unsigned = read.problems.some(({ where }) => where === "signature");
      return fresh && unsigned && (await renewKey(area)) ? this.#take(area, content, fresh) : false;
    }
    this.#known.set(area, read.value);
    if (fresh) await writeState(area, content);
    this.#tell(new Map([...this.#known].map(([id, { world }]) => [id, alertsIn(world.real.alerts)])));
    return true;
  }
}

type Alerts = News["world"]["real"]["alerts"];

function alertsIn(alerts: Alerts): readonly AlertFacts[] {
  return Object.entries(alerts).map(([id, alert]) => ({ id, ...alert }));
}

/** The key that this phone saw first. */
async function keyOf(area: string): Promise<string | null> {
  const pinned = await readKey(area);
  if (pinned !== null) return pinned;
  const told = await fetchKey(area);
  if (told !== null) await writeKey(area, told);
  return told;
}
