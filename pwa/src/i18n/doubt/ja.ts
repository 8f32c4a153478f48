/**
 * What is said where something is in doubt: the clock, the position, who vouches for it; in Japanese, the language of record
 * (see ../first/ja.ts).
 */
export const ja = {
  "clock.slow": "この電話の時計が約{time}ずれています（遅れています）。この画面の時刻は直してあります。",
  "clock.fast": "この電話の時計が約{time}ずれています（進んでいます）。この画面の時刻は直してあります。",
  "clock.unsure": "この電話の時計が正しいか確かめられません。残り時間は出しません。待たずに動いてください。",
  "clock.minutes": "{n}分",
  "clock.hours": "{n}時間",
  "clock.days": "{n}日",
  "vague.worst": "いちばん危ない場合の答えです。今いる所を選んでください。",
  "vague.same": "どこにいても、することは同じです。道順は違うので、今いる所を選んでください。",
  "vague.other": "地図や名前で選ぶ",
  "outside.away": "この地図の町は、ここから{direction}へ約{distance}です。",
  "outside.still": "この画面でまだできること",
  "outside.alerts": "この町の知らせを読む",
  "outside.sites": "この町の避難先を見る",
  "outside.place": "この町の中の場所を選んで、道順を調べる",
  "pushed.title": "通知で届いた知らせ（{time}）",
  "pushed.note": "くわしい内容はまだ取れていません。取り消しは届いていません。この知らせのとおりに動いてください。",
  "untrusted.data":
    "このデータは、この町のものと確かめられません。使いません。別の電波の所で、もう一度試してください。",
  "layers.old":
    "ハザードマップ（{kinds}）が新しくなりました。この電話にはまだ届いていません。今の答えは古い地図によるものです。町の知らせを優先してください。",
} as const;
