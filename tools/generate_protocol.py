"""Writes the protocol's TypeScript types and its page in docs/, both from the Python structs.

    python tools/generate_protocol.py

The sides of the protocol cannot drift: a test fails where the files are not what this writes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import msgspec

import workshopkit.domain
from workshopkit.domain.activity import Command, Role
from workshopkit.room import protocol

Schema = Mapping[str, Any]
ROOT = Path(__file__).resolve().parent.parent
TYPESCRIPT = ROOT / "src" / "frontend" / "src" / "protocol.ts"
PAGE = ROOT / "docs" / "protocol.md"

COMMAND_IN_TS = """\
/** A wish that any activity, also an outsider's, may send. */
export interface Command {
  readonly kind: string;
  readonly [field: string]: unknown;
}"""


def main() -> None:
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def files() -> dict[Path, str]:
    """What each generated file should hold."""
    return {TYPESCRIPT: typescript(), PAGE: page()}


# The structs


def command_types() -> list[type[Command]]:
    """Every command of the domain, in the order of their tags."""
    for module in pkgutil.walk_packages(workshopkit.domain.__path__, "workshopkit.domain."):
        importlib.import_module(module.name)
    leaves = [kind for kind in _leaves(Command) if kind.__struct_config__.tag is not None]
    return sorted((k for k in leaves if k.__module__.startswith("workshopkit.")), key=_tag)


def _leaves(kind: type[Command]) -> Iterator[type[Command]]:
    children = kind.__subclasses__()
    if not children:
        yield kind
    for child in children:
        yield from _leaves(child)


def _tag(kind: type[Command]) -> str:
    return str(kind.__struct_config__.tag)


def _schemas(types: Sequence[Any]) -> dict[str, Schema]:
    """Name to schema: `types` first, then the structs that they hold."""
    first: dict[str, Schema] = {}
    held: dict[str, Schema] = {}
    for kind in types:
        _, components = msgspec.json.schema_components([kind], ref_template="{name}")
        first[_name(kind)] = components.pop(kind.__name__)
        held.update(components)
    return first | dict(sorted(held.items()))


def _name(kind: type[msgspec.Struct]) -> str:
    """A command by its tag, for several activities may have a ``MovePhase``."""
    if not issubclass(kind, Command):
        return kind.__name__
    return "".join(part.capitalize() for part in _tag(kind).replace(".", "_").split("_"))


# TypeScript


def typescript() -> str:
    roles = " | ".join(f'"{role.value}"' for role in Role)
    commands = command_types()
    parts = [
        "/** Generated from the Python structs by tools/generate_protocol.py: do not edit. */",
        f"export const PROTOCOL = {protocol.PROTOCOL};",
        f"export const MESSAGE_LIMIT = {protocol.MESSAGE_LIMIT};",
        f"export type Role = {roles};",
        COMMAND_IN_TS,
        *_interfaces(get_args(protocol.FromClient)),
        _union("FromClient", [kind.__name__ for kind in get_args(protocol.FromClient)]),
        *_interfaces(get_args(protocol.FromServer), nulls=False),
        _union("FromServer", [kind.__name__ for kind in get_args(protocol.FromServer)]),
        *_close_codes(),
        "/** Every command of the built-in activities, by its kind. */\n"
        + "export interface Commands {\n"
        + "\n".join(f"  readonly {_quoted(_tag(kind))}: {_name(kind)};" for kind in commands)
        + "\n}",
        *_interfaces(commands),
    ]
    return "\n\n".join(parts) + "\n"


def _close_codes() -> list[str]:
    codes = {name: code for name, code in vars(protocol.CloseCode).items() if name.isupper()}
    lines = [f"  {name}: {code}," for name, code in codes.items()]
    return ["\n".join(["export const CLOSE_CODES = {", *lines, "} as const;"])]


def _interfaces(types: Sequence[Any], *, nulls: bool = True) -> list[str]:
    return [_interface(name, schema, nulls=nulls) for name, schema in _schemas(types).items()]


def _interface(name: str, schema: Schema, *, nulls: bool) -> str:
    meaning = f"/** {schema['description'].splitlines()[0]} */\n" if "description" in schema else ""
    required = schema.get("required", ())
    fields = [
        f"  readonly {field}{'' if field in required else '?'}: {_type(name, field, of, nulls)};"
        for field, of in schema["properties"].items()
    ]
    return meaning + "\n".join([f"export interface {name} {{", *fields, "}"])


def _type(owner: str, field: str, schema: Schema, nulls: bool) -> str:
    """One field's type. What the messages carry raw is named here, for schemas know no more."""
    raw = {("CommandMessage", "command"): "Command", ("Welcome", "role"): "Role"}
    return raw.get((owner, field)) or _written(schema, nulls)


def _written(schema: Schema, nulls: bool) -> str:
    if "$ref" in schema:
        return str(schema["$ref"])
    if "enum" in schema:
        return " | ".join(_quoted(value) for value in schema["enum"])
    if "anyOf" in schema:
        kept = [of for of in schema["anyOf"] if nulls or of.get("type") != "null"]
        return " | ".join(_written(of, nulls) for of in kept)
    return _plain(schema, nulls)


def _plain(schema: Schema, nulls: bool) -> str:
    match schema.get("type"):
        case "string" | "boolean" | "null" as name:
            return str(name)
        case "integer" | "number":
            return "number"
        case "array":
            return f"ReadonlyArray<{_written(schema.get('items', {}), nulls)}>"
        case "object":
            values = schema.get("additionalProperties", {})
            of = _written(values, nulls) if isinstance(values, dict) else "unknown"
            return f"Readonly<Record<string, {of}>>"
        case _:
            return "unknown"


def _union(name: str, members: list[str]) -> str:
    return f"export type {name} = {' | '.join(members)};"


def _quoted(value: object) -> str:
    return msgspec.json.encode(value).decode()


# The page


def page() -> str:
    parts = [
        "# The protocol",
        f"Version {protocol.PROTOCOL}. JSON text messages of at most {protocol.MESSAGE_LIMIT:,} "
        "bytes, the same over a room's WebSocket and over a widget's comm. Written from the "
        "Python structs by `tools/generate_protocol.py`; an unknown field is refused.",
        "## From a browser",
        *_sections(get_args(protocol.FromClient), "type"),
        "## From the server",
        *_sections(get_args(protocol.FromServer), "type"),
        "## Close codes",
        "A socket closed with one of these is refused for good; with any other, come back.",
        "\n".join(
            f"- `{code}`: {name.lower().replace('_', ' ')}"
            for name, code in vars(protocol.CloseCode).items()
            if name.isupper()
        ),
        "## Commands",
        *_sections(command_types(), "kind"),
    ]
    return "\n\n".join(parts) + "\n"


def _sections(types: Sequence[Any], tag_field: str) -> Iterator[str]:
    for name, schema in _schemas(types).items():
        tag = schema["properties"].get(tag_field, {}).get("enum", [name])[0]
        yield f"### {tag}"
        if "description" in schema:
            yield str(schema["description"])
        fields = {n: of for n, of in schema["properties"].items() if n != tag_field}
        if fields:
            yield _table(name, fields, schema.get("required", ()))


def _table(owner: str, fields: Mapping[str, Schema], required: Any) -> str:
    rows = [
        f"| `{name}` | {_cell(_type(owner, name, of, True))} | {_limits(of)} "
        f"| {'yes' if name in required else 'no'} |"
        for name, of in fields.items()
    ]
    return "\n".join(["| field | type | limits | required |", "|---|---|---|---|", *rows])


def _cell(written: str) -> str:
    return "`" + written.replace("|", "\\|") + "`"


def _limits(schema: Schema) -> str:
    names = {
        "minLength": "at least {} characters",
        "maxLength": "at most {} characters",
        "minimum": "at least {}",
        "maximum": "at most {}",
        "exclusiveMinimum": "more than {}",
        "minItems": "at least {} items",
        "maxItems": "at most {} items",
        "pattern": "`{}`",
    }
    of = [schema, *schema.get("anyOf", ())]
    found = [text.format(part[name]) for part in of for name, text in names.items() if name in part]
    return ", ".join(found)


if __name__ == "__main__":
    main()
