"""From a draft or an alert in force to what its texts are about."""

from collections.abc import Sequence

from api.alerts.extent import Outline, outline_of
from api.alerts.extent.bounds import bounding_streets
from api.alerts.extent.towns import is_drawn
from api.alerts.life.draft import Draft
from api.alerts.texts.compose import AlertText, texts_of
from api.alerts.texts.said import Said, grade_of
from hazard.kinds import HazardKind
from hazard.region import Region
from hazard.world.world import Alert, SiteStatus, State
from router.errors import InputError

MOST_SITES = 5
"""More names make a text that nobody finishes; the screen shows all."""
TAKES = (SiteStatus.OPEN, SiteStatus.FILLING)


def said_of_draft(region: Region, draft: Draft, outline: Outline, state: State) -> Said:
    """Return what the texts of a draft are about, with the sites that are open now."""
    extent = draft.extent
    return Said(
        area=region.name,
        kinds=draft.kinds,
        level=draft.level,
        grade=draft.grade,
        towns=extent.towns,
        drawn=bool(extent.meshes or extent.polygons),
        zones=extent.zones,
        streets=bounding_streets(outline),
        sites=open_sites(region, draft.kinds, state),
        until=draft.until,
        note=draft.note,
        drill=draft.drill,
        update=draft.replaces is not None,
    )


def said_of_alert(region: Region, alert: Alert, *, drill: bool) -> Said:
    """Return what the texts of an alert in force are about: enough to say that it has changed or ended."""
    extent = alert.extent
    try:
        streets = bounding_streets(outline_of(region, extent))
    except InputError:  # given on another server, for another build of the region
        streets = ()
    return Said(
        area=region.name,
        kinds=alert.kinds,
        level=alert.level,
        grade=alert.grade or (grade_of(alert.source) if HazardKind.TSUNAMI in alert.kinds else None),
        towns=extent.towns,
        drawn=is_drawn(region, extent),
        zones=extent.zones,
        streets=streets,
        until=alert.until,
        drill=drill,
        update=alert.edition > 1,
    )


def open_sites(region: Region, kinds: Sequence[HazardKind], state: State) -> tuple[str, ...]:
    """Return the names of the sites that staff told to be open and that suit every kind, at most five."""
    wanted = set(kinds)
    return tuple(
        site.name
        for site in region.sites
        if site.id in state.sites and state.sites[site.id].status in TAKES and wanted <= set(site.kinds)
    )[:MOST_SITES]


def told_texts(alert: Alert, said: Said) -> dict[str, AlertText]:
    """Return the texts that an alert was issued with; ours where it was issued without (the command line)."""
    if not alert.text:
        return texts_of(said)
    ours, told = texts_of(said), {}
    for lang, whole in alert.text.items():
        title, _, body = whole.partition("\n")
        told[lang] = AlertText(title, body or title, "", ours[lang].reference if lang in ours else True)
    return told if "ja" in told else ours
