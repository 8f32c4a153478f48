import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const zhCN: Same<typeof ja> = {
  "clock.slow": "这部手机的时钟慢了约{time}。本页面上的时间已更正。",
  "clock.fast": "这部手机的时钟快了约{time}。本页面上的时间已更正。",
  "clock.unsure": "无法确认这部手机的时钟是否正确，不显示剩余时间。请不要等待，立即行动。",
  "clock.minutes": "{n}分钟",
  "clock.hours": "{n}小时",
  "clock.days": "{n}天",
  "vague.worst": "这是按最危险的情况给出的答案。请选择您现在的位置。",
  "vague.same": "无论在哪里，要做的事都相同，但路线不同。请选择您现在的位置。",
  "vague.other": "在地图上或按地名选择",
  "outside.away": "本地图的城镇在{direction}方向，距此约{distance}。",
  "outside.still": "本页面仍可做的事",
  "outside.alerts": "阅读本地的通知",
  "outside.sites": "查看本地的避难处",
  "outside.place": "选择本地的一个地点，查询路线",
  "pushed.title": "通过推送收到的通知（{time}）",
  "pushed.note": "还无法取得详细内容，也没有收到解除。请按此通知行动。",
  "untrusted.data": "无法确认这些数据属于本地，不会使用。请换一个网络再试一次。",
  "layers.old": "灾害风险图（{kinds}）已更新，这部手机还没有收到。现在的结果依据的是旧图。请以当地通知为准。",
};
