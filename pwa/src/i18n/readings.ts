import { type ComponentChild, Fragment, h, options } from "preact";
import { hasReadings, pieces, plain } from "./ruby.ts";

/** Elements that hold text only. */
const TEXT_ONLY: ReadonlySet<unknown> = new Set(["option", "title", "text", "textarea"]);

/**
 * Show readings as ruby wherever a text is shown, and leave them out of attributes.
 *
 * In this one place, so that every screen can use texts as if they had none. A screen reader reads the kanji only:
 * it would say everything twice.
 */
export function showReadings(): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    if (typeof vnode.type === "string" || vnode.type === Fragment) {
      treat(vnode.props as Record<string, unknown>, TEXT_ONLY.has(vnode.type) ? bare : shown);
    }
    before?.(vnode);
  };
}

function treat(props: Record<string, unknown>, show: (child: unknown) => unknown): void {
  for (const [name, value] of Object.entries(props)) {
    if (name === "children") props[name] = Array.isArray(value) ? value.map(show) : show(value);
    else if (typeof value === "string" && hasReadings(value)) props[name] = plain(value);
  }
}

function bare(child: unknown): unknown {
  return typeof child === "string" ? plain(child) : child;
}

function shown(child: unknown): unknown {
  if (typeof child !== "string" || !hasReadings(child)) return child;
  // one element: where children are laid out side by side, a text stays one of them
  const parts = pieces(child).map(
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
  return h("span", null, ...parts);
}
