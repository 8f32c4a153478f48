/** The tokens that the map uses, read from the style sheet, so that light and dark stay in one place. */
const NAMES = [
  "map-land",
  "map-hill",
  "map-green",
  "map-block",
  "map-water",
  "map-water-ink",
  "map-street",
  "map-street-edge",
  "map-major",
  "map-major-edge",
  "map-ink",
  "map-halo",
  "route",
  "route-case",
  "route-edge",
  "route-arrow",
  "me",
  "me-ring",
  "site",
  "site-ink",
  "unknown-bg",
  "unknown-line",
  "d03",
  "d05",
  "d1",
  "d3",
  "d5",
  "d10",
  "d20",
  "d99",
  "zone-yellow",
  "zone-red",
] as const;

export type ColourName = (typeof NAMES)[number];
export type Colours = Readonly<Record<ColourName, string>> & { readonly depthAlpha: number };

export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const values = NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return { ...Object.fromEntries(values), depthAlpha: Number(style.getPropertyValue("--depth-alpha")) } as Colours;
}
