/** The numbers of leaving in time (hazard/departure/rules.py, where their sources are). */
export interface DepartureRules {
  readonly delayDayS: number;
  readonly delayNightS: number;
  /** Every edge must be left this long before the scenario reaches it. */
  readonly marginS: number;
  /** The way with the largest margin is taken while it is at most this much longer than the quickest. */
  readonly tolerancePct: number;
}

export const DEPARTURE_RULES: DepartureRules = { delayDayS: 300, delayNightS: 600, marginS: 180, tolerancePct: 25 };

/** When somebody sets out (hazard/advise/clock.py). */
export interface Clock {
  /** Seconds since the scenario's start. */
  readonly sinceS: number;
  readonly night: boolean;
  /** The own start delay; null: by day or by night. */
  readonly delayS: number | null;
}

/** The moment of the first step, in deciseconds after the scenario's start. */
export function startDsOf({ sinceS, night, delayS }: Clock, rules: DepartureRules): number {
  return 10 * (sinceS + (delayS ?? (night ? rules.delayNightS : rules.delayDayS)));
}
