/** What a list says of a site in its remarks, as far as it can be said in every language. */
import type { PlainKey } from "../i18n/messages.ts";

export interface Facilities {
  readonly known: readonly PlainKey[];
  /** People, null where no list tells it. */
  readonly capacity: number | null;
  /** As published, what is not known to us. */
  readonly rest: string;
}

const KNOWN: readonly (readonly [RegExp, PlainKey])[] = [
  [/^車(?:いす|椅子)(?:可|対応)$/, "facility.wheelchair"],
  [/^車(?:いす|椅子)不可$/, "facility.noWheelchair"],
  [/^ペット(?:同行|同伴)?可$/, "facility.pets"],
  [/^ペット(?:同行|同伴)?不可$/, "facility.noPets"],
  [/^(?:福祉避難室|福祉スペース|要配慮者スペース)(?:あり)?$/, "facility.care"],
  [/^屋根なし$/, "facility.noRoof"],
  [/^トイレあり$/, "facility.toilets"],
];
const CAPACITY = /^(?:想定)?収容人数(\d+)人$/;

/** The remarks part by part: only what is written exactly so is taken for known. */
export function facilitiesOf({ remarks, capacity }: { remarks: string; capacity: number | null }): Facilities {
  const known: PlainKey[] = [];
  const rest: string[] = [];
  let people = capacity;
  for (const part of remarks.split(/[。、，・\s]+/).filter((one) => one !== "")) {
    const found = KNOWN.find(([pattern]) => pattern.test(part));
    const told = CAPACITY.exec(part);
    if (told) people ??= Number(told[1]);
    else if (found) known.push(found[1]);
    else rest.push(part);
  }
  return { known, capacity: people, rest: rest.join("、") };
}
