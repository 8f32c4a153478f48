"""What several endpoints of staff need."""

from collections.abc import Sequence
from typing import Annotated, Any, TypeAlias

import numpy as np
from fastapi import Depends, Request

from api.live.desk import Acting, Done
from api.staff.desks import AreaDesk, Staff
from api.staff.guard import signed_in, staff_of
from api.staff.http.contract import Acted, ActRequest
from api.staff.roles import Principal, Role
from hazard.world.codec.read import event_to_json
from router.graph import StreetGraph

PREFIX = "/v1/staff/areas/{area}"
Viewer: TypeAlias = Annotated[Principal, Depends(signed_in(Role.VIEWER))]
Operator: TypeAlias = Annotated[Principal, Depends(signed_in(Role.OPERATOR))]


def desk_of(request: Request, area: str) -> tuple[Staff, AreaDesk]:
    """Return staff's things and the desk of an area that the guard has let pass."""
    staff = staff_of(request)
    return staff, staff.desks[area]


def acting(who: Principal, body: ActRequest) -> Acting:
    """Return who acts and how, as the desk takes it."""
    return Acting(who.account, body.drill, body.key)


def acted(done: Done) -> Acted:
    """Return what was done as it is told."""
    return Acted(entry=done.entry, event=event_to_json(done.event))


def multi_line(graph: StreetGraph, streets: Sequence[int]) -> dict[str, Any]:
    """Return streets as a GeoJSON MultiLineString."""
    return {"type": "MultiLineString", "coordinates": [line(graph, street) for street in streets]}


def line(graph: StreetGraph, street: int) -> list[tuple[float, float]]:
    """Return the shape of a street in degrees."""
    span = slice(int(graph.street_first_point[street]), int(graph.street_first_point[street + 1]))
    lon, lat = graph.point_lon_e7[span] / 1e7, graph.point_lat_e7[span] / 1e7
    return list(zip(lon.tolist(), lat.tolist(), strict=True))


def length_m(graph: StreetGraph, streets: Sequence[int]) -> int:
    """Return the length of streets."""
    edges = graph.street_edge[np.asarray(streets, np.int64)]
    return round(float(graph.edge_length_mm[edges].sum(dtype=np.int64)) / 1000)


def name_of(graph: StreetGraph, street: int | None) -> str:
    """Return the name of a street, empty where it has none."""
    if street is None or not 0 <= street < graph.n_streets:
        return ""
    return graph.names[int(graph.street_name[street])]
