import { useSay } from "../../app/context.ts";
import { ICONS } from "../../icons/drawings.ts";
import { Icon } from "../../icons/Icon.tsx";
import { dialled, MOST_PHONES, type OwnPlan, type Phone } from "../own.ts";

/** Whom to call: published numbers, and the family's as they typed them. */
export function Phones({ own, change }: { own: OwnPlan; change: (next: OwnPlan) => void }) {
  const say = useSay("own");
  const { phones } = own;
  const put = (at: number, phone: Phone) => {
    change({ ...own, phones: phones.map((one, index) => (index === at ? phone : one)) });
  };
  return (
    <section id="phones">
      <h2>{say("plan.phones")}</h2>
      <ul class="phones">
        <Known number="119" words={say("plan.phones.fire")} />
        <Known number="110" words={say("plan.phones.police")} />
        <Known number="171" words={say("plan.phones.message")} />
      </ul>
      <p class="small">{say("plan.phones.note")}</p>
      {phones.map((phone, at) => (
        <Own key={at} phone={phone} at={at} onChange={(next) => put(at, next)} />
      ))}
      {phones.length < MOST_PHONES ? (
        <button
          type="button"
          class="btn"
          onClick={() => change({ ...own, phones: [...phones, { name: "", number: "" }] })}
        >
          <Icon drawing={ICONS.plus} />
          {say("plan.phones.add")}
        </button>
      ) : null}
    </section>
  );
}

function Known({ number, words }: { number: string; words: string }) {
  return (
    <li>
      <a href={`tel:${number}`}>
        <b>{number}</b>
      </a>{" "}
      {words}
    </li>
  );
}

function Own({ phone, at, onChange }: { phone: Phone; at: number; onChange: (phone: Phone) => void }) {
  const say = useSay("own");
  const number = dialled(phone.number);
  return (
    <div class="ownphone">
      <label>
        {say("plan.phones.name")}
        <input
          value={phone.name}
          maxLength={30}
          autocomplete="off"
          onChange={(event) => onChange({ ...phone, name: event.currentTarget.value })}
        />
      </label>
      <label>
        {say("plan.phones.number")}
        <input
          value={phone.number}
          type="tel"
          maxLength={30}
          autocomplete="off"
          data-at={at}
          onChange={(event) => onChange({ ...phone, number: event.currentTarget.value })}
        />
      </label>
      {number === "" ? null : (
        <a class="iconbtn" href={`tel:${number}`}>
          <Icon drawing={ICONS.phone} />
          <span class="vh">{phone.name || number}</span>
        </a>
      )}
    </div>
  );
}
