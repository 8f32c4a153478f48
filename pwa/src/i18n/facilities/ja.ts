/** What can be used at a site. */
export const ja = {
  "usable.now": "いま使えるもの",
  "usable.wheelchair": "車いすで入れる",
  "usable.toilet": "トイレ",
  "usable.accessible_toilet": "車いす用トイレ",
  "usable.water": "水",
  "usable.power": "電気・充電",
  "usable.pets": "ペットと入れる",
  "usable.welfare": "配慮のいる人の場所",
  "usable.infants": "授乳・おむつ替え",
  "usable.medical": "救護",
} as const;
