import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const ko: Same<typeof ja> = {
  "clock.slow": "이 전화의 시계가 약 {time} 늦습니다. 이 화면의 시각은 바로잡았습니다.",
  "clock.fast": "이 전화의 시계가 약 {time} 빠릅니다. 이 화면의 시각은 바로잡았습니다.",
  "clock.unsure": "이 전화의 시계가 맞는지 확인할 수 없어 남은 시간을 표시하지 않습니다. 기다리지 말고 움직이십시오.",
  "clock.minutes": "{n}분",
  "clock.hours": "{n}시간",
  "clock.days": "{n}일",
  "vague.worst": "가장 위험한 경우의 답입니다. 지금 있는 곳을 고르십시오.",
  "vague.same": "어디에 있어도 할 일은 같습니다. 길은 다르므로 지금 있는 곳을 고르십시오.",
  "vague.other": "지도나 이름으로 고르기",
  "outside.away": "이 지도의 지역은 여기서 {direction}쪽으로 약 {distance}입니다.",
  "outside.still": "이 화면에서 아직 할 수 있는 것",
  "outside.alerts": "이 지역의 알림 읽기",
  "outside.sites": "이 지역의 피난처 보기",
  "outside.place": "이 지역 안의 장소를 골라 길 찾기",
  "pushed.title": "푸시로 받은 알림({time})",
  "pushed.note": "자세한 내용은 아직 받지 못했고, 해제 알림도 오지 않았습니다. 이 알림대로 움직이십시오.",
  "untrusted.data": "이 데이터가 이 지역의 것인지 확인할 수 없어 쓰지 않습니다. 다른 통신망에서 다시 해 보십시오.",
  "layers.old":
    "위험 지도({kinds})가 새것으로 바뀌었지만 이 전화에는 아직 없습니다. 지금 답은 이전 지도에 따른 것입니다. 지역의 알림을 먼저 따르십시오.",
};
