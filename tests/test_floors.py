"""A floor imports only the floors below it; the domain imports next to nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "src" / "workshopkit"
FLOORS = (
    {"errors"},
    {"domain", "resources"},
    {"log"},
    {"room", "analysis", "authored"},
    {"formats", "polls", "topics"},
    {"server", "widgets", "publish"},
    {"rehearsal", "__init__"},
    {"cli"},
    {"__main__"},
)
FLOOR = {name: floor for floor, names in enumerate(FLOORS) for name in names}
PURE = {
    *("__future__", "collections", "dataclasses", "datetime", "enum", "functools", "itertools"),
    *("hashlib", "hmac", "math", "statistics", "typing", "msgspec", "workshopkit"),
}
"""What the domain may import: hashing and the normal distribution (`statistics`) are arithmetic;
clocks, chance, files, JSON are not there."""
CALLS = {"now", "today", "utcnow", "open", "print", "input", "eval", "exec", "__import__"}
FILES = sorted(ROOT.rglob("*.py"))
DOMAIN = [path for path in FILES if path.is_relative_to(ROOT / "domain")]


def imported(path: Path) -> Iterator[str]:
    """The full name of every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor_of(name: str) -> int | None:
    """The floor of a module of ours; None for everything else."""
    parts = name.split(".")
    return FLOOR.get(parts[1]) if parts[0] == "workshopkit" and len(parts) > 1 else None


def named(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_floor_imports_only_floors_below(path: Path) -> None:
    assert named(path) in FLOOR, f"give {named(path)} a floor"
    own = FLOOR[named(path)]
    for name in imported(path):
        floor = floor_of(name)
        assert floor is None or floor < own or name.split(".")[1] == named(path), name


@pytest.mark.parametrize("path", DOMAIN, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_domain_does_and_asks_nothing_of_the_world(path: Path) -> None:
    assert {name.split(".")[0] for name in imported(path)} <= PURE
    assert "msgspec.json" not in set(imported(path))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            assert called not in CALLS, f"{path.name}:{node.lineno} calls {called}"
        if isinstance(node, ast.Attribute):
            assert ast.unparse(node) != "msgspec.json", f"{path.name}:{node.lineno}"
