"""One screen: files of at most 400 lines, bodies of 50 (kernels 80), folders of a dozen files."""

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILE_LINES, FUNCTION_LINES, KERNEL_LINES, FOLDER_FILES = 400, 50, 80, 12
CODE = {".py", ".ts", ".tsx", ".css"}
GENERATED = {"pwa/src/api/schema.ts"}


def tracked() -> list[Path]:
    """Return the project's code files: those git tracks or would track."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [
        ROOT / name
        for name in names
        if Path(name).suffix in CODE and name not in GENERATED and (ROOT / name).exists()
    ]


def test_files_fit_a_few_screens() -> None:
    sizes = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in tracked()
    }
    assert len(sizes) > 20
    assert {name: size for name, size in sizes.items() if size > FILE_LINES} == {}


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of what a function does: without its parameters (a command's options) and docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_fit_one_screen() -> None:
    too_long = []
    for path in tracked():
        if path.suffix != ".py":
            continue
        limit = KERNEL_LINES if path.name == "kernels.py" else FUNCTION_LINES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = body_lines(node)
                if size > limit:
                    too_long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {size} lines")
    assert too_long == []


def test_folders_hold_a_dozen_files() -> None:
    folders: dict[str, int] = {}
    for path in tracked():
        if path.name != "__init__.py":
            folder = str(path.parent.relative_to(ROOT))
            folders[folder] = folders.get(folder, 0) + 1
    assert {folder: count for folder, count in folders.items() if count > FOLDER_FILES} == {}
