/** Where the phone points. Some phones ask first: only from a tap. */
interface AskingEvent {
  requestPermission?(): Promise<"granted" | "denied">;
}
interface Heading extends DeviceOrientationEvent {
  /** Degrees clockwise from north, on phones that give it ready. */
  readonly webkitCompassHeading?: number;
}

/** After so long without a direction there is no compass here. */
const PATIENCE_MS = 2_000;

/**
 * Follow the compass; returns how to stop.
 *
 * @param onHeading Degrees clockwise from north.
 * @param onMissing There is none, or it may not be used: directions are then told in words.
 */
export function followCompass(onHeading: (deg: number) => void, onMissing: () => void): () => void {
  let found = false;
  const hear = (event: Event) => {
    const deg = headingOf(event as Heading);
    if (deg === null) return;
    found = true;
    onHeading(deg);
  };
  const name = "ondeviceorientationabsolute" in globalThis ? "deviceorientationabsolute" : "deviceorientation";
  const timer = setTimeout(() => found || onMissing(), PATIENCE_MS);
  addEventListener(name, hear);
  return () => {
    clearTimeout(timer);
    removeEventListener(name, hear);
  };
}

/** Ask for the compass where that is needed. Only from a tap. */
export async function mayUseCompass(): Promise<boolean> {
  if (!("DeviceOrientationEvent" in globalThis)) return false;
  const asking = DeviceOrientationEvent as unknown as AskingEvent;
  if (!asking.requestPermission) return true;
  return (await asking.requestPermission().catch(() => "denied")) === "granted";
}

function headingOf(event: Heading): number | null {
  if (typeof event.webkitCompassHeading === "number") return event.webkitCompassHeading;
  if (!event.absolute || event.alpha === null) return null;
  const turned = globalThis.screen?.orientation?.angle ?? 0;
  return (((360 - event.alpha + turned) % 360) + 360) % 360;
}
