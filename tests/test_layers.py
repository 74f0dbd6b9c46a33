"""The floors of the house: imports run downward only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "timeline"
FLOORS = {
    "timeline": 0,
    "problems": 0,
    "ancestry": 0,
    "numbers": 0,
    "clean": 0,
    "collector": 0,
    "veil": 0,
    "letters": 0,
    "spellings": 0,
    "sightings": 0,
    "lookup": 0,
    "number_words": 0,
    "written": 0,
    "dates": 0,
    "network": 0,
    "sweeps": 0,
    "whole": 0,
    "files": 0,
    "plain_yaml": 1,
    "records": 1,
    "texts": 0,
    "plainly_valid": 1,
    "validation": 1,
    "conflict": 0,
    "model": 1,
    "facts": 1,
    "parting": 1,
    "names": 1,
    "rivals": 1,
    "clocks": 1,
    "citing": 1,
    "remarks": 1,
    "bounds": 1,
    "reasons": 1,
    "axis": 1,
    "arguments": 1,
    "dating": 1,
    "account": 1,
    "years": 1,
    "documents": 1,
    "mentions": 1,
    "load": 2,
    "checks": 2,
    "withhold": 2,
    "resolve": 2,
    "merge": 2,
    "constrain": 2,
    "conflicts": 2,
    "order": 2,
    "comparison": 2,
    "changes": 2,
    "likeness": 2,
    "neighbours": 2,
    "chronology": 2,
    "listing": 2,
    "entries": 2,
    "gaps": 2,
    "query": 0,
    "choosing": 2,
    "select": 2,
    "verify": 2,
    "markup": 2,
    "intake": 2,
    "coverage": 2,
    "pipeline": 3,
    "cache": 3,
    "show": 3,
    "export": 3,
    "curate": 3,
    "cli": 4,
    "__main__": 5,
}
STAGES = {"load", "checks", "resolve", "merge", "constrain", "conflicts", "order", "select", "verify"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: str) -> str:
    """The top-level room of a dotted module name: `timeline.dates.edtf` is in `dates`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else parts[0]


def imported(file: Path) -> list[tuple[str, bool]]:
    """Every module of ours that a file imports, and whether only to name types."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.dump(block.test)
        for node in ast.walk(block)
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "timeline":
            deeper = node.module == "timeline"
            names = [f"timeline.{alias.name}" if deeper else str(node.module) for alias in node.names]
            found += [(name, id(node) in typing_only) for name in names]
        elif isinstance(node, ast.Import):
            ours = [alias.name for alias in node.names if alias.name.split(".")[0] == "timeline"]
            found += [(name, id(node) in typing_only) for name in ours]
    return [(name, typing) for name, typing in found if name != "timeline.__version__"]


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_run_downward(file: Path) -> None:
    relative = file.relative_to(PACKAGE)
    here = "timeline" if relative.parts == ("__init__.py",) else relative.parts[0].removesuffix(".py")
    for module, typing in imported(file):
        there = room(module)
        assert FLOORS[there] <= FLOORS[here], f"{relative} imports upward: {module}"
        if here in STAGES and there in STAGES and here != there:
            assert typing, f"{relative} imports another stage: {module}"


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_files_and_functions_stay_small(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 60, f"{node.name} has {length} lines"
