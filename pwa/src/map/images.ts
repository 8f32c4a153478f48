import { PICTURES } from "../icons/drawings.ts";
import type { Colours } from "./colours.ts";

/** Pixels per CSS pixel of the images, sharp on every phone. */
export const IMAGE_RATIO = 3;

type Draw = (context: CanvasRenderingContext2D, colours: Colours) => void;

const IMAGES: Readonly<Record<string, { readonly size: number; readonly draw: Draw }>> = {
  hatch: { size: 12, draw: drawHatch },
  arrow: { size: 12, draw: drawArrow },
  "site-fit": { size: 28, draw: drawFit },
  "site-unfit": { size: 22, draw: drawUnfit },
  origin: { size: 26, draw: drawOrigin },
};

/** Draw one of the map's images; null for a name that is none of ours. */
export function drawImage(name: string, colours: Colours): ImageData | null {
  const image = IMAGES[name];
  if (!image) return null;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = image.size * IMAGE_RATIO;
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.scale(IMAGE_RATIO, IMAGE_RATIO);
  context.lineCap = context.lineJoin = "round";
  image.draw(context, colours);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function drawHatch(context: CanvasRenderingContext2D, colours: Colours) {
  context.fillStyle = colours["unknown-bg"];
  context.fillRect(0, 0, 12, 12);
  context.strokeStyle = colours["unknown-line"];
  context.lineWidth = 2;
  context.lineCap = "square";
  context.beginPath();
  for (const shift of [-12, 0, 12]) {
    context.moveTo(shift, 12);
    context.lineTo(shift + 12, 0);
  }
  context.stroke();
}

function drawArrow(context: CanvasRenderingContext2D, colours: Colours) {
  context.strokeStyle = colours["route-arrow"];
  context.lineWidth = 2.2;
  context.stroke(new Path2D("M3.8 2.5L8.3 6l-4.5 3.500"));
}

/** A filled green square with the runner: a site one may run to. */
function drawFit(context: CanvasRenderingContext2D, colours: Colours) {
  box(context, 28, colours.site, colours["map-halo"]);
  context.translate(2.8, 2.3);
  context.scale(0.47, 0.47);
  context.strokeStyle = context.fillStyle = colours["site-ink"];
  context.lineWidth = 4.6;
  context.stroke(new Path2D(PICTURES.runner.lines));
  context.fill(new Path2D(PICTURES.runner.dots));
}

/** An outlined ×: a site that does not suit this hazard. */
function drawUnfit(context: CanvasRenderingContext2D, colours: Colours) {
  box(context, 22, colours["map-halo"], colours["map-ink"]);
  context.strokeStyle = colours["map-ink"];
  context.lineWidth = 2.4;
  context.stroke(new Path2D("M7 7l8 8M15 7l-8 8"));
}

function drawOrigin(context: CanvasRenderingContext2D, colours: Colours) {
  circle(context, 13, 11.5, colours["me-ring"]);
  context.strokeStyle = colours["route-edge"];
  context.lineWidth = 1.5;
  context.stroke();
  circle(context, 13, 7, colours.me);
}

function box(context: CanvasRenderingContext2D, size: number, fill: string, edge: string) {
  context.beginPath();
  context.roundRect(1.2, 1.2, size - 2.4, size - 2.4, 4);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = edge;
  context.lineWidth = 2;
  context.stroke();
}

function circle(context: CanvasRenderingContext2D, centre: number, radius: number, fill: string) {
  context.beginPath();
  context.arc(centre, centre, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
}
