import { useCallback, useEffect, useState } from "preact/hooks";
import { useOffice } from "./context.ts";

/** Ask for a list again and again while it is looked at, and at once when something happened; or when told to. */
export function useList<T>(path: string, everyMs: number): readonly [T | null, () => void] {
  const { desk, world } = useOffice();
  const [found, setFound] = useState<T | null>(null);
  const look = useCallback(() => {
    desk.get<T>(path).then((told) => told.ok && setFound(told.value));
  }, [desk, path]);
  // a new revision is news for every list
  useEffect(() => {
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [look, everyMs, world.revision]);
  return [found, look];
}
