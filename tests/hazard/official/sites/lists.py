"""Lists of places in exactly their published columns, written by the tests."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

OPENDATA_HEADER = [
    "全国地方公共団体コード",
    "ID",
    "名称",
    "名称_カナ",
    "名称_英字",
    "所在地_全国地方公共団体コード",
    "町字ID",
    "所在地_連結表記",
    "所在地_都道府県",
    "所在地_市区町村",
    "所在地_町字",
    "所在地_番地以下",
    "建物名等(方書)",
    "緯度",
    "経度",
    "標高",
    "電話番号",
    "内線番号",
    "連絡先メールアドレス",
    "連絡先FormURL",
    "連絡先備考（その他、SNSなど）",
    "郵便番号",
    "市区町村コード",
    "地方公共団体名",
    "災害種別_洪水",
    "災害種別_崖崩れ、土石流及び地滑り",
    "災害種別_高潮",
    "災害種別_地震",
    "災害種別_津波",
    "災害種別_大規模な火事",
    "災害種別_内水氾濫",
    "災害種別_火山現象",
    "指定避難所との重複",
    "想定収容人数",
    "対象となる町会・自治会",
    "URL",
    "画像",
    "画像_ライセンス",
    "備考",
]
SHELTERS_HEADER = [
    "NO",
    "共通ID",
    "都道府県名及び市町村名",
    "施設・場所名",
    "住所",
    "指定緊急避難場所との住所同一",
    "その他市町村長が必要と認める事項",
    "受入対象者",
    "緯度",
    "経度",
    "備考",
]
SCHOOL = {
    "全国地方公共団体コード": "72044",
    "ID": "0000000001",
    "名称": "平第一小学校",
    "所在地_市区町村": "福島県いわき市平字揚土5",
    "緯度": "37.0590",
    "経度": "140.8870",
    "災害種別_洪水": "1",
    "災害種別_地震": "1",
    "指定避難所との重複": "1",
    "想定収容人数": "1,060",
}
STAY = {
    "NO": "1",
    "共通ID": "E0720400001111",
    "都道府県名及び市町村名": "福島県いわき市",
    "施設・場所名": "平第一小学校",
    "住所": "福島県いわき市平字揚土5",
    "緯度": "37.0591",
    "経度": "140.8871",
}


def write_list(
    path: Path, header: Sequence[str], rows: Sequence[Mapping[str, str]], encoding: str = "utf-8-sig"
) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path
