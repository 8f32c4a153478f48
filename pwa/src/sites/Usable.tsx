import { useSay } from "../app/context.ts";

const KNOWN = [
  "wheelchair",
  "toilet",
  "accessible_toilet",
  "water",
  "power",
  "pets",
  "welfare",
  "infants",
  "medical",
] as const;

/** What can be used at a site now, as staff told it; what a newer server tells of and we have no word for is left out. */
export function Usable({ facilities }: { facilities: readonly string[] }) {
  const say = useSay("facilities");
  return (
    <p class="small">
      <b>{say("usable.now")}</b>
      {say.tag.startsWith("ja") || say.tag.startsWith("zh") ? "：" : ": "}
      {KNOWN.filter((one) => facilities.includes(one))
        .map((one) => say(`usable.${one}`))
        .join(say("sites.between"))}
    </p>
  );
}
