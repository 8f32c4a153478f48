import { useApp } from "../app/context.ts";
import { MapFigure } from "../map/MapFigure.tsx";
import { hazardOf } from "../model/decision.ts";
import { Advice } from "../parts/Advice.tsx";
import { ExposureList } from "../parts/ExposureList.tsx";
import { SiteFacts } from "../parts/SiteFacts.tsx";
import { NextStep, StepList } from "../parts/Steps.tsx";
import { WhenLine } from "../parts/WhenLine.tsx";

/** The way: first step, numbers, map, all steps, what lies on it. */
export function RouteScreen({ wide }: { wide: boolean }) {
  const { state, say } = useApp();
  const { answer } = state;
  if (!answer?.shelter) {
    return (
      <>
        <h1>{say("route.none")}</h1>
        <a class="btn" href="#/now">
          {say("route.toNow")}
        </a>
      </>
    );
  }
  return (
    <>
      <WhenLine changeable={false} />
      <h1 class="h2">{say("route.title", { site: answer.shelter.name })}</h1>
      <p class="small">{say("site.designated", { hazard: say(`hazard.${hazardOf(answer)}`) })}</p>
      <NextStep answer={answer} strong />
      <SiteFacts answer={answer} />
      {wide ? null : <MapFigure />}
      <StepList answer={answer} />
      <ExposureList answer={answer} />
      <Advice answer={answer} />
    </>
  );
}
