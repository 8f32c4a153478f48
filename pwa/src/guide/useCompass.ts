import { useEffect, useState } from "preact/hooks";
import { followCompass, mayUseCompass } from "./compass.ts";

export type CompassState = "off" | "on" | "none";

export interface Compass {
  readonly state: CompassState;
  /** Where the phone points, degrees clockwise from north; null while it is not known. */
  readonly headingDeg: number | null;
  turnOn(): void;
}

/** The direction of the phone, from a tap on; some phones ask for permission then. */
export function useCompass(): Compass {
  const [state, setState] = useState<CompassState>("off");
  const [headingDeg, setHeading] = useState<number | null>(null);
  useEffect(() => {
    if (state !== "on") return;
    // Five degrees are as much as an arrow shows, and spare the battery.
    return followCompass(
      (deg) => setHeading(Math.round(deg / 5) * 5),
      () => setState("none"),
    );
  }, [state]);
  const turnOn = () => {
    mayUseCompass().then((may) => setState(may ? "on" : "none"));
  };
  return { state, headingDeg, turnOn };
}
