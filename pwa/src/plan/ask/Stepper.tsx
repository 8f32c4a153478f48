import { useSay } from "../../app/context.ts";
import { ICONS } from "../../icons/drawings.ts";
import { Icon } from "../../icons/Icon.tsx";

interface Props {
  readonly what: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** How many there are, by two large buttons. */
export function Stepper({ what, value, most, onChange }: Props) {
  const say = useSay("own");
  return (
    <li class="stepper">
      <span>{what}</span>
      <button
        type="button"
        class="btn"
        aria-label={say("plan.less", { what })}
        disabled={value === 0}
        onClick={() => onChange(value - 1)}
      >
        <Icon drawing={ICONS.minus} />
      </button>
      <output aria-label={what}>{value}</output>
      <button
        type="button"
        class="btn"
        aria-label={say("plan.more", { what })}
        disabled={value >= most}
        onClick={() => onChange(value + 1)}
      >
        <Icon drawing={ICONS.plus} />
      </button>
    </li>
  );
}
