import { type ComponentChild, Fragment, h, options } from "preact";
import { hasReadings, pieces, plain } from "../i18n/ruby.ts";

/**
 * Show readings as ruby wherever a text is shown, and leave them out of attributes.
 *
 * In this one place, so that every screen can use texts as if they had none. A screen reader reads the kanji only:
 * it would say everything twice.
 */
export function showReadings(): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    if (typeof vnode.type === "string" || vnode.type === Fragment) treat(vnode.props as Record<string, unknown>);
    before?.(vnode);
  };
}

function treat(props: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(props)) {
    if (name === "children") props[name] = Array.isArray(value) ? value.map(shown) : shown(value);
    else if (typeof value === "string" && hasReadings(value)) props[name] = plain(value);
  }
}

function shown(child: unknown): unknown {
  if (typeof child !== "string" || !hasReadings(child)) return child;
  return pieces(child).map(
    (piece): ComponentChild =>
      typeof piece === "string"
        ? piece
        : h(
            "ruby",
            null,
            piece.kanji,
            h("rp", null, "（"),
            h("rt", { "aria-hidden": true }, piece.reading),
            h("rp", null, "）"),
          ),
  );
}
