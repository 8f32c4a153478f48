/** The code on the paper, and where it leads. */
import encodeQR from "qr";

/** Light around a code that readers need, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** Where the code leads: this page, opened for a town. Never a position, nothing of the household. */
export function addressFor(area: string, { origin, pathname }: Pick<Location, "origin" | "pathname">): string {
  return `${origin}${pathname}#/now?area=${encodeURIComponent(area)}`;
}

/** The modules of a code, row by row, with the light around them. */
export function modulesOf(text: string): readonly (readonly boolean[])[] {
  return encodeQR(text, "raw", { ecc: "medium", border: QUIET });
}
