/** How long it takes to every site from one place: one search the other way round, from the place along the streets. */
import { CLOSED_DS, partDs } from "../../numbers.ts";
import type { Guide } from "../../router/place/guide.ts";
import type { Snap, SnapIndex } from "../../router/place/snap.ts";
import { settle } from "../../router/search/settle.ts";
import type { Field } from "../../router/search/sources.ts";
import { standAt } from "./answer.ts";
import type { Plan } from "./plan.ts";

/** The way to one site as the engine chooses ways: least exposed, not quickest. */
export interface Reach {
  readonly site: string;
  /** What was minimised. Of ways that cost the same one is told, whichever. */
  readonly costDs: number;
  readonly durationS: number;
  readonly lengthM: number;
}

/** Sums along a way. */
interface Sums {
  readonly costDs: number;
  readonly durationDs: number;
  readonly lengthMm: number;
}

/** Where somebody stands, seen along one direction of the street. */
interface Begin extends Sums {
  readonly edge: number;
  readonly offsetMm: number;
}

/** Every usable site that can be reached from a position in degrees, in the order of the plan's sites. */
export function reachSites(index: SnapIndex, plan: Plan, lon: number, lat: number): readonly Reach[] {
  const stands = standAt(index, plan, lon, lat);
  if (stands === null) return [];
  const { guide, place } = stands;
  const begins = beginsAt(guide, place);
  const found = fieldFrom(guide, begins);
  return plan.sites.flatMap(({ id }, stop) => {
    const ways = [...straight(guide, begins, stop), ...around(guide, found, begins, stop)];
    const best = ways.reduce<Sums | null>(
      (least, way) => (way.costDs < (least?.costDs ?? CLOSED_DS) ? way : least),
      null,
    );
    if (best === null) return [];
    const { costDs, durationDs, lengthMm } = best;
    return [{ site: id, costDs, durationS: Math.ceil(durationDs / 10), lengthM: Math.floor((lengthMm + 500) / 1000) }];
  });
}

/** Both directions of the own street; one that is closed even to those who stand on it costs `CLOSED_DS`. */
function beginsAt(guide: Guide, { edge, offsetMm }: Snap): readonly Begin[] {
  const { edgeLengthMm, twin } = guide.shapes.graph;
  const length = edgeLengthMm[edge] as number;
  const sides = [
    [edge, offsetMm],
    [twin[edge] as number, length - offsetMm],
  ] as const;
  return sides.map(([side, from]) => ({ edge: side, offsetMm: from, ...onOwn(guide, side, length - from) }));
}

function onOwn({ shapes, costs }: Guide, edge: number, partMm: number): Sums {
  const length = shapes.graph.edgeLengthMm[edge] as number;
  const share = (ds: Int32Array) => partDs(ds[edge] as number, partMm, length);
  return { costDs: share(costs.leaveDs), durationDs: share(costs.durationDs), lengthMm: partMm };
}

/** What it costs from the place to every node: the field of a search with every edge turned round. */
function fieldFrom({ shapes: { graph }, costs }: Guide, begins: readonly Begin[]): Field {
  const turned = Int32Array.from(graph.twin, (twin) => costs.costDs[twin] as number);
  return settle(graph, turned, {
    node: Int32Array.from(begins, ({ edge }) => graph.head[edge] as number),
    costDs: Int32Array.from(begins, ({ costDs }) => costDs),
  });
}

/** Straight along the own street, where the site is on it. */
function straight(guide: Guide, begins: readonly Begin[], stop: number): readonly Sums[] {
  const { graph } = guide.shapes;
  return begins.flatMap(({ edge, offsetMm }) => {
    const length = graph.edgeLengthMm[edge] as number;
    const on = guide.byStreet.get(graph.edgeStreet[edge] as number) ?? [];
    return on.flatMap((one) => {
      const partMm = (graph.edgeForward[edge] === 1 ? one.offsetMm : length - one.offsetMm) - offsetMm;
      return one.stop === stop && partMm >= 0 ? [onOwn(guide, edge, partMm)] : [];
    });
  });
}

/** Out of the own street, and to the site by one of its entries. */
function around(guide: Guide, field: Field, begins: readonly Begin[], stop: number): readonly Sums[] {
  const { goals, shapes, costs } = guide;
  return [...goals.entryStop.keys()].flatMap((k) => {
    const node = goals.sources.node[k] as number;
    const costDs = (field.costDs[node] as number) + (goals.sources.costDs[k] as number);
    if (goals.entryStop[k] !== stop || costDs >= CLOSED_DS) return [];
    const [edge, partMm] = [goals.entryEdge[k] as number, goals.entryPartMm[k] as number];
    const length = shapes.graph.edgeLengthMm[edge] as number;
    const way = sumsTo(guide, field, begins, node);
    const durationDs = way.durationDs + partDs(costs.durationDs[edge] as number, partMm, length);
    return [{ costDs, durationDs, lengthMm: way.lengthMm + partMm }];
  });
}

/** From the place to a node; the field leads the other way, so its edges are counted turned round. */
function sumsTo({ shapes: { graph }, costs }: Guide, field: Field, begins: readonly Begin[], node: number) {
  let [v, durationDs, lengthMm] = [node, 0, 0];
  for (let next = field.nextEdge[v] as number; next >= 0; next = field.nextEdge[v] as number) {
    durationDs += costs.durationDs[graph.twin[next] as number] as number;
    lengthMm += graph.edgeLengthMm[next] as number;
    v = graph.head[next] as number;
  }
  const begin = begins[field.source[v] as number] as Begin;
  return { durationDs: begin.durationDs + durationDs, lengthMm: begin.lengthMm + lengthMm };
}
