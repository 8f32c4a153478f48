declare module "*.toml" {
  /** Sentences by dotted key (`step.left`), with names in braces to be filled in. */
  const table: Readonly<Record<string, string>>;
  export default table;
}

/** Only the words of sentences and reasons. */
declare module "*.toml?later" {
  const table: Readonly<Record<string, string>>;
  export default table;
}
