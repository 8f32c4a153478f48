"""Plain sentences for every code that a decision can hold: (Japanese, English).

Official names are not here (`hazard.decision.official`). Never "safe": at most "outside the mapped zone".
"""

REASONS: dict[str, tuple[str, str]] = {
    "outside_zone": ("公表された区域の外です", "outside the mapped zone"),
    "not_surveyed": ("未調査です（安全とは言えません）", "not surveyed: not known to be safe"),
    "inside_zone": ("公表された区域の中です", "inside the mapped zone"),
    "red_zone": ("特別警戒区域の中です", "inside a special warning zone"),
    "collapse_zone": ("家屋倒壊等氾濫想定区域の中です", "inside a zone where houses may be swept away"),
    "by_cliff": ("崖のそばです", "beside a cliff or steep slope"),
    "low_lying": ("周りより低い土地です", "lower than the surroundings"),
    "at_shore": ("海岸や河口にいます", "on the shore or at a river mouth"),
    "level_not_known": ("避難情報を確認できません", "no evacuation information could be confirmed"),
    "level_0": ("避難情報は出ていません", "no evacuation information is in force"),
    "level_1": ("警戒レベル1です", "level 1 is in force"),
    "level_2": ("警戒レベル2です", "level 2 is in force"),
    "level_3": ("警戒レベル3です", "level 3 is in force"),
    "level_4": ("警戒レベル4です", "level 4 is in force"),
    "level_5": ("警戒レベル5です。移動はもう危険です", "level 5 is in force: travelling is dangerous now"),
    "takes_time": ("避難に時間がかかる人がいます", "somebody here takes time to leave"),
    "stay_in_possible": (
        "屋内安全確保の3つの条件を満たします",
        "the three conditions for staying in are met",
    ),
    "never_indoors": ("土砂災害では家にとどまれません", "staying in is never an option for landslide"),
    "outdoors": ("屋外にいます", "outdoors"),
    "collapse_unknown": (
        "家屋倒壊等氾濫想定区域の図がありません",
        "no map of house-collapse zones: not known to be outside",
    ),
    "depth_unknown": ("浸水の深さがわかりません", "the depth of the water is not known"),
    "floor_unknown": ("居室の高さがわかりません", "the height of the own floor is not known"),
    "floor_too_low": ("居室が浸水の深さより低いです", "the own floor is lower than the water"),
    "not_known_solid": (
        "5mを超える浸水で、丈夫な建物とわかりません",
        "over 5 m of water and not known to be a solid building",
    ),
    "duration_unknown": ("水が引くまでの時間がわかりません", "how long the water stays is not known"),
    "duration_too_long": ("3日より長く水が引きません", "the water stays longer than three days"),
    "supplies_unknown": ("水と食料の備えがわかりません", "water and food at hand are not known"),
    "supplies_too_short": (
        "水が引くまで備えがもちません",
        "water and food do not last until the water is gone",
    ),
    "tsunami_major_warning": ("大津波警報が出ています", "a Major Tsunami Warning is in force"),
    "tsunami_warning": ("津波警報が出ています", "a Tsunami Warning is in force"),
    "tsunami_advisory": ("津波注意報が出ています", "a Tsunami Advisory is in force"),
    "tsunami_forecast": ("津波予報（若干の海面変動）です", "slight sea-level change is forecast"),
    "tsunami_none": ("津波の情報は出ていません", "no tsunami information is in force"),
    "shaking": ("強い揺れ、または長い揺れがありました", "strong or long shaking was felt"),
    "order": ("避難指示が出ています", "an evacuation order is in force"),
    "building_damaged": ("建物が使えません", "the building cannot be used"),
    "building_usable": ("建物は使えます", "the building can be used"),
    "check_building": (
        "建物が使えるか、まだわかりません",
        "it is not known yet whether the building can be used",
    ),
    "fire_spreading": ("近くで火が広がっています", "fire is spreading close by"),
    "volcano_1": ("噴火警戒レベル1です", "volcanic alert level 1 is in force"),
    "volcano_2": ("噴火警戒レベル2です", "volcanic alert level 2 is in force"),
    "volcano_3": ("噴火警戒レベル3です", "volcanic alert level 3 is in force"),
    "volcano_4": ("噴火警戒レベル4です", "volcanic alert level 4 is in force"),
    "volcano_5": ("噴火警戒レベル5です", "volcanic alert level 5 is in force"),
    "way_unknown": ("道順はわかりません", "no way out is known here"),
    "no_way": ("避難先までの道がありません", "no street leads to a place to go"),
    "out_of_time": ("着く前に水が来る想定です", "the published scenario arrives before you would"),
}
"""Reasons, as they are listed under the advice."""

CHANGES: dict[str, tuple[str, str]] = {
    "town_says_leave": ("市町村が避難を呼びかけたら従う", "follow the town if it tells you to leave"),
    "signs_of_danger": (
        "水や土砂、煙が近づいたら、すぐ離れる",
        "leave at once if water, earth or smoke comes close",
    ),
    "if_by_cliff": ("崖のそばなら、避難が必要", "leaving is needed if you are beside a cliff"),
    "if_low_lying": (
        "周りより低い土地なら、避難が必要",
        "leaving is needed if the ground is lower than around",
    ),
    "map_published": ("この場所の図が公表されれば決まる", "a published map of this place would settle it"),
    "way_closed": (
        "道がふさがれたら、近くの丈夫な建物の上の階へ",
        "if the way is blocked: up, in a solid building nearby",
    ),
    "when_lifted": ("解除の知らせがあれば、また判断", "decide again when it is lifted"),
    "rises_higher": ("水や土砂が迫ったら、さらに上へ", "even higher if water or earth comes closer"),
    "conditions_known": (
        "3つの条件をすべて満たすとわかれば、屋内安全確保もできる",
        "staying in is possible once all three conditions are known to hold",
    ),
    "deeper_than_mapped": (
        "想定より深くなることもある。さらに上へ",
        "water may rise above the mapped depth: go higher",
    ),
    "at_level_3": ("警戒レベル3で出発", "leave at level 3"),
    "at_level_4": ("警戒レベル4で出発", "leave at level 4"),
    "in_doubt_leave": ("迷ったら早めに出る", "if in doubt, leave early"),
    "if_anyone_takes_time": (
        "避難に時間がかかる人がいれば、警戒レベル3で出発",
        "leave at level 3 if anybody takes time",
    ),
    "if_anyone_takes_time_now": (
        "避難に時間がかかる人がいれば、今すぐ出発",
        "leave now if anybody takes time",
    ),
    "at_warning": ("津波警報か大津波警報で、すぐ高い所へ", "go to high ground at once at a Tsunami Warning"),
    "at_shaking": (
        "強い揺れか長い揺れで、待たずに高い所へ",
        "go without waiting after strong or long shaking",
    ),
    "if_at_shore": (
        "海岸や河口にいるなら、すぐ離れる",
        "leave at once if you are on the shore or at a river mouth",
    ),
    "farther_is_better": ("余裕があれば、さらに高い所へ", "go even higher while there is time"),
    "if_building_damaged": ("建物が使えなければ避難場所へ", "go to a site if the building cannot be used"),
    "if_fire": ("火が近ければ広域避難場所へ", "go to a large open site if fire is close"),
    "at_volcano_4": ("噴火警戒レベル4で出発", "leave at volcanic alert level 4"),
    "at_volcano_5": ("噴火警戒レベル5で出発", "leave at volcanic alert level 5"),
}
"""What would change the advice."""

NOTES: dict[str, tuple[str, str]] = {
    "do_not_drive": ("車で出ない", "do not drive"),
    "keep_away_from_water": ("川や海に近づかない", "keep away from rivers and the sea"),
    "keep_away_from_slopes": ("崖や沢に近づかない", "keep away from slopes and small valleys"),
    "leave_basement": ("地下から上がる", "come up from the basement"),
    "in_doubt_leave": ("迷ったら早めに出る", "if in doubt, leave early"),
    "upper_room_away_from_slope": ("2階以上の、崖から遠い部屋へ", "upper floor, a room away from the slope"),
    "higher_in_solid_building": (
        "近くの丈夫な建物の、より高い階へ",
        "higher in this or a nearby solid building",
    ),
    "solid_building_next_door": ("隣の丈夫な建物も考える", "think of a solid building next door"),
    "solid_building": ("近くの丈夫な建物の中へ", "into a nearby solid building"),
    "safety_not_promised": ("必ず助かるとは限りません", "safety is not certain there"),
    "on_foot": ("歩く。車は使わない", "on foot, not by car"),
    "car_only_if_you_cannot_walk": ("歩けない人だけ車で", "by car only because somebody cannot walk"),
    "later_waves": (
        "津波は何回も来る。解除まで戻らない",
        "waves come again: do not go back until it is lifted",
    ),
    "relatives_or_site": (
        "区域の外の親戚や知人の家でもよい",
        "relatives or friends outside the zone are fine, too",
    ),
    "call_your_helper": ("支援する人に連絡する", "call your helper"),
    "with_pets": ("ペットも一緒に", "take pets with you"),
    "dark": ("暗い。明かりを持つ", "it is dark: take a light"),
}
"""How to go, and what to mind."""
