/** What happens while regions are opened, fetched and kept. */
import type { RegionSummary } from "../api/types.ts";
import type { Pack, SiteTable } from "./manifest.ts";

/** A region on this phone. */
export interface KeptRegion {
  readonly region: RegionSummary;
  readonly bytes: number;
}

export type News =
  /** A region is known: one can choose, but not ask yet. */
  | { readonly type: "region"; readonly region: RegionSummary; readonly pack: Pack }
  /** The engine has a region; `revision` tells it from others. */
  | {
      readonly type: "ready";
      readonly region: RegionSummary;
      readonly pack: Pack;
      readonly table: SiteTable;
      readonly revision: string;
    }
  | { readonly type: "saving"; readonly done: number; readonly total: number }
  /** Every file is here; not lasting where it is gone when the page is closed. */
  | { readonly type: "kept"; readonly lasting: boolean }
  /** Something that was kept is damaged and is not used. */
  | { readonly type: "damaged" }
  /** What is offered is not signed by the area's key: what is kept stays in use. */
  | { readonly type: "untrusted" }
  | { readonly type: "reached"; readonly reached: boolean }
  /** Every region that the server has. */
  | { readonly type: "served"; readonly served: readonly RegionSummary[] }
  /** Every region on this phone, the one in use among them. */
  | { readonly type: "regions"; readonly kept: readonly KeptRegion[] };

export type Tell = (news: News) => void;
