import { useEffect, useRef } from "preact/hooks";

const TOUCHES = ["pointerdown", "keydown", "wheel"] as const;

/** Call `onRest` once nobody has touched the screen for a while, after somebody had. */
export function useRest(afterMs: number, onRest: () => void): void {
  const latest = useRef(onRest);
  latest.current = onRest;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), afterMs);
    };
    for (const touch of TOUCHES) addEventListener(touch, touched, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const touch of TOUCHES) removeEventListener(touch, touched, { capture: true });
    };
  }, [afterMs]);
}
