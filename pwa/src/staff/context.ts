import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Desk, Problem, Session, Told, World } from "./api.ts";
import type { Lang, Say } from "./i18n/say.ts";

/** What every part of the page needs. */
export interface Office {
  readonly say: Say;
  readonly lang: Lang;
  readonly session: Session;
  readonly area: string;
  readonly desk: Desk;
  readonly world: World;
  /** Whether acts are part of the exercise; null: not chosen yet. */
  readonly drill: boolean | null;
  /** Tell what came of an act, and look again at what is in force. */
  readonly done: (told: Told<unknown>, text?: string) => boolean;
  readonly may: (role: "operator" | "approver") => boolean;
}

export const OfficeContext = createContext<Office | null>(null);

export function useOffice(): Office {
  const office = useContext(OfficeContext);
  if (office === null) throw new Error("outside of the office");
  return office;
}

/** A failure in words: what the server says is wrong, field by field. */
export function failureOf(say: Say, status: number, problems: readonly Problem[]): string {
  if (status === 0) return say("offline");
  const told = problems.map(({ where, expected, found }) => `${where}: ${expected} ← ${found}`);
  return [say("error", { status }), ...told].join("\n");
}
