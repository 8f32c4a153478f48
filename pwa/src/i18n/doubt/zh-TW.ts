import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const zhTW: Same<typeof ja> = {
  "clock.slow": "這部手機的時鐘慢了約{time}。本頁面上的時間已更正。",
  "clock.fast": "這部手機的時鐘快了約{time}。本頁面上的時間已更正。",
  "clock.unsure": "無法確認這部手機的時鐘是否正確，不顯示剩餘時間。請不要等待，立即行動。",
  "clock.minutes": "{n}分鐘",
  "clock.hours": "{n}小時",
  "clock.days": "{n}天",
  "vague.worst": "這是依最危險的情況給出的答案。請選擇您現在的位置。",
  "vague.same": "無論在哪裡，要做的事都相同，但路線不同。請選擇您現在的位置。",
  "vague.other": "在地圖上或依地名選擇",
  "outside.away": "本地圖的城鎮在{direction}方向，距此約{distance}。",
  "outside.still": "本頁面仍可做的事",
  "outside.alerts": "閱讀本地的通知",
  "outside.sites": "查看本地的避難處",
  "outside.place": "選擇本地的一個地點，查詢路線",
  "pushed.title": "透過推播收到的通知（{time}）",
  "pushed.note": "還無法取得詳細內容，也沒有收到解除。請依此通知行動。",
  "untrusted.data": "無法確認這些資料屬於本地，不會使用。請換一個網路再試一次。",
  "layers.old": "災害風險圖（{kinds}）已更新，這支手機還沒有收到。現在的結果依據的是舊圖。請以當地通知為準。",
};
