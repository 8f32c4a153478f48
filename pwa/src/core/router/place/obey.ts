/** Ways of cars past turns that they may not make: A* over edges, led by the field (router/place/obey in Python). */
import { CLOSED_DS, partDs } from "../../numbers.ts";
import { KeyHeap } from "../search/guided.ts";
import type { Guide } from "./guide.ts";
import type { OnEdge } from "./start.ts";
import { type Driven, isBanned, type Piece } from "./trace.ts";

/** What a first edge came from: its own tail, or a place on it. */
const NOWHERE = -2;
const AMID = -1;

/** The cheapest way from a place that makes no banned turn; null where there is none. */
export function drive(guide: Guide, place: OnEdge): Driven | null {
  const search = new Search(guide);
  const { graph } = guide.shapes;
  const back = graph.twin[place.edge] as number;
  const length = graph.edgeLengthMm[place.edge] as number;
  const restOf = (edge: number) => (edge === place.edge ? length - place.offsetMm : place.offsetMm);
  const both = place.edge < back ? [place.edge, back] : [back, place.edge];
  for (const edge of both) search.offerStraight(edge, length - restOf(edge));
  for (const edge of both) if (restOf(edge) > 0) search.beginOn(edge, restOf(edge));
  const at = both.findLast((edge) => restOf(edge) === 0);
  if (at !== undefined) search.goOn(NOWHERE, graph.head[at] as number, 0);
  return search.run(at ?? null, (edge) => length - restOf(edge));
}

/** `cost` of an edge is what has been spent at its head, reached along it. */
class Search {
  readonly guide: Guide;
  readonly #cost = new Map<number, number>();
  readonly #cameFrom = new Map<number, number>();
  readonly #heap = new KeyHeap();
  readonly #entriesAt = new Map<number, number[]>();
  #best = CLOSED_DS;
  #last = NOWHERE;
  #entry = -1;
  #straight: Driven | null = null;

  constructor(guide: Guide) {
    this.guide = guide;
    for (const [entry, node] of guide.goals.sources.node.entries()) {
      const known = this.#entriesAt.get(node);
      if (known === undefined) this.#entriesAt.set(node, [entry]);
      else known.push(entry);
    }
  }

  /** Take a stop that lies along the rest of an edge, if it is the cheapest so far. */
  offerStraight(edge: number, atMm: number): void {
    const { byStreet, costs, shapes } = this.guide;
    const { edgeStreet, edgeForward, edgeLengthMm } = shapes.graph;
    const length = edgeLengthMm[edge] as number;
    for (const { stop, offsetMm } of byStreet.get(edgeStreet[edge] as number) ?? []) {
      const leaveMm = edgeForward[edge] === 1 ? offsetMm : length - offsetMm;
      if (leaveMm < atMm) continue;
      const costDs = partDs(costs.leaveDs[edge] as number, leaveMm - atMm, length);
      if (costDs >= this.#best) continue;
      this.#best = costDs;
      this.#straight = { pieces: [{ edge, enterMm: atMm, leaveMm }], costDs, stop };
    }
  }

  /** Begin along an edge on which one stands. */
  beginOn(edge: number, restMm: number): void {
    const { graph } = this.guide.shapes;
    const spent = partDs(this.guide.costs.leaveDs[edge] as number, restMm, graph.edgeLengthMm[edge] as number);
    const left = this.guide.field.costDs[graph.head[edge] as number] as number;
    if (spent < CLOSED_DS && left < CLOSED_DS && spent + left < this.#best) this.#push(edge, spent, left, AMID);
  }

  /** Enter a stop from a node, or go on from there, having come along `here`. */
  goOn(here: number, node: number, spent: number): void {
    const { goals, costs, field, shapes } = this.guide;
    const { firstOut, head } = shapes.graph;
    for (const entry of this.#entriesAt.get(node) ?? []) {
      const total = spent + (goals.sources.costDs[entry] as number);
      const barred = goals.entryPartMm[entry] !== 0 && isBanned(shapes.graph, here, goals.entryEdge[entry] as number);
      if (total >= this.#best || barred) continue;
      this.#best = total;
      [this.#last, this.#entry, this.#straight] = [here, entry, null];
    }
    for (let e = firstOut[node] as number; e < (firstOut[node + 1] as number); e++) {
      const [step, left] = [costs.costDs[e] as number, field.costDs[head[e] as number] as number];
      const total = spent + step;
      if (step === CLOSED_DS || left === CLOSED_DS || total + left >= this.#best) continue;
      const known = this.#cost.get(e) ?? Number.POSITIVE_INFINITY;
      if (total < known && !isBanned(shapes.graph, here, e)) this.#push(e, total, left, here);
    }
  }

  #push(edge: number, spent: number, left: number, from: number): void {
    this.#cost.set(edge, spent);
    this.#cameFrom.set(edge, from);
    this.#heap.push((spent + left) * this.guide.shapes.graph.nEdges + edge);
  }

  /** Settle edges until none can lead to less; `at` is an edge at whose very end one stands. */
  run(at: number | null, offsetOf: (edge: number) => number): Driven | null {
    const { field, goals, shapes } = this.guide;
    const { head, nEdges, edgeLengthMm } = shapes.graph;
    while (this.#heap.size > 0) {
      const key = this.#heap.pop();
      const least = Math.floor(key / nEdges);
      const e = key - least * nEdges;
      if (least >= this.#best) break;
      const [v, spent] = [head[e] as number, this.#cost.get(e) as number];
      if (least === spent + (field.costDs[v] as number)) this.goOn(e, v, spent);
    }
    if (this.#straight !== null || this.#entry < 0) return this.#straight;
    const pieces: Piece[] = [];
    for (let e = this.#last; e >= 0; e = this.#cameFrom.get(e) as number) {
      const enterMm = this.#cameFrom.get(e) === AMID ? offsetOf(e) : 0;
      pieces.push({ edge: e, enterMm, leaveMm: edgeLengthMm[e] as number });
    }
    pieces.reverse();
    const lastMm = goals.entryPartMm[this.#entry] as number;
    if (lastMm > 0) pieces.push({ edge: goals.entryEdge[this.#entry] as number, enterMm: 0, leaveMm: lastMm });
    if (pieces.length === 0 && at !== null) {
      const length = edgeLengthMm[at] as number;
      pieces.push({ edge: at, enterMm: length, leaveMm: length });
    }
    return { pieces, costDs: this.#best, stop: goals.entryStop[this.#entry] as number };
  }
}
