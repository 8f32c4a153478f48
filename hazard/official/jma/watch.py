"""What one of our areas listens to."""

from collections.abc import Iterator
from dataclasses import dataclass
from re import fullmatch

from hazard.official.jma.contents.events import INTENSITIES
from hazard.official.jma.telegram import Area
from router.errors import InputError, Problem


@dataclass(frozen=True, slots=True)
class AreaWatch:
    """The agency's codes for one of our areas, and what may go out without staff.

    Attributes
    ----------
    area : str
        Our own id of the area.
    municipalities : tuple of str
        Five digits (全国地方公共団体コード); the wards of a designated city as well: earthquakes name those.
    forecast_areas : tuple of str
        Six digits (府県予報区, 一次細分区域), for bulletins.
    tsunami_areas : tuple of str
        Three digits (津波予報区).
    rivers : tuple of str
        Forecast areas of rivers (予報区域, 発表区間); besides them any river that names a municipality.
    volcanoes : tuple of str
        Three digits; besides them any volcano that names a municipality.
    from_level : int
        Milder levels are not proposed (but a fall below it is).
    from_intensity : str
        Weaker earthquakes are not proposed.
    auto_tsunami : bool
        大津波警報 and 津波警報 may go out by themselves.
    auto_level_5 : bool
        レベル５ of rain, rivers, landslides and storm surge may go out by themselves.
    tell_warnings : bool
        What the agency has in force is told to phones as it is: a level, a grade, never an order.

    Raises
    ------
    InputError
        All wrong codes at once.
    """

    area: str
    municipalities: tuple[str, ...] = ()
    forecast_areas: tuple[str, ...] = ()
    tsunami_areas: tuple[str, ...] = ()
    rivers: tuple[str, ...] = ()
    volcanoes: tuple[str, ...] = ()
    from_level: int = 3
    from_intensity: str = "5-"
    auto_tsunami: bool = False
    auto_level_5: bool = False
    tell_warnings: bool = False

    def __post_init__(self) -> None:
        problems = list(self._problems())
        if problems:
            raise InputError(problems)

    def names_municipality(self, area: Area) -> bool:
        """Tell whether a 市町村等 is one of ours, or a part of one."""
        return area.code[:5] in self.municipalities

    def _problems(self) -> Iterator[Problem]:
        source = f"watch of area {self.area!r}"
        if not self.area:
            yield Problem(source, "area", "an id", "nothing")
        for name, digits in (
            ("municipalities", "[0-9]{5}"),
            ("forecast_areas", "[0-9]{6}"),
            ("tsunami_areas", "[0-9]{3}"),
            ("rivers", "[0-9]{8,14}"),
            ("volcanoes", "[0-9]{3}"),
        ):
            for code in getattr(self, name):
                if not fullmatch(digits, code):
                    yield Problem(source, name, f"a code like {digits}", repr(code))
        if not 1 <= self.from_level <= 5:
            yield Problem(source, "from_level", "1 to 5", str(self.from_level))
        if self.from_intensity not in INTENSITIES:
            yield Problem(source, "from_intensity", " ".join(INTENSITIES), repr(self.from_intensity))
