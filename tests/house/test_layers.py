"""The one line of layers, pwa → api → hazard → router, and the purity of the core."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ORDER = ("router", "hazard", "api")
"""From the bottom up: a layer may import itself and what stands before it."""

IMPURE = frozenset(
    {"random", "secrets", "time", "datetime", "os", "socket", "http", "urllib", "requests", "redis"}
)
CORE = (
    "router/costs.py",
    "router/graph.py",
    "router/search",
    "router/place",
    "hazard/costs.py",
    "hazard/exposure.py",
    "hazard/decision",
    "hazard/departure",
    "hazard/advise",
    "hazard/indoor.py",
)


def python_files(*places: str) -> Iterator[Path]:
    for place in places:
        path = ROOT / place
        yield from [path] if path.suffix else sorted(path.rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, module) for every import in the file, those inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield node.lineno, node.module or ""


def test_checks_see_files() -> None:
    for layer in ORDER:
        assert len(list(python_files(layer))) > 3, layer
    assert {module for _, module in imports(ROOT / "router/graph.py")} >= {"numpy", "router.errors"}


@pytest.mark.parametrize("layer", ORDER)
def test_no_layer_knows_those_above(layer: str) -> None:
    forbidden = {*ORDER[ORDER.index(layer) + 1 :], "tests", "benchmarks"}
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in python_files(layer)
        for line, module in imports(path)
        if module.split(".")[0] in forbidden
    ]
    assert wrong == []


def test_core_touches_nothing() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in python_files(*CORE)
        for line, module in imports(path)
        if module.split(".")[0] in IMPURE
    ]
    assert wrong == []


def test_router_knows_no_web_and_hazard_no_server() -> None:
    web = {"fastapi", "starlette", "redis", "pywebpush", "osmnx", "httpx", "aiohttp", "typer", "granian"}
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in python_files("router", "hazard")
        for line, module in imports(path)
        if module.split(".")[0] in web
    ]
    assert wrong == []


def test_numba_lives_in_kernels() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in python_files(*ORDER)
        if path.name not in ("kernels.py", "kernel.py")
        for line, module in imports(path)
        if module.split(".")[0] == "numba" or module == "router.kernel"
    ]
    assert wrong == []
