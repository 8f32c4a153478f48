/** Whether the battery must be spared: what the person chose, else what the device says. */

/** What the device says of its battery and network; null where it does not say. */
export interface Device {
  /** 0 … 1. */
  readonly level: number | null;
  readonly charging: boolean | null;
  readonly saveData: boolean;
}

/** Below this the mode is offered. */
export const LOW_LEVEL = 0.2;

/** Why the mode is offered by itself; null: it is not. */
export function whyOffered({ level, charging, saveData }: Device): "low" | "saveData" | null {
  if (level !== null && level < LOW_LEVEL && charging !== true) return "low";
  return saveData ? "saveData" : null;
}

/** The parts of a browser that tell, where they are there. */
interface Telling extends Navigator {
  getBattery?(): Promise<BatteryManager>;
  readonly connection?: { readonly saveData?: boolean };
}
interface BatteryManager extends EventTarget {
  readonly level: number;
  readonly charging: boolean;
}

const CHANGES = ["levelchange", "chargingchange"] as const;

/** Hear what the device says, now and whenever it changes; returns how to stop. */
export function hearDevice(tell: (device: Device) => void): () => void {
  const browser = navigator as Telling;
  const saveData = browser.connection?.saveData === true;
  let battery: BatteryManager | null = null;
  let stopped = false;
  const look = () => tell({ level: battery?.level ?? null, charging: battery?.charging ?? null, saveData });
  look();
  browser.getBattery?.().then(
    (found) => {
      if (stopped) return;
      battery = found;
      look();
      for (const change of CHANGES) found.addEventListener(change, look);
    },
    () => undefined, // it does not say
  );
  return () => {
    stopped = true;
    for (const change of CHANGES) battery?.removeEventListener(change, look);
  };
}
