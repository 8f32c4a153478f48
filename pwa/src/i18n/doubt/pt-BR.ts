import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const ptBR: Same<typeof ja> = {
  "clock.slow": "O relógio deste celular está cerca de {time} atrasado. As horas nesta tela estão corrigidas.",
  "clock.fast": "O relógio deste celular está cerca de {time} adiantado. As horas nesta tela estão corrigidas.",
  "clock.unsure": "Não é possível conferir o relógio deste celular. O tempo restante não é mostrado. Aja sem esperar.",
  "clock.minutes": "{n} min",
  "clock.hours": "{n} h",
  "clock.days": "{n, plural, one {# dia} other {# dias}}",
  "vague.worst": "Esta é a resposta para o pior caso. Escolha onde você está.",
  "vague.same": "O que fazer é igual em toda a área. O caminho muda: escolha onde você está.",
  "vague.other": "Escolher no mapa ou pelo nome",
  "outside.away": "A cidade deste mapa fica a cerca de {distance} daqui ({direction}).",
  "outside.still": "O que esta tela ainda pode fazer",
  "outside.alerts": "Ler os avisos desta cidade",
  "outside.sites": "Ver os locais de evacuação desta cidade",
  "outside.place": "Escolher um lugar nesta cidade e achar o caminho",
  "pushed.title": "Recebido por notificação ({time})",
  "pushed.note": "Ainda não há detalhes, e nada diz que terminou. Aja de acordo com este aviso.",
  "untrusted.data":
    "Não é possível verificar que estes dados são desta cidade. Não são usados. Tente de novo em outra rede.",
  "layers.old":
    "O mapa de riscos ({kinds}) foi substituído por um mais novo, que ainda não está neste telefone. Esta resposta é pelo mapa antigo. O aviso da cidade vem primeiro.",
};
