import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const es: Same<typeof ja> = {
  "clock.slow": "El reloj de este teléfono va unos {time} atrasado. Las horas de esta pantalla están corregidas.",
  "clock.fast": "El reloj de este teléfono va unos {time} adelantado. Las horas de esta pantalla están corregidas.",
  "clock.unsure":
    "No se puede comprobar el reloj de este teléfono. No se muestra el tiempo que queda. Actúe sin esperar.",
  "clock.minutes": "{n} min",
  "clock.hours": "{n} h",
  "clock.days": "{n, plural, one {# día} other {# días}}",
  "vague.worst": "Esta es la respuesta para el peor caso. Elija dónde está.",
  "vague.same": "Lo que hay que hacer es igual en toda la zona. El camino cambia: elija dónde está.",
  "vague.other": "Elegir en el mapa o por nombre",
  "outside.away": "La ciudad de este mapa está a unos {distance} de aquí ({direction}).",
  "outside.still": "Lo que esta pantalla aún puede hacer",
  "outside.alerts": "Leer los avisos de esta ciudad",
  "outside.sites": "Ver los lugares de evacuación de esta ciudad",
  "outside.place": "Elegir un lugar de esta ciudad y buscar el camino",
  "pushed.title": "Recibido como notificación ({time})",
  "pushed.note": "Aún no hay detalles, y nada dice que haya terminado. Actúe según este aviso.",
  "untrusted.data":
    "No se puede verificar que estos datos sean de esta ciudad. No se usan. Inténtelo de nuevo en otra red.",
  "layers.old":
    "El mapa de riesgos ({kinds}) se ha sustituido por otro más nuevo, que aún no está en este teléfono. Esta respuesta es según el mapa anterior. Lo que diga la ciudad va primero.",
};
