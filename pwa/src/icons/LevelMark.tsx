/** The mark of an official warning: the number of sides is the level; tsunami has waves, an order without a level a speaker. */
export type Mark = "1" | "2" | "3" | "4" | "5" | "order" | "major_warning" | "warning" | "advisory";

const SHAPES: Readonly<Record<string, string>> = {
  "5": "M20 2l18.5 13.5-7 21.500h-23l-7-21.500z",
  "4": "M20 1.500L38.5 20 20 38.5 1.5 20z",
  "3": "M20 3L38.5 36h-37z",
  "2": "M11 9h18a11 11 0 0 1 0 22H11a11 11 0 0 1 0-22z",
  "1": "M20 3a17 17 0 1 1 0 34 17 17 0 0 1 0-34z",
};
const SQUARE = "M9 2h22a7 7 0 0 1 7 7v22a7 7 0 0 1-7 7H9a7 7 0 0 1-7-7V9a7 7 0 0 1 7-7z";
const WAVE = "c3.2 0 3.2-3 6.5-3s3.2 3 6.5 3 3.2-3 6.5-3 3.2 3 6.5 3";
const SPEAKER = "M8 17v7h5l10 6V11l-10 6zM28 15c3 3 3 8 0 11";
/** Waves by height: three for 大津波警報, two for 津波警報, one for 津波注意報. */
const WAVES: Readonly<Record<string, readonly number[]>> = {
  major_warning: [12, 20, 28],
  warning: [16, 25],
  advisory: [20.5],
};
const COLOUR: Readonly<Record<string, number>> = { order: 4, major_warning: 4, warning: 3, advisory: 2 };

/** Its word always stands beside it. */
export function LevelMark({ mark }: { mark: Mark }) {
  const colour = COLOUR[mark] ?? mark;
  const waves = WAVES[mark];
  const inside = waves ? waves.map((y) => `M7 ${y}${WAVE}`).join("") : mark === "order" ? SPEAKER : null;
  return (
    <svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path d={SHAPES[mark] ?? SQUARE} class={`lv lv${colour}`} />
      {inside === null ? (
        <text x="20" y={mark === "3" ? 31.5 : 25.5} class={`lvt${colour}`}>
          {mark}
        </text>
      ) : (
        <path d={inside} class={`sign lvs${colour}`} />
      )}
    </svg>
  );
}
