import { useApp, useSay } from "../../app/context.ts";
import { CHOICES } from "../../decision/questions.ts";
import type { PlainKey } from "../../i18n/messages.ts";
import { type Household, MEMBER_KINDS, slowest, withMembers } from "../../model/home/household.ts";
import { Choice } from "./Choice.tsx";
import { Stepper } from "./Stepper.tsx";

const MOST = 9;
const STOREYS = [1, 2, 3, 4, 5] as const;

/** Who lives here and in what home: every answer is kept at once, and asked nowhere else. */
export function HouseholdScreen() {
  const say = useSay("own");
  return (
    <>
      <h1>{say("plan.people")}</h1>
      <p class="small">{say("plan.private")}</p>
      <People />
      <Home />
      <a class="act" href="#/plan">
        {say("plan.done")}
      </a>
    </>
  );
}

function useHousehold(): readonly [Household, (change: Partial<Household>) => void] {
  const { state, dispatch } = useApp();
  const { household } = state;
  return [household, (change) => dispatch({ type: "household", household: { ...household, ...change } })];
}

function People() {
  const { dispatch } = useApp();
  const say = useSay("own");
  const [household, change] = useHousehold();
  const members = household.members ?? {};
  const kind = slowest(household);
  return (
    <>
      <fieldset class="small-legend">
        <legend>{say("plan.people.who")}</legend>
        <ul class="steppers">
          {MEMBER_KINDS.map((one) => (
            <Stepper
              key={one}
              what={say(`plan.member.${one}`)}
              value={members[one] ?? 0}
              most={MOST}
              onChange={(count) =>
                dispatch({ type: "household", household: withMembers(household, { ...members, [one]: count }) })
              }
            />
          ))}
          <Stepper
            what={say("plan.pets")}
            value={household.pets ?? 0}
            most={MOST}
            onChange={(pets) => change({ pets })}
          />
        </ul>
      </fieldset>
      {kind === null ? null : (
        <p role="status">
          <b>{say("plan.slowest", { who: say(`plan.member.${kind}`) })}</b>
        </p>
      )}
      {kind === null || kind === "adult" ? <YesNo asked="takes_time" legend={say("person.takes_time")} /> : null}
      {household.members === null ? <YesNo asked="needs_helper" legend={say("person.needs_helper")} /> : null}
      <YesNo asked="car_at_hand" legend={say("person.car_at_hand")} />
      <YesNo asked="relatives" legend={say("plan.relatives")} />
    </>
  );
}

type YesNoAsked = "takes_time" | "needs_helper" | "car_at_hand" | "relatives" | "low_lying" | "by_cliff";

function YesNo({ asked, legend }: { asked: YesNoAsked; legend: string }) {
  const say = useSay("own");
  const [household, change] = useHousehold();
  return (
    <Choice
      name={asked}
      legend={legend}
      three
      value={household[asked]}
      options={[
        [true, say("person.yes")],
        [false, say("person.no")],
        [null, say("plan.notTold")],
      ]}
      onChoose={(value) => change({ [asked]: value })}
    />
  );
}

function Home() {
  const say = useSay("own");
  const [household, change] = useHousehold();
  const notTold = [null, say("plan.notTold")] as const;
  return (
    <>
      <Choice
        name="wooden"
        legend={say("person.wooden")}
        value={household.wooden}
        options={[[true, say("person.wooden.yes")], [false, say("person.wooden.no")], notTold]}
        onChoose={(wooden) => change({ wooden })}
      />
      <Choice
        name="storeys"
        legend={say("plan.storeys")}
        value={household.storeys}
        options={[...STOREYS.map((n) => [n, storeysWords(n)] as const), notTold]}
        onChoose={(storeys) => change({ storeys })}
      />
      <Choice
        name="floor"
        legend={say("person.floor")}
        value={household.floor}
        options={[...CHOICES.floor.map((n) => [n, say(`person.floor.${n}` satisfies PlainKey)] as const), notTold]}
        onChoose={(floor) => change({ floor })}
      />
      <FloorHeight />
      <Choice
        name="supplies"
        legend={say("person.supplies_h")}
        value={household.supplies_h}
        options={[...CHOICES.supplies_h.map((n) => [n, say(`person.supplies_h.${n}`)] as const), notTold]}
        onChoose={(supplies_h) => change({ supplies_h })}
      />
      <YesNo asked="low_lying" legend={say("plan.low")} />
      <YesNo asked="by_cliff" legend={say("plan.cliff")} />
    </>
  );

  function storeysWords(n: (typeof STOREYS)[number]): string {
    return n === 5 ? say("plan.storeys.most") : say("plan.storeys.n", { n });
  }
}

/** Measured, where somebody knows it; an empty field is not told. */
function FloorHeight() {
  const say = useSay("own");
  const [household, change] = useHousehold();
  const taken = (text: string) => {
    const cm = Number(text.normalize("NFKC").trim());
    const known = text.trim() !== "" && Number.isInteger(cm) && cm >= 0 && cm <= 20_000;
    change({ floor_height_cm: known ? cm : null });
  };
  return (
    <label>
      {say("plan.height")}
      <input
        inputMode="numeric"
        autocomplete="off"
        value={household.floor_height_cm ?? ""}
        onChange={(event) => taken(event.currentTarget.value)}
      />
    </label>
  );
}
