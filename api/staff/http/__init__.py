"""The endpoints of staff, and the residents' reports."""

from fastapi import APIRouter

from api.staff.http import delivery, inbox, public, roads, session, sites, trail, world

router = APIRouter()
for part in (session, world, roads, sites, inbox, trail, delivery, public):
    router.include_router(part.router)
