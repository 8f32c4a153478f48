import { useSay } from "../app/context.ts";
import type { Progress } from "./useKeeping.ts";

/** How far a region is fetched. */
export function TownProgress({ progress }: { progress: Progress | null }) {
  const say = useSay("settings");
  if (progress === null) return null;
  if (progress.state !== "saving") {
    return (
      <p class="card small" role="alert">
        {say(progress.state === "broken" ? "towns.broken" : "towns.untrusted")}
      </p>
    );
  }
  const { done, total } = progress;
  const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
  return (
    <div class="saving">
      <p role="status">{say("towns.saving")}</p>
      <p class="nw">{say("save.progress", { done: mb(done), total: mb(total) })}</p>
      <progress value={done} max={Math.max(total, 1)} aria-label={say("towns.saving")} />
    </div>
  );
}
