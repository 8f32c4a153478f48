/** Modifiers: what levels, the hour and the weather do to streets with certain marks (hazard/modifiers.py). */
import { asRow, flagAt, inside, listAt, type Place, type Row, textAt, wholeAt } from "../json.ts";
import { Damage, expect } from "../result.ts";
import { CLASS_OF_NAME, FLAG_OF_NAME } from "../router/classes.ts";
import { type Conditions, isWhen, levelOf, type When } from "./conditions.ts";
import { CLASS_OF_KEY, type HazardKind, isClassKey, isHazardKind, UNKNOWN } from "./kinds.ts";

const MAX_WEIGHT_PCT = 10_000;
const EFFECTS = ["weight_pct", "close", "no_entry"] as const;

/** One rule: streets that carry any of the marks, while all of the circumstances hold. */
export interface Modifier {
  /** Marks: bits of flags, classes, known width ranks up to one, incline ranks from one (0 = no mark). */
  readonly flags: number;
  readonly classes: ReadonlySet<number>;
  readonly maxWidthRank: number;
  readonly minInclineRank: number;
  /** Mark: an average grade from so many per mille on, up or down, of streets from so many metres long (0 = none). */
  readonly minGradePermille: number;
  readonly gradeFromM: number;
  /** Of the marked streets only those known to be inside the mapped zone of one of `kinds`. */
  readonly inZone: boolean;
  /** Mark: known exposure to one of `kinds` of this class or a worse one. */
  readonly fromClass: number | null;
  /** Circumstance: one of them is active; empty: any. */
  readonly kinds: ReadonlySet<HazardKind>;
  /** Circumstance: for an active one of `kinds` this level is in force; 0 = any. */
  readonly fromLevel: number;
  readonly when: When | null;
  /** Circumstance; empty: all. */
  readonly profiles: ReadonlySet<string>;
  /** Time counts so many percent of what it counts otherwise; 100 for the other effects. */
  readonly weightPct: number;
  /** Nobody enters; whoever is there leaves. */
  readonly close: boolean;
  /** Left, never entered by anybody who has a way that does not enter. */
  readonly noEntry: boolean;
}

/** Whether all circumstances hold. */
export function holds(
  modifier: Modifier,
  active: readonly HazardKind[],
  profile: string,
  conditions: Conditions,
): boolean {
  const kinds = active.filter((kind) => concerns(modifier, kind));
  return (
    kinds.some((kind) => levelOf(conditions, kind) >= modifier.fromLevel) &&
    (modifier.when === null || conditions.when.includes(modifier.when)) &&
    (modifier.profiles.size === 0 || modifier.profiles.has(profile))
  );
}

/** Whether a modifier is about a kind. */
export function concerns({ kinds }: Modifier, kind: HazardKind): boolean {
  return kinds.size === 0 || kinds.has(kind);
}

/** Read the modifiers of `thresholds.json`, in its order. */
export function readModifiers(table: Row, at: Place): readonly Modifier[] {
  return Object.keys(table).map((name) => {
    const place = inside(at, name);
    expect(!/^\d+$/.test(name), at.source, place.where, "a name that is no number", name); // its order is lost
    return readModifier(asRow(table[name], place), place);
  });
}

function readModifier(entry: Row, at: Place): Modifier {
  const effects = EFFECTS.filter((key) => key in entry);
  expect(effects.length === 1, at.source, at.where, `one of ${EFFECTS.join(", ")}`, effects.join(", ") || "none");
  const whole = (key: string, least: number, most: number) => {
    return key in entry ? wholeAt(entry, key, at, least, most) : least;
  };
  return {
    flags: numbers(entry, "flags", FLAG_OF_NAME, at).reduce((all, one) => all | one, 0),
    classes: new Set(numbers(entry, "classes", CLASS_OF_NAME, at)),
    maxWidthRank: whole("max_width_rank", 0, 4),
    minInclineRank: whole("min_incline_rank", 0, 3),
    minGradePermille: whole("min_grade_permille", 0, 1000),
    gradeFromM: whole("grade_from_m", 0, 1000),
    inZone: "in_zone" in entry && flagAt(entry, "in_zone", at),
    fromClass: "from_class" in entry ? readClass(entry, at) : null,
    kinds: new Set(texts(entry, "kinds", at).map((text) => asOne(text, isHazardKind, inside(at, "kinds")))),
    fromLevel: whole("from_level", 0, 5),
    when: "when" in entry ? asOne(textAt(entry, "when", at), isWhen, inside(at, "when")) : null,
    profiles: new Set(texts(entry, "profiles", at)),
    weightPct: whole("weight_pct", 100, MAX_WEIGHT_PCT),
    close: "close" in entry && flagAt(entry, "close", at),
    noEntry: "no_entry" in entry && flagAt(entry, "no_entry", at),
  };
}

function readClass(entry: Row, at: Place): number {
  const place = inside(at, "from_class");
  const worst = CLASS_OF_KEY[asOne(textAt(entry, "from_class", at), isClassKey, place)];
  expect(worst !== UNKNOWN, place.source, place.where, "a known class", "unknown");
  return worst;
}

/** The numbers of a list of names; none where the list is absent. */
function numbers(entry: Row, key: string, table: Readonly<Record<string, number>>, at: Place): number[] {
  const isName = (text: string): text is string => Object.hasOwn(table, text);
  return texts(entry, key, at).map((text) => table[asOne(text, isName, inside(at, key))] as number);
}

function texts(entry: Row, key: string, at: Place): string[] {
  return key in entry ? listAt(entry, key, at).map(String) : [];
}

function asOne<T extends string>(text: string, is: (text: string) => text is T, at: Place): T {
  if (is(text)) return text;
  throw new Damage(at.source, at.where, "a known name", text);
}
