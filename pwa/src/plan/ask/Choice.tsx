interface Props<Value> {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  /** Whether three short answers stand in one row. */
  readonly three?: boolean;
}

/** One question with a few answers, of which one holds. */
export function Choice<Value extends string | number | boolean | null>(props: Props<Value>) {
  const { name, legend, options, value, onChoose, three = false } = props;
  return (
    <fieldset class={three ? "who small-legend three" : "who small-legend"}>
      <legend>{legend}</legend>
      {options.map(([one, words]) => (
        <label key={String(one)}>
          <input type="radio" name={name} checked={value === one} onChange={() => onChoose(one)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
