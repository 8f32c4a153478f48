"""The API's page at /docs: Swagger UI from this server, no third party, no inline script.

FastAPI's own page loads its script from a CDN, which fails without internet and under our policy. Only the
static files of the package ``fastapi-swagger`` are used.
"""

from importlib.resources import files

from fastapi import APIRouter
from starlette.responses import Response

from api.http.headers import CONTENT_SECURITY_POLICY

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nigemichi API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
"""
START = """SwaggerUIBundle({url: "openapi.json", dom_id: "#swagger-ui", deepLinking: true});
"""
ASSETS = {"swagger-ui-bundle.js": "text/javascript", "swagger-ui.css": "text/css"}
# Swagger UI writes style attributes; the rest of the policy stands.
POLICY = CONTENT_SECURITY_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")

router = APIRouter(include_in_schema=False)


@router.get("/docs")
async def docs() -> Response:
    """Return the page."""
    headers = {"content-security-policy": POLICY, "cache-control": "no-cache"}
    return Response(PAGE, headers=headers, media_type="text/html")


@router.get("/docs/start.js")
async def start() -> Response:
    """Return the script that starts Swagger UI."""
    return Response(START, headers={"cache-control": "no-cache"}, media_type="text/javascript")


@router.get("/docs/swagger-ui-bundle.js")
async def script() -> Response:
    """Return Swagger UI's script."""
    return _asset("swagger-ui-bundle.js")


@router.get("/docs/swagger-ui.css")
async def style() -> Response:
    """Return Swagger UI's style sheet."""
    return _asset("swagger-ui.css")


def _asset(name: str) -> Response:
    content = (files("fastapi_swagger.resources") / name).read_bytes()
    return Response(content, headers={"cache-control": "max-age=86400"}, media_type=ASSETS[name])
