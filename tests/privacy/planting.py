"""Secrets that are planted in what people write, to be looked for everywhere else."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from itertools import product
from random import Random
from typing import Any

import msgspec
from msgspec.inspect import VarTupleType, type_info
from msgspec.structs import FieldInfo

from workshopkit.domain.activity import ActivityKind, View

MOST = 40
"""Ways to fill in one command that are tried."""


class Planter:
    """Makes an owner's commands for one activity, and remembers what it hid in them."""

    def __init__(self, kind: ActivityKind[Any], activity: str) -> None:
        self.planted: list[str] = []
        self._kind = kind
        self._activity = activity

    def rehearsed(self, screen_view: View, me: View, draw: Random) -> list[View]:
        """What a simulated person wishes, with a secret in each secret field."""
        wishes = self._kind.rehearsal.participant(screen_view, me, draw)
        return [self._with_secrets({**wish, "activity": self._activity}) for wish in wishes]

    def honest(self, screen_view: View, me: View, draw: Random) -> list[View]:
        """The same without secrets, for fields that only take what is offered."""
        wishes = self._kind.rehearsal.participant(screen_view, me, draw)
        return [{**wish, "activity": self._activity} for wish in wishes]

    def every_command(self, screen_view: View, me: View) -> Iterator[View]:
        """Each command with a secret field, filled in with each id that the owner knows."""
        known = [*_ids(me), *_ids(screen_view)]
        for command in self._kind.commands:
            fields = {field.name: field for field in msgspec.structs.fields(command)}
            hidden = [name for name in fields if name in self._kind.rehearsal.secret_fields]
            if not hidden:
                continue
            free = [
                name
                for name, field in fields.items()
                if name not in ("activity", *hidden) and field.required
            ]
            for values in list(product(known, repeat=len(free)))[:MOST]:
                filled = {name: _blank(fields[name]) for name in hidden}
                filled.update(zip(free, values, strict=True))
                tag = command.__struct_config__.tag
                yield self._with_secrets({"kind": tag, "activity": self._activity, **filled})

    def malformed(self, command: View) -> list[View]:
        """The same command as no version of the page would send it."""
        return [
            {**command, "extra": self._secret()},
            {**command, self._secret(): "extra"},
            {**command, "kind": self._secret()},
            {**command, "activity": self._secret()},
            {**command, "activity": {"secret": self._secret()}},
        ]

    def found_in(self, text: str | bytes) -> list[str]:
        data = text.encode() if isinstance(text, str) else text
        return [secret for secret in self.planted if secret.encode() in data]

    def _with_secrets(self, command: Mapping[str, Any]) -> View:
        hidden = set(self._kind.rehearsal.secret_fields)
        return {
            key: self._in_place_of(value) if key in hidden else value
            for key, value in command.items()
        }

    def _in_place_of(self, value: object) -> object:
        return [self._secret()] if isinstance(value, list) else self._secret()

    def _secret(self) -> str:
        self.planted.append(f"planted{secrets.token_hex(8)}")
        return self.planted[-1]


def _blank(field: FieldInfo) -> object:
    """A value to put a secret in the place of: a list where the field takes one."""
    return [] if isinstance(type_info(field.type), VarTupleType) else ""


def _ids(view: Any) -> Iterator[str]:
    """Every id in the ordered lists of a view."""
    if isinstance(view, Mapping):
        for key, value in view.items():
            if key == "order":
                yield from value
            else:
                yield from _ids(value)
