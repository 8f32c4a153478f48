/** Whose data this is, with date and licence. */
export const ja = {
  "data.title": "このデータでできています",
  "data.date": "日付：{date}",
  "data.noDate": "日付：記載なし",
  "data.licence": "利用条件：{licence}",
  "data.noLicence": "利用条件：記載なし",
  "data.credit": "出典：{credit}",
  "data.noCredit": "出典：記載なし",
} as const;
