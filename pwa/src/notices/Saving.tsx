import { useApp } from "../app/context.ts";

/** How far the region is kept on this phone, and what is wrong with that; nothing once all is well. */
export function Saving() {
  const { state, say } = useApp();
  const { whole, lasting, damaged, done, total } = state.keeping;
  if (whole) {
    const words = lasting ? (damaged ? say("save.repaired") : null) : say("save.unsaved");
    return words ? (
      <p class="card small" role="status">
        {words}
      </p>
    ) : null;
  }
  if (total === 0) return null;
  const amount = say("save.progress", { done: megabytes(done), total: megabytes(total) });
  return (
    <section class="card saving">
      <p>
        <b id="saving">{say("save.title")}</b> <span class="nw">{amount}</span>
      </p>
      <progress value={done} max={total} aria-labelledby="saving" />
      <p class="small">{say(damaged ? "save.damaged" : "save.why")}</p>
    </section>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
