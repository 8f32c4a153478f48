/** Texts that come with the code that needs them. */
import type { Group, Lang, Say } from "./messages.ts";

/** One group in one language. */
export interface GroupTexts {
  readonly group: Group;
  readonly lang: Lang;
  readonly texts: Readonly<Record<string, (values: Readonly<Record<string, string | number>>) => string>>;
}

/** Even where the texts are is only fetched with them. */
const GROUPS = {
  own: () => import("./groups/own.ts"),
  drill: () => import("./groups/drill.ts"),
  settings: () => import("./groups/settings.ts"),
  doubt: () => import("./groups/doubt.ts"),
  data: () => import("./groups/data.ts"),
  facilities: () => import("./groups/facilities.ts"),
} as const satisfies Record<Group, unknown>;

const here = new Map<string, GroupTexts>();

/** The texts of a group, if they are here already. */
export function groupHere(group: Group, lang: Lang): GroupTexts | null {
  return here.get(`${group} ${lang}`) ?? null;
}

/** Fetch the texts of a group in one language; throws where they cannot be had. */
export async function fetchGroup(group: Group, lang: Lang): Promise<GroupTexts> {
  const known = groupHere(group, lang);
  if (known !== null) return known;
  const { TEXTS } = await GROUPS[group]();
  const { default: texts } = await TEXTS[lang]();
  const found = { group, lang, texts };
  here.set(`${group} ${lang}`, found);
  return found;
}

/** Say the texts of a group as well as all that could be said before (`SayIn`). */
export function sayWith(say: Say, { group, texts }: GroupTexts): Say {
  const before = say as (key: string, values: object) => string;
  const spoken = (key: string, values = {}) => texts[key]?.(values) ?? before(key, values);
  const { lang, tag, whole, beside } = say;
  return Object.assign(spoken, { lang, tag, whole, beside, groups: [...say.groups, group] });
}
