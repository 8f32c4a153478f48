"""A client that talks to an application in this process, without a socket."""

from typing import Any

import anyio
import httpx
from starlette.types import ASGIApp


class Client:
    """Requests to ``app``; unlike a browser it does not tidy up paths when given a raw one."""

    def __init__(self, app: ASGIApp, *, raise_app_exceptions: bool = True) -> None:
        self.transport = httpx.ASGITransport(app, raise_app_exceptions=raise_app_exceptions)

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            async with httpx.AsyncClient(transport=self.transport, base_url="http://testserver") as client:
                return await client.request(method, path, **options)

        return anyio.run(send)

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.request("GET", path, **options)

    def head(self, path: str, **options: Any) -> httpx.Response:
        return self.request("HEAD", path, **options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        return self.request("POST", path, **options)
