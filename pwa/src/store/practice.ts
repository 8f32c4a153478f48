/** The rehearsals of each plan on this phone: a plan is one hazard in one region. Never sent. */
import { isPractised, type PracticeRun, type Practised, withRun } from "../drill/record.ts";
import type { Hazard } from "../model/hazards.ts";
import { get, put } from "./db.ts";

const keyOf = (area: string, hazard: Hazard) => `practice ${area} ${hazard}`;

/** Best and last rehearsal; null where nobody rehearsed, or nothing can be stored. */
export async function readPractice(area: string, hazard: Hazard): Promise<Practised | null> {
  const found = await get<unknown>("settings", keyOf(area, hazard));
  return isPractised(found) ? found : null;
}

/** Keep a rehearsal; the record with it, even where nothing can be stored. */
export async function keepPractice(area: string, hazard: Hazard, run: PracticeRun): Promise<Practised> {
  const record = withRun(await readPractice(area, hazard), run);
  await put("settings", keyOf(area, hazard), record);
  return record;
}
