import { useEffect, useRef } from "preact/hooks";
import type { State } from "../app/state.ts";
import type { EngineClient } from "../engine/client.ts";
import { type Dispatch, Feed } from "./feed.ts";

/** Keep the news of an area: the last ones at once, then every minute while somebody looks, and whenever told. */
export function useLive({ region, revision }: State, engine: EngineClient, dispatch: Dispatch, attempt: number): void {
  const area = revision === null ? null : (region?.id ?? null);
  const feed = useRef<Feed | null>(null);
  // a new region needs its news read again
  useEffect(() => {
    if (area === null) return;
    feed.current = new Feed(area, engine, dispatch);
    feed.current.start();
    return () => {
      feed.current?.stop();
      feed.current = null;
    };
  }, [area, revision, engine, dispatch]);
  // a new attempt asks at once
  useEffect(() => feed.current?.ask(), [attempt]);
}
