/** Replaced layers: fetched by their hash, kept, and given to the engine, which checks them. Loaded when there are any. */
import type { LayerFacts } from "../core/hazard/live/layers.ts";
import type { EngineClient } from "../engine/client.ts";
import { pruneLayers, readLayer, writeLayer } from "../live/keep.ts";

const TIMEOUT_MS = 60_000;

/** Bring every layer that is missing from the phone's storage or from the network; what is left is older than in force. */
export async function bringLayers(
  area: string,
  engine: Pick<EngineClient, "layer">,
  told: readonly LayerFacts[],
): Promise<readonly LayerFacts[]> {
  await pruneLayers(area, new Set(told.map(({ sha256 }) => sha256))).catch(() => undefined);
  let facts = told;
  for (const one of told.filter(({ state }) => state === "missing")) {
    const kept = await readLayer(area, one.sha256).catch(() => null);
    facts = (kept && (await given(engine, one, kept))) ?? (await fetched(area, engine, one)) ?? facts;
  }
  return facts;
}

async function fetched(area: string, engine: Pick<EngineClient, "layer">, one: LayerFacts) {
  const init: RequestInit = { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) };
  const response = await fetch(`v1/regions/${area}/layers/${one.sha256}`, init).catch(() => null);
  const content = response?.ok ? await response.arrayBuffer().catch(() => null) : null;
  if (content === null) return null;
  const copy = content.slice(0);
  const facts = await given(engine, one, content);
  if (facts !== null) await writeLayer(area, one.sha256, copy).catch(() => undefined);
  return facts;
}

/** Null where it is not the file that the live state names. */
async function given(engine: Pick<EngineClient, "layer">, { kind, sha256 }: LayerFacts, content: ArrayBuffer) {
  const taken = await engine.layer({ kind, sha256, content });
  return taken.ok ? taken.value : null;
}
