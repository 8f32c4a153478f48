import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const tl: Same<typeof ja> = {
  "clock.slow": "Huli nang mga {time} ang orasan ng teleponong ito. Naitama ang oras sa screen na ito.",
  "clock.fast": "Maaga nang mga {time} ang orasan ng teleponong ito. Naitama ang oras sa screen na ito.",
  "clock.unsure":
    "Hindi matiyak kung tama ang orasan ng teleponong ito. Hindi ipinapakita ang natitirang oras. Kumilos, huwag maghintay.",
  "clock.minutes": "{n} min",
  "clock.hours": "{n} oras",
  "clock.days": "{n} araw",
  "vague.worst": "Ito ang sagot para sa pinakamapanganib na kaso. Piliin kung nasaan ka.",
  "vague.same": "Pareho ang gagawin saanman. Iba ang daan: piliin kung nasaan ka.",
  "vague.other": "Pumili sa mapa o ayon sa pangalan",
  "outside.away": "Mga {distance} mula rito ang bayan ng mapang ito ({direction}).",
  "outside.still": "Magagawa pa ng screen na ito",
  "outside.alerts": "Basahin ang mga abiso ng bayang ito",
  "outside.sites": "Tingnan ang mga lugar ng paglikas ng bayang ito",
  "outside.place": "Pumili ng lugar sa bayang ito at hanapin ang daan",
  "pushed.title": "Dumating bilang notification ({time})",
  "pushed.note": "Hindi pa makuha ang detalye, at wala pang abiso na tapos na ito. Sundin ito.",
  "untrusted.data":
    "Hindi matiyak na sa bayang ito ang datos na ito kaya hindi ginagamit. Subukan muli sa ibang network.",
  "layers.old":
    "May mas bagong mapa ng panganib ({kinds}) na wala pa sa teleponong ito. Ang sagot na ito ay ayon sa lumang mapa. Unahin ang sinasabi ng bayan.",
};
