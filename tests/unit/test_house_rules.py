"""The house rules that no linter knows."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "provenance_desk"
SOURCES = sorted(PACKAGE.rglob("*.py"))
WITHOUT_QT = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
import provenance_desk
for module in pkgutil.walk_packages(provenance_desk.__path__, "provenance_desk."):
    if not module.name.startswith("provenance_desk.gui."):
        importlib.import_module(module.name)
"""


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{'.' * node.level}{node.module or ''}"


def imports_of(path: Path) -> set[str]:
    return set(imports(ast.parse(path.read_text("utf-8"))))


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    has_docstring = ast.get_docstring(function) is not None and len(function.body) > 1
    first = function.body[1 if has_docstring else 0]
    return (function.end_lineno or 0) - first.lineno + 1


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_stays_under_500_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) < 500


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_function_has_at_most_25_lines(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert {f.name: lines_of(f) for f in functions if lines_of(f) > 25} == {}


@pytest.mark.parametrize("path", sorted((PACKAGE / "domain").rglob("*.py")), ids=name_of)
def test_the_domain_imports_the_standard_library_only(path: Path) -> None:
    foreign = {
        name for name in imports_of(path) if name.split(".")[0] not in sys.stdlib_module_names
    }
    assert {name for name in foreign if not name.startswith("provenance_desk.domain")} == set()


@pytest.mark.parametrize("path", sorted((PACKAGE / "gui").rglob("__init__.py")), ids=name_of)
def test_importing_a_package_of_the_desk_imports_nothing_else(path: Path) -> None:
    assert imports_of(path) == set()


@pytest.mark.parametrize("path", sorted((PACKAGE / "gui").rglob("*presenter.py")), ids=name_of)
def test_a_presenter_imports_no_qt(path: Path) -> None:
    assert {name for name in imports_of(path) if name.startswith(("PySide6", "shiboken6"))} == set()


@pytest.mark.parametrize("path", sorted((PACKAGE / "cli").rglob("*.py")), ids=name_of)
def test_the_command_line_imports_the_desk_inside_functions_only(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    at_the_top = {name for node in tree.body if _runs_on_import(node) for name in imports(node)}
    assert {name for name in at_the_top if name.startswith("provenance_desk.gui")} == set()


def _runs_on_import(node: ast.stmt) -> bool:
    return not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


def test_everything_but_the_desk_works_without_qt() -> None:
    subprocess.run([sys.executable, "-c", WITHOUT_QT], check=True)


def test_packaging_hides_no_package_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
