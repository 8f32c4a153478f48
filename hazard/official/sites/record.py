"""One place of a list, whatever list it comes from."""

from dataclasses import dataclass

from hazard.kinds import HazardKind
from hazard.places import Place, PlaceCategory
from hazard.sites import Site


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
            capacity=self.capacity,
        )

    def to_place(self) -> Place:
        """Return a record that is not a general destination as a place, not yet on a street."""
        return Place(self.to_site(), self.category, self.floors, self.persons)


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
