declare module "*.toml" {
  /** Sentences by dotted key (`step.left`), with names in braces to be filled in. */
  const table: Readonly<Record<string, string>>;
  export default table;
}

/** Only why it was decided so, what to mind and what would change it. */
declare module "*.toml?reasons" {
  const table: Readonly<Record<string, string>>;
  export default table;
}
