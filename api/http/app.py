"""The web application: the one place where settings, regions, routes and guards are put together."""

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import anyio.to_thread
from fastapi import FastAPI

from api import version
from api.alerts.alerts import Alerts
from api.alerts.http import public as alerts
from api.alerts.http import staff as staff_alerts
from api.decide import http as decide
from api.http import docs, failures, live, page, regions, route
from api.http.front import LiveFront, RouteFront
from api.http.guard import AccessLog, BehindProxies, BodyGuard
from api.http.headers import SecurityHeaders
from api.http.shelf import Shelf
from api.http.stopping import on_stop
from api.live.live import Live, log_url
from api.push import http as push
from api.push.setup import desk_of
from api.settings import Settings
from api.staff import http as staff
from api.staff.desks import Staff
from api.text import http as text

DESCRIPTION = """Evacuation routes over streets weighed by hazard.

Nothing here promises safety: what is not surveyed is said to be unknown, and "no safe route" is an answer.
Positions are taken in request bodies only, and are never logged."""


def create_app(settings: Settings) -> FastAPI:
    """Return the ASGI application that serves ``settings.regions`` and the page.

    Regions are opened here, so that a bad one stops the server before it listens.
    """
    shelf = Shelf.open(settings.regions, settings.max_plans)
    world = Live.of(settings, {name: one.engine for name, one in shelf.served.items()})
    app = FastAPI(
        title="Nigemichi",
        version=version(),
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan(shelf, world),
        responses=failures.RESPONSES,
    )
    app.state.shelf = shelf
    app.state.live = world
    app.state.push = desk_of(settings.state, log_url(settings), shelf.served)
    app.state.alerts = Alerts.of(settings.state, log_url(settings), world.followers, settings.log_replicas)
    app.state.staff = Staff.of(settings.state, log_url(settings), world.followers, settings.log_replicas)
    failures.install(app)
    for part in (route, decide, regions, live, push, alerts, staff_alerts, staff, text, docs):
        app.include_router(part.router)
    app.include_router(page.router_for(settings.page_dir))
    app.add_middleware(
        BodyGuard,
        max_body_bytes=settings.max_body_bytes,
        max_staff_body_bytes=settings.max_staff_body_bytes,
    )
    app.add_middleware(SecurityHeaders)
    app.add_middleware(AccessLog)
    app.add_middleware(BehindProxies, proxies=settings.proxies)
    app.add_middleware(RouteFront, shelf=shelf, live=world, max_body_bytes=settings.max_body_bytes)
    app.add_middleware(LiveFront, live=world)
    return app


def _lifespan(shelf: Shelf, world: Live) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await shelf.warm()
        await anyio.to_thread.run_sync(world.start)
        app.state.alerts.start()
        on_stop(world.end_streams)
        gc.collect()
        gc.freeze()  # what is there now stays: looking through it again and again makes answers late
        try:
            yield
        finally:
            await anyio.to_thread.run_sync(app.state.alerts.stop)
            await anyio.to_thread.run_sync(world.stop)
            if app.state.push is not None:
                await app.state.push.close()

    return lifespan
