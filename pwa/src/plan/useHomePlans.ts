import { useEffect, useState } from "preact/hooks";
import { answerFrom } from "../app/ask.ts";
import { useApp } from "../app/context.ts";
import { theEngine } from "../app/queries.ts";
import type { State } from "../app/state.ts";
import type { Lang } from "../i18n/messages.ts";
import type { Hazard } from "../model/hazards.ts";
import { homeOf, partyOf, walkerOf } from "../model/home/household.ts";
import type { SavedPlace } from "../model/home/places.ts";
import { advice } from "../words/advice.ts";
import { allWordsIn } from "../words/text.ts";
import type { Planned } from "./rows.ts";

/** The plans so far. */
export interface HomePlans {
  readonly planned: readonly Planned[];
  readonly state: "making" | "made" | "failed";
}

const MAKING: HomePlans = { planned: [], state: "making" };

/** The plan for a home, hazard by hazard as it is made; anew whenever something that it rests on changes. */
export function useHomePlans(home: SavedPlace | null): HomePlans {
  const { state, say } = useApp();
  const [plans, setPlans] = useState(MAKING);
  const asked = JSON.stringify([questionsFor(state, home), say.lang, state.revision]);
  const edge = say("site.edge");
  useEffect(() => {
    const [questions, lang] = JSON.parse(asked) as [ReturnType<typeof questionsFor>, Lang];
    let current = true;
    setPlans(MAKING);
    const make = async () => {
      const planned: Planned[] = [];
      for (const one of questions) {
        planned.push(await planFor(one, lang, edge));
        if (!current) return;
        setPlans({ planned: [...planned], state: planned.length < questions.length ? "making" : "made" });
      }
    };
    make().catch(() => current && setPlans((before) => ({ ...before, state: "failed" })));
    return () => {
      current = false;
    };
  }, [asked]);
  return plans;
}

type Questions = ReturnType<typeof questionsFor>;

/** What is asked of the engine: nothing before there is a home and a region. */
function questionsFor({ region, revision, pack, household }: State, home: SavedPlace | null) {
  if (region === null || revision === null || pack === null || home === null) return [];
  const offered = region.profiles as readonly string[];
  const walker = [walkerOf(household), "group" as const].find((profile) => offered.includes(profile)) ?? "adult";
  const { lon, lat } = home.point;
  const [place, party] = [homeOf(household), partyOf(household, walker)];
  const about = { regionName: region.name, fictional: region.fictional };
  return pack.hazards.map((kind: Hazard) => ({ question: { kind, lon, lat, place, party }, about }));
}

async function planFor({ question, about }: Questions[number], lang: Lang, edge: string): Promise<Planned> {
  const made = await theEngine().home(question);
  if (!made.ok) throw new Error("no plan");
  const { kind, lon, lat, party } = question;
  const asked = { ...about, kinds: [kind], profile: party.profile, lon, lat };
  const answer = await answerFrom(made.value, asked, lang, edge);
  const { told } = made.value;
  const said = told === null || answer?.geometry ? "" : advice(told.outcome, asked, await allWordsIn(lang));
  return { kind, plan: made.value, answer, said };
}
