import { useEffect } from "preact/hooks";
import { fetchRegions, fetchRoute } from "../api/client.ts";
import { fetchPack, fetchSites } from "../api/pack.ts";
import { type Action, question, type State } from "./state.ts";

type Dispatch = (action: Action) => void;

/** Fetch the default region and what it offers. */
export function useRegion(dispatch: Dispatch, attempt: number): void {
  // a new attempt asks again
  useEffect(() => {
    let current = true;
    const tell = (action: Action) => current && dispatch(action);
    load(tell).catch(() => tell({ type: "failure", failure: "regions" }));
    return () => {
      current = false;
    };
  }, [dispatch, attempt]);
}

async function load(tell: (action: Action) => void): Promise<void> {
  const [region] = await fetchRegions();
  if (!region) throw new Error("no region is served");
  tell({ type: "region", region, pack: await fetchPack(region) });
}

/** Fetch the evacuation sites once a hazard is chosen; the way is told without them too. */
export function useSites(state: State, dispatch: Dispatch): void {
  const pack = state.hazard !== null && state.table === null ? state.pack : null;
  useEffect(() => {
    if (pack === null) return;
    fetchSites(pack).then(
      (table) => dispatch({ type: "sites", table }),
      () => undefined, // no list of places, no marks on the map; the next hazard chosen tries again
    );
  }, [pack, dispatch]);
}

/** Ask for the way whenever the question changes; an older answer that comes late is dropped. */
export function useRoute(state: State, dispatch: Dispatch, attempt: number): void {
  const asked = JSON.stringify(question(state));
  // a new attempt asks again
  useEffect(() => {
    const request = JSON.parse(asked) as ReturnType<typeof question>;
    if (request === null) return;
    const abort = new AbortController();
    fetchRoute(request, abort.signal)
      .then((answer) => dispatch({ type: "answer", answer }))
      .catch(() => abort.signal.aborted || dispatch({ type: "failure", failure: "route" }));
    return () => abort.abort();
  }, [asked, dispatch, attempt]);
}
