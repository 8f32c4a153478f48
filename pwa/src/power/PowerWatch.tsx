import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { lazily, Nothing } from "../app/nav/lazy.tsx";
import { hearDevice, whyOffered } from "./power.ts";

const PowerOffer = lazily(() => import("./PowerOffer.tsx").then(({ PowerOffer }) => PowerOffer), Nothing, "settings");

/** Offers to spare the battery when the device says that it is low, or that data must be saved; asked once. */
export function PowerWatch() {
  const { state } = useApp();
  const [why, setWhy] = useState<"low" | "saveData" | null>(null);
  useEffect(() => hearDevice((device) => setWhy(whyOffered(device))), []);
  if (why === null || state.thrifty !== null) return null;
  return <PowerOffer why={why} />;
}
