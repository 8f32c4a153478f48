/** Places that somebody saved on this phone because they asked for it: never sent, never guessed. */

export const PLACE_LABELS = ["home", "work", "parents", "other"] as const;
export type PlaceLabel = (typeof PLACE_LABELS)[number];

export interface SavedPlace {
  readonly id: string;
  readonly label: PlaceLabel;
  /** Their own name for it; may be empty, then the label says it. */
  readonly name: string;
  /** Degrees. */
  readonly point: { readonly lon: number; readonly lat: number };
  /** Id of the region in which it lies. */
  readonly area: string;
}

const LONGEST_NAME = 40;

/** The home among places, in one region; null where none is saved. */
export function homeIn(places: readonly SavedPlace[], area: string): SavedPlace | null {
  return places.find((place) => place.label === "home" && place.area === area) ?? null;
}

/** A place to save; there is one home in a region, so a new one takes the place of the old. */
export function newPlace(
  places: readonly SavedPlace[],
  id: string,
  { label, name, point, area }: Omit<SavedPlace, "id">,
): SavedPlace {
  const before = label === "home" ? homeIn(places, area) : null;
  return { id: before?.id ?? id, label, name: name.trim().slice(0, LONGEST_NAME), point, area };
}

/** Whether what was read from the store is a place. */
export function isPlace(value: unknown): value is SavedPlace {
  if (typeof value !== "object" || value === null) return false;
  const { id, label, name, point, area } = value as Partial<Record<keyof SavedPlace, unknown>>;
  const texts = [id, name, area].every((text) => typeof text === "string");
  return texts && (PLACE_LABELS as readonly unknown[]).includes(label) && isPoint(point);
}

function isPoint(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { lon, lat } = value as { lon?: unknown; lat?: unknown };
  return Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(Number(lon)) <= 180 && Math.abs(Number(lat)) <= 90;
}
