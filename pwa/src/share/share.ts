import { plain } from "../i18n/ruby.ts";

/** Tell one's family by what the phone offers: a share sheet, else the clipboard. No place, no track, only words. */
export type Shared = "shared" | "copied" | "failed";

export async function shareText(told: string): Promise<Shared> {
  const text = plain(told);
  if (typeof navigator.share === "function") {
    const done = await navigator.share({ text }).then(
      () => true,
      (error: unknown) => (error as DOMException).name === "AbortError",
    );
    if (done) return "shared";
  }
  return (
    navigator.clipboard?.writeText(text).then(
      () => "copied" as const,
      () => "failed" as const,
    ) ?? "failed"
  );
}
