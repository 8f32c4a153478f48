/**
 * The one entry of the page and of the engine in its worker: a phone fetches both in one file, which is smaller than
 * two, and the worker begins without asking the network again.
 */
import { startPage } from "./app/start.tsx";
import type { Port } from "./engine/messages.ts";
import { serve } from "./engine/serve.ts";

if ("document" in globalThis) startPage(import.meta.url);
else serve(globalThis as unknown as Port);
