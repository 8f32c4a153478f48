import { useSay } from "../../app/context.ts";
import { distance } from "../../model/format.ts";
import { HEIGHT, PATTERNS, type Pattern, type Picture, WIDTH } from "./picture.ts";

/** Distance between dots and their size, thinnest first; printed they stay apart in every grey. */
const DOTS: Readonly<Record<Exclude<Pattern, "hatch">, readonly [every: number, r: number]>> = {
  d1: [10, 0.8],
  d2: [7, 1],
  d3: [5, 1.15],
  d4: [4, 1.35],
};

/** The patterns, once for the sketch and its legend. */
export function PatternDefs() {
  return (
    <svg class="vh" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="pic-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" fill="#fff" />
          <path d="M0 0V8" stroke="#000" stroke-width="2" />
        </pattern>
        {PATTERNS.map((one) => (one === "hatch" ? null : <Dots key={one} pattern={one} />))}
      </defs>
    </svg>
  );
}

function Dots({ pattern }: { pattern: keyof typeof DOTS }) {
  const [every, r] = DOTS[pattern];
  return (
    <pattern id={`pic-${pattern}`} width={every} height={every} patternUnits="userSpaceOnUse">
      <rect width={every} height={every} fill="#fff" />
      <circle cx={every / 2} cy={every / 2} r={r} fill="#000" />
    </pattern>
  );
}

/** The way from home, drawn; the same is written beside it. */
export function Sketch({ picture, site }: { picture: Picture; site: string }) {
  const say = useSay("own");
  const { grounds, groundWidth, streets, route, arrows, home, goal, labels, scale } = picture;
  const line = { fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" } as const;
  return (
    <svg class="sketch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say("print.map", { site })}>
      <rect width={WIDTH} height={HEIGHT} fill="#fff" />
      {grounds.map(({ pattern, d }) => (
        <path key={pattern} d={d} stroke={`url(#pic-${pattern})`} stroke-width={groundWidth} {...line} />
      ))}
      {streets.map(({ width, d }) => (
        <path key={`e${width}`} d={d} stroke="#444" stroke-width={width} {...line} />
      ))}
      {streets.map(({ width, d }) => (
        <path key={`f${width}`} d={d} stroke="#fff" stroke-width={width - 1.4} {...line} />
      ))}
      <path d={route} stroke="#000" stroke-width="11" {...line} />
      <path d={route} stroke="#fff" stroke-width="9" {...line} />
      <path d={route} stroke="#000" stroke-width="6" {...line} />
      {arrows.map(({ x, y, deg }) => (
        <path
          key={`${x} ${y}`}
          d="M-2.500 -3L2 0-2.500 3"
          transform={`translate(${x} ${y}) rotate(${deg})`}
          stroke="#fff"
          stroke-width="2"
          {...line}
        />
      ))}
      <g transform={`translate(${goal[0]} ${goal[1]})`}>
        <rect x="-11" y="-11" width="22" height="22" rx="4" fill="#000" stroke="#fff" stroke-width="2" />
        <path d="M-4 7V-7h8l-2.500 3 2.500 3h-8" stroke="#fff" stroke-width="2.200" {...line} />
      </g>
      <circle cx={home[0]} cy={home[1]} r="9" fill="#fff" stroke="#000" stroke-width="1.500" />
      <circle cx={home[0]} cy={home[1]} r="5.500" fill="#000" />
      {labels.map(({ text, x, y }) => (
        <text key={`${text} ${x}`} x={x} y={y} text-anchor="middle">
          {text}
        </text>
      ))}
      <g transform={`translate(14 ${HEIGHT - 10})`}>
        <path d={`M0 -4V0h${scale.width}v-4`} stroke="#000" stroke-width="2" fill="none" />
        <text x={scale.width + 5} y="2">
          {distance(scale.metres, say)}
        </text>
      </g>
      <g transform={`translate(${WIDTH - 18} 18)`}>
        <circle r="12" fill="#fff" stroke="#000" stroke-width="1.500" />
        <path d="M0 -8L4 4 0 1.500-4 4z" fill="#000" />
      </g>
    </svg>
  );
}
