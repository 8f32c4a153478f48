"""One place of a list, whatever list it comes from."""

from dataclasses import dataclass
from enum import StrEnum

from hazard.kinds import HazardKind
from hazard.sites import Site


class PlaceCategory(StrEnum):
    """What a place is. The three are different things and are never mixed."""

    SITE = "evacuation_site"
    """指定緊急避難場所: run here first; designated for each hazard."""
    SHELTER = "shelter"
    """指定避難所: stay here later."""
    WELFARE = "welfare_shelter"
    """福祉避難所: for named persons by their own plan; never a general destination."""
    TSUNAMI_BUILDING = "tsunami_building"
    """津波避難ビル: when nothing higher is in time. Often not in the official list of sites."""


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One place as a list gives it.

    Attributes
    ----------
    id : str
        共通ID of the official list, or made from the source's own.
    name, address, remarks : str
    lon, lat : float
    category : PlaceCategory
    kinds : tuple of HazardKind
        Designated for these, in the official order.
    is_shelter : bool
        A designated shelter, too.
    capacity : int or None
        People.
    floors : int or None
        Storeys of a tsunami building.
    persons : str
        受入対象者 of a welfare shelter, as published.
    source : str
        The file.
    """

    id: str
    name: str
    address: str
    lon: float
    lat: float
    category: PlaceCategory = PlaceCategory.SITE
    kinds: tuple[HazardKind, ...] = ()
    is_shelter: bool = False
    capacity: int | None = None
    floors: int | None = None
    persons: str = ""
    remarks: str = ""
    source: str = ""

    def to_site(self) -> Site:
        """Return the record as an evacuation site that is not yet placed on a street."""
        return Site(
            id=self.id,
            name=self.name,
            address=self.address,
            lon=self.lon,
            lat=self.lat,
            kinds=self.kinds,
            remarks=self.remarks,
            is_shelter=self.is_shelter,
        )


@dataclass(frozen=True, slots=True)
class PlaceList:
    """What one list holds.

    Attributes
    ----------
    records : tuple of PlaceRecord
        In the order of the list.
    without_position : tuple of str
        Names of rows without coordinates, which were left out.
    """

    records: tuple[PlaceRecord, ...]
    without_position: tuple[str, ...] = ()


def record_of(site: Site, source: str) -> PlaceRecord:
    """Return a site of the official list (`hazard.official.sites_csv`) as a record."""
    return PlaceRecord(
        id=site.id,
        name=site.name,
        address=site.address,
        lon=site.lon,
        lat=site.lat,
        kinds=site.kinds,
        is_shelter=site.is_shelter,
        remarks=site.remarks,
        source=source,
    )
