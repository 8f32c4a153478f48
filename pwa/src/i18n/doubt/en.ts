import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const en: Same<typeof ja> = {
  "clock.slow": "This phone's clock is about {time} slow. The times on this screen are corrected.",
  "clock.fast": "This phone's clock is about {time} fast. The times on this screen are corrected.",
  "clock.unsure": "This phone's clock cannot be checked. No time left is shown. Act without waiting.",
  "clock.minutes": "{n} min",
  "clock.hours": "{n} h",
  "clock.days": "{n, plural, one {# day} other {# days}}",
  "vague.worst": "This is the answer for the worst case. Choose where you are.",
  "vague.same": "What to do is the same all around. The way differs: choose where you are.",
  "vague.other": "Choose on the map or by name",
  "outside.away": "The town of this map is about {distance} from here ({direction}).",
  "outside.still": "What this screen can still do",
  "outside.alerts": "Read this town's alerts",
  "outside.sites": "See this town's evacuation sites",
  "outside.place": "Choose a place in this town and find the way",
  "pushed.title": "Received as a notification ({time})",
  "pushed.note": "Its details cannot be fetched yet, and nothing says that it is over. Act on it.",
  "untrusted.data": "This data cannot be verified as this town's. It is not used. Try again on another network.",
  "layers.old":
    "The hazard map ({kinds}) has been replaced by a newer one, which is not on this phone yet. This answer is by the older map. What the town says comes first.",
};
