import { useEffect, useState } from "preact/hooks";
import { useOffice } from "../context.ts";

interface Props {
  readonly label: string;
  /** A second line: numbers. */
  readonly more?: string | undefined;
  /** What the second press does, in words. */
  readonly confirm: string;
  readonly onPress: () => void;
  readonly class?: string;
  /** Why it cannot be pressed; null when it can. */
  readonly why?: string | null;
  /** When this changes, the first press is forgotten. */
  readonly of: string;
}

const FORGET_MS = 10_000;

/** A button for what cannot be taken back: it is pressed twice, and forgets the first press after a while. */
export function Twice({ label, more, confirm, onPress, class: kind = "btn", why = null, of }: Props) {
  const { say } = useOffice();
  const [armed, setArmed] = useState(false);
  // what has changed is armed anew
  useEffect(() => setArmed(false), [of, why]);
  useEffect(() => {
    if (!armed) return;
    const timer = setTimeout(() => setArmed(false), FORGET_MS);
    return () => clearTimeout(timer);
  }, [armed]);
  const press = () => {
    setArmed(!armed);
    if (armed) onPress();
  };
  return (
    <div class="twice">
      <button type="button" class={armed ? `${kind} armed` : kind} disabled={why !== null} onClick={press}>
        <span>
          {label}
          {more ? <small>{more}</small> : null}
        </span>
      </button>
      {why === null ? null : <p class="note">{why}</p>}
      <p class="again" role="alert">
        {armed ? confirm : null}
      </p>
      {armed ? (
        <button type="button" class="btn" onClick={() => setArmed(false)}>
          {say("stop")}
        </button>
      ) : null}
    </div>
  );
}
