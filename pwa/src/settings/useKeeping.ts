import { useState } from "preact/hooks";
import type { RegionSummary } from "../api/types.ts";
import { useApp } from "../app/context.ts";
import { UntrustedError } from "../region/trust.ts";

/** How far a region is fetched; broken: it goes on when asked again. */
export type Progress =
  | { readonly state: "saving"; readonly done: number; readonly total: number }
  | { readonly state: "broken" | "untrusted" };

export interface Keeping {
  /** By id of the region; none for what nobody asked for. */
  readonly progress: ReadonlyMap<string, Progress>;
  keep(region: RegionSummary): Promise<boolean>;
  remove(area: string): void;
}

/** Keep regions beside the one in use, and remove them. */
export function useKeeping(): Keeping {
  const { dispatch } = useApp();
  const [progress, setProgress] = useState<ReadonlyMap<string, Progress>>(new Map());
  const note = (id: string, now: Progress | null) =>
    setProgress((before) => {
      const others = [...before].filter(([other]) => other !== id);
      return new Map(now === null ? others : [...others, [id, now]]);
    });
  return {
    progress,
    async keep(region) {
      const { id } = region;
      note(id, { state: "saving", done: 0, total: 0 });
      try {
        const { keepOther } = await import("../region/others.ts");
        await keepOther(region, (done, total) => note(id, { state: "saving", done, total }), dispatch);
        note(id, null);
        return true;
      } catch (error) {
        note(id, { state: error instanceof UntrustedError ? "untrusted" : "broken" });
        return false;
      }
    },
    remove(area) {
      import("../region/others.ts").then(({ removeOther }) => removeOther(area, dispatch));
    },
  };
}
