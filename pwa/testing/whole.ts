/** Tests of the core run with the whole engine; what its worker fetches, and when, src/engine/tests/rest.test.ts tells. */
import { fillSlots } from "../src/core/hazard/advise/rest.ts";

fillSlots();
