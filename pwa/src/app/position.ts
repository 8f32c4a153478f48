import type { Failure, Origin } from "./state.ts";

/** Positions with more doubt than this may be in another street, and are told as vague. */
export const VAGUE_M = 100;
const TIMEOUT_MS = 12_000;
const MAX_AGE_MS = 30_000;
const PERMISSION_DENIED = 1;

/** Ask the device once where it is. Called only from a tap: the browser asks for permission here. */
export function devicePosition(): Promise<Origin | Failure> {
  return new Promise((resolve) => {
    if (!("geolocation" in navigator)) return resolve("position");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          how: "device",
          point: { lon: coords.longitude, lat: coords.latitude },
          accuracyM: coords.accuracy,
        }),
      (error) => resolve(error.code === PERMISSION_DENIED ? "denied" : "position"),
      { enableHighAccuracy: true, timeout: TIMEOUT_MS, maximumAge: MAX_AGE_MS },
    );
  });
}
