"""What does not fit in an authored file: what is wrong, and what to write instead.

It is read from the types of the options themselves, so that no rule is written twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.inspect import IntType, LiteralType, StrType, VarTupleType, type_info
from msgspec.structs import FieldInfo, fields

from workshopkit.authored.lines import Place
from workshopkit.domain.activity import Words
from workshopkit.errors import UnknownName

SHOWN = 40
"""Characters of a wrong value that are said again."""


class Flaw(Struct, frozen=True):
    """One thing that is wrong."""

    place: Place
    message: str


def sheet_flaws(found: Any, options: type[Struct], keys: Iterable[str]) -> Iterator[Flaw]:
    """What is wrong with a file that holds a title and those of the options."""
    wanted = set(keys)
    chosen = [field for field in fields(options) if field.name in wanted]
    return _in_fields(found, [FieldInfo("title", "title", Words), *chosen], ())


def _flaws(value: object, hint: Any, place: Place) -> Iterator[Flaw]:
    """What does not fit the type `hint`, each at the innermost place that can be named."""
    kind = _bare(hint)
    inside = _in_struct if _is_struct(kind) else _INSIDE.get(get_origin(kind))
    if inside is None:
        yield from _misfit(value, hint, place)
    elif not isinstance(value, list if inside is _in_list else dict):
        yield Flaw(place, f"{_name(place)} {_shown(value)}. Write {_example(hint, place)}.")
    else:
        found = list(inside(value, kind, place))
        yield from found or _misfit(value, hint, place)


def _in_struct(value: Any, kind: Any, place: Place) -> Iterator[Flaw]:
    return _in_fields(value, fields(kind), place)


def _in_fields(value: Any, known: Sequence[FieldInfo], place: Place) -> Iterator[Flaw]:
    yield from _strangers(value, [field.name for field in known], place)
    for field in known:
        inner = (*place, field.name)
        if field.name in value:
            yield from _flaws(value[field.name], field.type, inner)
        elif field.required:
            example = _example(field.type, inner)
            yield Flaw(place, f"{field.name} is missing. Write {example}.")


def _in_table(value: Any, kind: Any, place: Place) -> Iterator[Flaw]:
    keys, values = get_args(kind)
    if get_origin(keys) is Literal:
        yield from _strangers(value, get_args(keys), place)
    for key, inner in value.items():
        yield from _flaws(inner, values, (*place, key))
    if kind == Words and not str(value.get("en", "")).strip():
        yield Flaw(place, f"{_name(place)} has no English. Write {_example(kind, place)}.")


def _in_list(value: Any, kind: Any, place: Place) -> Iterator[Flaw]:
    ids: list[object] = []
    for number, inner in enumerate(value):
        yield from _flaws(inner, get_args(kind)[0], (*place, number))
        if isinstance(inner, dict) and "id" in inner:
            if inner["id"] in ids:
                twice = f"Two {_name(place)} have the id {inner['id']!r}. Write another."
                yield Flaw((*place, number, "id"), twice)
            ids.append(inner["id"])


_INSIDE = {dict: _in_table, Mapping: _in_table, tuple: _in_list}


def _misfit(value: object, hint: Any, place: Place) -> Iterator[Flaw]:
    """What is wrong with a value that has no parts, or whose parts are right."""
    try:
        msgspec.convert(value, hint)
    except msgspec.ValidationError as problem:
        if get_origin(hint) is Literal and isinstance(value, str):
            yield Flaw(place, str(UnknownName(_name(place), value, get_args(hint))))
        else:
            wanted = _wanted(hint) or str(problem)
            yield Flaw(place, f"{_name(place)} {_shown(value)}. Write {wanted}.")


def _strangers(value: Any, known: Sequence[str], place: Place) -> Iterator[Flaw]:
    for key in value:
        if key not in known:
            yield Flaw((*place, key), str(UnknownName("key", key, known)))


def _wanted(hint: Any) -> str:
    match type_info(hint):
        case IntType(ge=least, le=most):
            return f"a whole number from {least} to {most}"
        case StrType(min_length=least, max_length=most):
            return f"a text of {least or 1} to {most} characters, in quotes"
        case LiteralType(values=values):
            return " or ".join(f'"{value}"' for value in values)
        case VarTupleType(min_length=least, max_length=most):
            return f"{least or 0} to {most} of them"
    return ""


def _example(hint: Any, place: Place) -> str:
    """A line that would be right there."""
    kind, name = _bare(hint), _name(place)
    if _is_struct(kind):
        return f"[[{name}]]" if isinstance(place[-1], int) else f"[{name}]"
    if get_origin(kind) is tuple:
        return f"[[{name}]]"
    if get_origin(kind) in (dict, Mapping):
        keys, values = get_args(kind)
        return _example(values, (*place, *(get_args(keys)[:1] or ("en",))))
    if get_origin(kind) is Literal:
        return f'{name} = "{get_args(kind)[0]}"'
    return f"{name} = 5" if kind is int else f'{name} = "…"'


def _name(place: Place) -> str:
    """What a coach calls it: ``title.en``; in an item of a list the keys there, as ``kind``."""
    named: list[str] = []
    for before, key in zip(("", *place), place, strict=False):
        named = (
            [*(named if isinstance(before, str) else []), key] if isinstance(key, str) else named
        )
    return ".".join(named)


def _shown(value: object) -> str:
    if isinstance(value, list):
        return f"has {len(value)} entries"
    text = "a table" if isinstance(value, dict) else repr(value)
    return f"is {text}" if len(text) <= SHOWN else f"is {text[:SHOWN]}…"


def _bare(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)
