import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TONE, TONE_S } from "../tone.ts";

interface Played {
  readonly hz: number;
  readonly fromS: number;
  readonly toS: number;
}

let played: Played[] = [];
let contexts: FakeContext[] = [];
let mayStart = true;

class FakeOscillator {
  type = "";
  readonly frequency = { value: 0 };
  #fromS = 0;
  connect<T>(next: T): T {
    return next;
  }
  start(atS: number): void {
    this.#fromS = atS;
  }
  stop(atS: number): void {
    played.push({ hz: this.frequency.value, fromS: this.#fromS, toS: atS });
  }
}

class FakeContext {
  state = "suspended";
  readonly currentTime = 5;
  readonly destination = {};
  constructor() {
    contexts.push(this);
  }
  async resume(): Promise<void> {
    if (mayStart && this.state !== "closed") this.state = "running";
  }
  async suspend(): Promise<void> {
    if (this.state !== "closed") this.state = "suspended";
  }
  async close(): Promise<void> {
    this.state = "closed";
  }
  createOscillator(): FakeOscillator {
    return new FakeOscillator();
  }
  createGain() {
    const gain = { setValueAtTime: () => gain, linearRampToValueAtTime: () => gain };
    return { gain, connect: <T>(next: T): T => next };
  }
}

const vibrated: unknown[] = [];

function device({ touched = true, calm = false }): void {
  vi.stubGlobal("AudioContext", FakeContext);
  vi.stubGlobal("matchMedia", () => ({ matches: calm }));
  vi.stubGlobal("navigator", {
    userActivation: { hasBeenActive: touched },
    vibrate: (pattern: unknown) => vibrated.push(pattern) > 0,
  });
}

beforeEach(() => {
  [played, contexts, mayStart] = [[], [], true];
  vibrated.length = 0;
  vi.resetModules();
});
afterEach(() => vi.unstubAllGlobals());

test("the tone is two rising notes, three times", async () => {
  device({});
  const { playTone } = await import("../player.ts");
  expect(await playTone()).toBe("played");
  expect(played).toHaveLength(6);
  for (const pair of [0, 2, 4]) {
    const [low, high] = [played[pair], played[pair + 1]];
    expect(high?.hz).toBeGreaterThan(low?.hz ?? 0);
    expect(high?.fromS).toBeGreaterThan(low?.fromS ?? 0);
  }
  expect(played[0]?.fromS).toBe(5);
  expect(TONE).toHaveLength(6);
  expect(Math.max(...played.map(({ toS }) => toS))).toBeCloseTo(5 + TONE_S);
});

test("before the first touch nothing sounds and nothing vibrates", async () => {
  device({ touched: false });
  const { playTone, vibrate } = await import("../player.ts");
  expect(await playTone()).toBe("quiet");
  expect(vibrate()).toBe(false);
  expect([played, contexts, vibrated]).toEqual([[], [], []]);
});

test("a context that may not start is quiet, and no note waits in it", async () => {
  device({});
  mayStart = false;
  const { playTone } = await import("../player.ts");
  expect(await playTone()).toBe("quiet");
  expect(played).toEqual([]);
});

test("without any sound on this device it is quiet", async () => {
  device({});
  vi.stubGlobal("AudioContext", undefined);
  Reflect.deleteProperty(globalThis, "AudioContext");
  const { playTone } = await import("../player.ts");
  expect(await playTone()).toBe("quiet");
});

test("the sound test sounds and vibrates three times, once for those who asked for little motion", async () => {
  device({});
  const { soundTest, vibrate } = await import("../player.ts");
  expect(await soundTest()).toBe("played");
  expect(vibrated).toEqual([[400, 200, 400, 200, 400]]);
  device({ calm: true });
  vibrate();
  expect(vibrated[1]).toEqual([400]);
});

test("hushed is hushed, and the next tone sounds again", async () => {
  device({});
  const { hushTone, playTone } = await import("../player.ts");
  await playTone();
  hushTone();
  expect(contexts[0]?.state).toBe("closed");
  expect(await playTone()).toBe("played");
  expect(contexts).toHaveLength(2);
});
