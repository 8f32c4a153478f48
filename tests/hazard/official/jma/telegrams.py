"""Small telegrams, written for the tests: only the elements that are read, made-up places and texts."""

from dataclasses import dataclass, replace
from itertools import count
from xml.sax.saxutils import escape

from hazard.official.jma import Telegram, parse_telegram

METEOROLOGY = "http://xml.kishou.go.jp/jmaxml1/body/meteorology1/"
SEISMOLOGY = "http://xml.kishou.go.jp/jmaxml1/body/seismology1/"
VOLCANOLOGY = "http://xml.kishou.go.jp/jmaxml1/body/volcanology1/"
BASIS = "http://xml.kishou.go.jp/jmaxml1/elementBasis1/"

SHIRANAMI, TONARI = ("9920100", "白波町"), ("9920200", "隣町")


@dataclass(frozen=True)
class Letter:
    """What a telegram is made of. ``minute`` is the minute of 12 o'clock UTC at which it is sent."""

    title: str
    body: str
    minute: int = 0
    day: int = 1
    status: str = "通常"
    office: str = "白波地方気象台"
    info_type: str = "発表"
    event_id: str = ""
    serial: str = ""
    subject: str = "白波県のお知らせ"
    headline: str = "本文はこのまま出す。"
    information: str = ""
    namespace: str = METEOROLOGY

    def xml(self) -> str:
        sent = f"2026-06-{self.day:02}T12:{self.minute:02}"
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
<Control><Title>{self.title}</Title><DateTime>{sent}:00Z</DateTime><Status>{self.status}</Status>
<EditorialOffice>{self.office}</EditorialOffice><PublishingOffice>{self.office}</PublishingOffice></Control>
<Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>{self.subject}</Title>
<ReportDateTime>2026-06-{self.day:02}T21:{self.minute:02}:00+09:00</ReportDateTime>
<TargetDateTime>2026-06-{self.day:02}T21:{self.minute:02}:00+09:00</TargetDateTime>
<EventID>{self.event_id}</EventID><InfoType>{self.info_type}</InfoType><Serial>{self.serial}</Serial>
<InfoKind>試し</InfoKind><InfoKindVersion>1.0_0</InfoKindVersion>
<Headline><Text>{escape(self.headline)}</Text>{self.information}</Headline></Head>
<Body xmlns="{self.namespace}" xmlns:jmx_eb="{BASIS}">{self.body}</Body>
</Report>"""

    def data(self) -> bytes:
        return self.xml().encode()

    def parse(self) -> Telegram:
        return parse_telegram(self.data(), "letter.xml")

    def cancel(self, minute: int) -> "Letter":
        body = "<Text>誤りでした。</Text>"
        return replace(self, info_type="取消", body=body, information="", minute=minute)


def area(place: tuple[str, str]) -> str:
    return f"<Area><Name>{place[1]}</Name><Code>{place[0]}</Code></Area>"


def kind(code: str, name: str, status: str = "", condition: str = "") -> str:
    parts = [f"<Name>{name}</Name><Code>{code}</Code>"]
    parts += [f"<Status>{status}</Status>"] if status else []
    parts += [f"<Condition>{condition}</Condition>"] if condition else []
    return f"<Kind>{''.join(parts)}</Kind>"


NOTHING = "<Kind><Status>発表警報・注意報はなし</Status></Kind>"


def warning(*items: tuple[tuple[str, str], str], group: str = "大雨", **about: object) -> Letter:
    """Return one of VPWW55 to VPWW61 with (place, kinds) for each municipality."""
    listed = "".join(f"<Item>{kinds}{area(place)}</Item>" for place, kinds in items)
    body = f'<Warning type="気象警報・注意報（市町村等）">{listed}</Warning>'
    about = {"subject": f"白波県{group}警報・注意報"} | about
    return Letter(f"気象警報・注意報（Ｒ０６）（{group}）", body, **about)  # type: ignore[arg-type]


def transitional(*items: tuple[tuple[str, str], str], **about: object) -> Letter:
    """Return VPWW54."""
    return replace(warning(*items, **about), title="気象警報・注意報（Ｈ２７）")


def landslide_alert(*items: tuple[tuple[str, str], str], **about: object) -> Letter:
    """Return VXWW50."""
    listed = "".join(f"<Item>{kinds}{area(place)}</Item>" for place, kinds in items)
    body = f'<Warning type="土砂災害警戒情報">{listed}</Warning>'
    return Letter("土砂災害警戒情報", body, **about)  # type: ignore[arg-type]


def river(
    code: str,
    name: str,
    *cities: tuple[str, str],
    place: tuple[str, str] = ("990000000100", "白波川"),
    **about: object,
) -> Letter:
    """Return VXKO."""
    listed = "".join(
        f"<Area><Name>観測所</Name><City>{n}</City><CityCode>{c}</CityCode></Area>" for c, n in cities
    )
    information = (
        f'<Information type="指定河川洪水予報（予報区域）"><Item>{kind(code, name)}'
        f"<Areas>{area(place)}</Areas></Item></Information>"
    )
    body = (
        '<Warning type="指定河川洪水予報"><Item><Kind><Property><Type>主文</Type><Text>川の本文。</Text>'
        f"</Property></Kind></Item><Item><Kind/><Areas>{listed}</Areas></Item></Warning>"
    )
    about = {"event_id": place[0], "information": information} | about
    return Letter("指定河川洪水予報", body, **about)  # type: ignore[arg-type]


def coast(place: tuple[str, str], code: str, name: str, height: str = "", first: str = "") -> str:
    return (
        f"<Item>{area(place)}<Category>{kind(code, name)}<LastKind><Name>津波なし</Name><Code>00</Code>"
        f"</LastKind></Category>{first}{height}</Item>"
    )


def height(value: str, description: str, condition: str = "") -> str:
    told = f' condition="{condition}"' if condition else ""
    return (
        f'<MaxHeight><jmx_eb:TsunamiHeight type="津波の高さ" unit="m"{told} description="{description}">'
        f"{value}</jmx_eb:TsunamiHeight></MaxHeight>"
    )


def tsunami(
    *coasts: str, title: str = "津波警報・注意報・予報a", observed: str = "", **about: object
) -> Letter:
    """Return VTSE41 (or another of its family)."""
    forecast = f"<Forecast>{''.join(coasts)}</Forecast>" if coasts else ""
    about = {"event_id": "20260601210000", "namespace": SEISMOLOGY} | about
    return Letter(title, f"<Tsunami>{observed}{forecast}</Tsunami>", **about)  # type: ignore[arg-type]


def volcano(code: str, name: str, *targets: tuple[tuple[str, str], str], **about: object) -> Letter:
    """Return VFVO50 of 白波山."""
    asked = "".join(f"<Item>{kinds}<Areas>{area(place)}</Areas></Item>" for place, kinds in targets)
    body = (
        f'<VolcanoInfo type="噴火警報・予報（対象火山）"><Item>{kind(code, name)}'
        f"<Areas>{area(('999', '白波山'))}</Areas></Item></VolcanoInfo>"
        f'<VolcanoInfo type="噴火警報・予報（対象市町村の防災対応等）">{asked}</VolcanoInfo>'
    )
    about = {"event_id": "999", "namespace": VOLCANOLOGY} | about
    return Letter("噴火警報・予報", body, **about)  # type: ignore[arg-type]


def quake(*cities: tuple[tuple[str, str], str], **about: object) -> Letter:
    """Return VXSE53."""
    listed = "".join(f"<City><Name>{p[1]}</Name><Code>{p[0]}</Code>{said}</City>" for p, said in cities)
    about = {"event_id": "20260601210000", "namespace": SEISMOLOGY, "subject": "震源・震度情報"} | about
    body = f"<Intensity><Observation><Pref><Area>{listed}</Area></Pref></Observation></Intensity>"
    return Letter("震源・震度に関する情報", body, **about)  # type: ignore[arg-type]


def bulletin(tags: str, *places: tuple[str, str], **about: object) -> Letter:
    """Return VPBS50."""
    information = (
        f'<Information type="情報タグ"><Item><Kind><Name>情報タグ</Name><Condition>{tags}</Condition></Kind>'
        f"<Areas>{''.join(map(area, places))}</Areas></Item></Information>"
    )
    about = {"event_id": "B1", "information": information, "subject": "白波県気象防災速報"} | about
    return Letter("府県気象防災速報", "", **about)  # type: ignore[arg-type]


def one_of_each() -> list[Letter]:
    """Return a letter of every family."""
    minutes = count()
    return [
        warning(
            (SHIRANAMI, kind("43", "レベル４大雨危険警報", "発表")), (TONARI, NOTHING), minute=next(minutes)
        ),
        transitional((SHIRANAMI, kind("03", "大雨警報", "継続", "浸水害")), minute=next(minutes)),
        landslide_alert((SHIRANAMI, kind("3", "警戒", "発表")), minute=next(minutes)),
        river("40", "レベル４氾濫危険警報", SHIRANAMI, minute=next(minutes)),
        tsunami(
            coast(("990", "白波県"), "53", "大津波警報：発表", height("NaN", "巨大", "不明")),
            minute=next(minutes),
        ),
        volcano("15", "レベル５（避難）", (SHIRANAMI, kind("41", "噴火警報：避難等")), minute=next(minutes)),
        quake((SHIRANAMI, "<MaxInt>6-</MaxInt>"), minute=next(minutes)),
        bulletin("線状降水帯発生", ("990010", "白波北部"), minute=next(minutes)),
    ]
