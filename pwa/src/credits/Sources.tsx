import { useApp, useSay } from "../app/context.ts";
import "./sources.css";

/** Every source with its title, date, licence and credit; what is not stated is said to be so. */
export function Sources() {
  const { state } = useApp();
  const say = useSay("data");
  const sources = state.region?.sources ?? [];
  return (
    <ul class="sourcelist" aria-label={say("data.title")}>
      {sources.map(({ title, date, licence, credit }) => (
        <li key={`${title} ${date} ${credit}`}>
          <p lang="ja">
            <b>{title}</b>
          </p>
          <p>{date ? say("data.date", { date }) : say("data.noDate")}</p>
          <p>{licence ? say("data.licence", { licence }) : say("data.noLicence")}</p>
          <p>{credit ? say("data.credit", { credit }) : say("data.noCredit")}</p>
        </li>
      ))}
    </ul>
  );
}
