import type { Say } from "../i18n/messages.ts";

/**
 * How long it takes, in whole minutes, rounded up: `9分`, `1時間5分`.
 *
 * Never seconds, and never less than it takes.
 */
export function duration(seconds: number, say: Say): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 60) return say("unit.minutes", { n: minutes });
  return say("unit.hours", { h: Math.floor(minutes / 60), m: minutes % 60 });
}

/** How far it is, in steps of 10 m and never 0 (`490m`), from 1 km on with one decimal: as the API's own words. */
export function distance(metres: number, say: Say): string {
  const tens = Math.max(10, Math.floor((metres + 5) / 10) * 10);
  if (tens < 1000) return say("unit.metres", { n: tens });
  const tenths = new Intl.NumberFormat(say.tag, { minimumFractionDigits: 1, useGrouping: false });
  return say("unit.kilometres", { n: tenths.format(Math.floor((metres + 50) / 100) / 10) });
}

/** A day as people write it, from an ISO 8601 date or time; null when there is none. */
export function day(iso: string | null, say: Say): string | null {
  const at = /^\d{4}-\d{2}-\d{2}/.test(iso ?? "") ? Date.parse(iso ?? "") : Number.NaN;
  if (Number.isNaN(at)) return null;
  const written = new Intl.DateTimeFormat(say.tag, {
    year: "numeric",
    month: "short",
    day: "numeric",
    timeZone: "Asia/Tokyo", // a date alone means its midnight in UTC: the same day there
  });
  return written.format(at);
}

/** `133.612, 33.508` (longitude first) as numbers, or null when it is not that. Full-width forms are understood. */
export function coordinates(text: string): { lon: number; lat: number } | null {
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*[,、\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text.normalize("NFKC"));
  if (!found) return null;
  const [lon, lat] = [Number(found[1]), Number(found[2])];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : null;
}
