import type { Failure, Origin } from "./state.ts";

/** Positions with more doubt than this may be in another street, and are told as vague. */
export const VAGUE_M = 100;
const TIMEOUT_MS = 12_000;
const PERMISSION_DENIED = 1;
/** In half a minute somebody has walked to another street: a new position, and only without one that of just now. */
const NEW = { enableHighAccuracy: true, timeout: TIMEOUT_MS, maximumAge: 0 };
const JUST_NOW = { enableHighAccuracy: false, timeout: 1_000, maximumAge: 30_000 };

/** Ask the device once where it is. Called only from a tap: the browser asks for permission here. */
export async function devicePosition(): Promise<Origin | Failure> {
  if (!("geolocation" in navigator)) return "position";
  const found = await ask(NEW);
  return found === "position" ? ask(JUST_NOW) : found;
}

function ask(options: PositionOptions): Promise<Origin | Failure> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          how: "device",
          point: { lon: coords.longitude, lat: coords.latitude },
          accuracyM: coords.accuracy,
        }),
      (error) => resolve(error.code === PERMISSION_DENIED ? "denied" : "position"),
      options,
    );
  });
}
