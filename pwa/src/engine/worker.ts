/** The worker's entry: nothing but the engine behind a port, so that the page never waits for it. */
import type { Port } from "./messages.ts";
import { serve } from "./serve.ts";

serve(globalThis as unknown as Port);
