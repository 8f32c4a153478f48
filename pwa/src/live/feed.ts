import type { Action } from "../app/state.ts";
import type { EngineClient } from "../engine/client.ts";
import type { LiveFacts } from "../engine/messages.ts";
import { forgetPushed, PUSHED, type Pushed, readPushed } from "../push/pushed.ts";
import { renewKey } from "../region/trust.ts";
import { compareClocks, type Heard } from "./clock.ts";
import { factsOf } from "./facts.ts";
import { readClock, readKey, readState, writeClock, writeKey, writeState } from "./keep.ts";
import { type Clock, nowOf, RIGHT_CLOCK } from "./now.ts";
import { pauseMs } from "./pace.ts";
import { viewOf, type WorldFacts } from "./shown.ts";
import { type Fetched, fetchKey, fetchLive, listen } from "./source.ts";

export type Dispatch = (action: Action) => void;

/** One area's news. */
export class Feed {
  readonly #area: string;
  readonly #engine: EngineClient;
  readonly #dispatch: Dispatch;
  #facts: WorldFacts | null = null;
  #clock: Clock = RIGHT_CLOCK;
  #pushed: Pushed | null = null;
  #etag: string | null = null;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #stopped = false;
  #endStream: (() => void) | null = null;

  constructor(area: string, engine: EngineClient, dispatch: Dispatch) {
    this.#area = area;
    this.#engine = engine;
    this.#dispatch = dispatch;
  }

  start(): void {
    document.addEventListener("visibilitychange", this.#look);
    navigator.serviceWorker?.addEventListener("message", this.#hearPushed);
    this.#readPushed();
    Promise.all([readState(this.#area), readClock()])
      .then(([content, clock]) => {
        this.#clock = clock;
        return content && this.#take(content, null);
      })
      .finally(() => this.#look());
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#look);
    navigator.serviceWorker?.removeEventListener("message", this.#hearPushed);
    this.#endStream?.();
  }

  /** Ask now, and from now on in its time. */
  ask(): void {
    clearTimeout(this.#timer);
    if (this.#stopped || this.#asking || document.visibilityState === "hidden") return;
    this.#asking = true;
    fetchLive(this.#area, this.#etag)
      .then((fetched) => this.#hear(fetched))
      .finally(() => {
        this.#asking = false;
        clearTimeout(this.#timer);
        if (!this.#stopped) this.#timer = setTimeout(() => this.ask(), pauseMs(this.#failures, Math.random()));
      });
  }

  /** Whoever does not look needs no news; who looks again gets them at once. */
  readonly #look = (): void => {
    this.#endStream?.();
    this.#endStream = null;
    clearTimeout(this.#timer);
    if (this.#stopped || document.visibilityState === "hidden") return;
    this.ask();
  };

  /** Once the server is known to tell of events, hear them as they come. */
  #hearStream(): void {
    this.#endStream ??= listen(this.#area, (revision) => {
      if (revision > (this.#facts?.revision ?? -1)) this.ask();
    });
  }

  async #hear(fetched: Fetched): Promise<void> {
    this.#failures = fetched.state === "failed" ? this.#failures + 1 : 0;
    if (fetched.state === "failed") return this.#dispatch({ type: "reached", reached: false });
    this.#dispatch({ type: "reached", reached: true });
    if (fetched.state === "none") return this.#dispatch({ type: "news", news: "none" });
    this.#hearStream();
    if (fetched.state === "new") {
      this.#etag = fetched.etag;
      await this.#take(fetched.content, fetched.heard);
    } else {
      if (this.#facts !== null && fetched.heard.dateMs !== null) {
        this.#compare(this.#facts.asOfMs, "right", fetched.heard);
      }
      this.#settlePushed(fetched.heard);
    }
  }

  /** Give a signed state to the engine, which checks it; what is not good changes nothing. Null: it was kept here. */
  async #take(content: Uint8Array, heard: Heard | null): Promise<void> {
    const fresh = heard !== null;
    const publicKey = await this.#key();
    if (publicKey === null || this.#stopped) return;
    const nowMs = heard?.nowMs ?? Date.now();
    const read = await this.#engine.live({ content, publicKey, drill: this.#drills, nowMs, fresh });
    if (this.#stopped) return;
    if (!read.ok) {
      if (fresh && read.problems.some(({ where }) => where === "signature") && (await renewKey(this.#area))) {
        return this.#take(content, heard);
      }
      if (fresh && read.problems.some(({ where }) => where !== "revision")) {
        this.#dispatch({ type: "news", news: "unverified" });
      }
      return;
    }
    const facts = factsOf(read.value, read.value.layers);
    this.#compare(facts.asOfMs, read.value.clock, heard);
    const live = viewOf(facts);
    // Whether an exercise is shown is known only now.
    if (live.drill !== this.#drills) await this.#engine.live({ content, publicKey, drill: live.drill });
    if (this.#facts !== null) await this.#remember(this.#facts, facts);
    this.#facts = facts;
    this.#dispatch({ type: "live", live });
    if (heard !== null) this.#settlePushed(heard);
    if (fresh) await writeState(this.#area, content);
    await this.#bring(facts, read.value);
  }

  /** Get the hazard maps that were replaced; once they are used, everything is decided by them. */
  async #bring(facts: WorldFacts, { layers, ...world }: LiveFacts): Promise<void> {
    if (layers.length === 0) return;
    const { bringLayers } = await import("../region/layers.ts");
    const brought = await bringLayers(this.#area, this.#engine, layers);
    if (this.#stopped || this.#facts !== facts || brought === layers) return;
    this.#facts = factsOf(world, brought);
    this.#dispatch({ type: "live", live: viewOf(this.#facts) });
  }

  /** A notification came: what it tells is fetched now, and shown as it came until then. */
  readonly #hearPushed = ({ data }: MessageEvent): void => {
    if (data !== PUSHED) return;
    this.#readPushed();
    this.ask();
  };

  async #readPushed(): Promise<void> {
    this.#pushed = await readPushed();
    if (!this.#stopped) this.#dispatch({ type: "pushed", pushed: this.#pushed });
  }

  /** What was fetched after a notification came has what it told. */
  #settlePushed({ nowMs }: Heard): void {
    const pushed = this.#pushed;
    if (pushed === null || nowMs < pushed.atMs) return;
    this.#pushed = null;
    this.#dispatch({ type: "pushed", pushed: null });
    void forgetPushed(pushed);
  }

  /** How the phone's clock stands: whatever is told in minutes left depends on it. */
  #compare(signedMs: number, told: LiveFacts["clock"], heard: Heard | null): void {
    const clock = compareClocks(signedMs, told, heard, this.#clock);
    this.#dispatch({ type: "clock", clock });
    if (heard !== null && clock !== this.#clock) void writeClock(clock);
    this.#clock = clock;
  }

  get #drills(): boolean {
    return this.#facts !== null && viewOf(this.#facts).drill;
  }

  /** The key that this phone saw first; only what it signed is believed. */
  async #key(): Promise<string | null> {
    const pinned = await readKey(this.#area);
    if (pinned !== null) return pinned;
    const told = await fetchKey(this.#area);
    if (told !== null) await writeKey(this.#area, told);
    return told;
  }

  async #remember(before: WorldFacts, now: WorldFacts): Promise<void> {
    const { endedNow, readHistory, writeHistory } = await import("../alerts/history.ts");
    const ended = endedNow(before.alerts, now.alerts, await readHistory(), nowOf(this.#clock));
    await writeHistory(ended);
  }
}
