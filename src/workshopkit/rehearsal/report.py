"""What a rehearsal saw, in words and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import ceil

import msgspec
from msgspec import Struct

from workshopkit.rehearsal.screen import Screen, Sent
from workshopkit.rehearsal.tour import Stop


class Latency(Struct, frozen=True):
    """Milliseconds: half were quicker than `p50`, nineteen of twenty quicker than `p95`."""

    p50: float
    p95: float
    max: float


class Report(Struct, frozen=True):
    """One rehearsal. `missing` and `different` are what must never be."""

    notebook: str
    people: int
    seed: int
    stops: tuple[Stop, ...]
    finished: bool
    sent: int
    acknowledged: int
    refused: dict[str, int]
    """By the refusal's code: two people may have reached for the same card."""
    missing: tuple[str, ...]
    """The kinds of commands that were acknowledged and are not in the database."""
    different: tuple[str, ...]
    """Whose screen said something else than the database."""
    reconnected: int
    to_acknowledgement: Latency | None
    to_another_screen: Latency | None

    @property
    def unanswered(self) -> int:
        return self.sent - self.acknowledged - sum(self.refused.values())

    @property
    def ok(self) -> bool:
        kept = not self.missing and not self.different and self.unanswered == 0
        return kept and self.finished and all(stop.reached for stop in self.stops)

    def to_json(self) -> str:
        whole = {"ok": self.ok, **msgspec.to_builtins(self), "unanswered": self.unanswered}
        return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()

    def to_text(self) -> str:
        """A plain table: steps first, then the sums."""
        rows = [*map(_stop_row, self.stops), ("", ""), *self._sums()]
        width = max(len(name) for name, _ in rows)
        title = f"{self.notebook} with {self.people} people, seed {self.seed}"
        verdict = "All well." if self.ok else "Not well: look at the lines above."
        lines = [title, "", *(f"{name:<{width}}  {value}".rstrip() for name, value in rows)]
        return "\n".join([*lines, "", verdict])

    def _sums(self) -> list[tuple[str, str]]:
        refused = ", ".join(f"{count} {code}" for code, count in sorted(self.refused.items()))
        return [
            ("sent", str(self.sent)),
            ("acknowledged", str(self.acknowledged)),
            ("refused", refused or "0"),
            ("unanswered", str(self.unanswered)),
            ("missing", ", ".join(self.missing) or "0"),
            ("different", ", ".join(self.different) or "0"),
            ("reconnected", str(self.reconnected)),
            ("finished", "seen by everyone" if self.finished else "not seen by everyone"),
            ("tap to saved", _latency_text(self.to_acknowledgement)),
            ("tap to another screen", _latency_text(self.to_another_screen)),
        ]


def count_refused(sent: Iterable[Sent]) -> dict[str, int]:
    return dict(Counter(each.refused for each in sent if each.refused))


def acknowledgement_times(screens: Iterable[Screen]) -> list[float]:
    """Milliseconds from each tap to its acknowledgement."""
    return [
        1000 * (sent.acknowledged - sent.at)
        for screen in screens
        for sent in screen.sent.values()
        if sent.acknowledged is not None and not sent.repeated
    ]


def arrival_times(screens: Sequence[Screen]) -> list[float]:
    """Milliseconds from each tap until the next person's screen showed what it did."""
    found: list[float] = []
    for screen, other in zip(screens, [*screens[1:], *screens[:1]], strict=True):
        for sent in screen.sent.values():
            if sent.version is not None and not sent.repeated and other is not screen:
                seen = _seen(other, sent.version)
                found += [1000 * (seen - sent.at)] if seen is not None else []
    return found


def latency(times: Sequence[float]) -> Latency | None:
    """The usual three figures, by nearest rank."""
    if not times:
        return None
    ranked = sorted(times)
    half, most = (ranked[ceil(share * len(ranked)) - 1] for share in (0.5, 0.95))
    return Latency(round(half, 1), round(most, 1), round(ranked[-1], 1))


def _seen(screen: Screen, version: int) -> float | None:
    return next((moment for reached, moment in screen.reached if reached >= version), None)


def _stop_row(stop: Stop) -> tuple[str, str]:
    name = f"{stop.activity}: {stop.phase}"
    return (name, f"{stop.commands} commands" if stop.reached else "NOT REACHED")


def _latency_text(found: Latency | None) -> str:
    if found is None:
        return "nobody to measure"
    return f"p50 {found.p50} ms, p95 {found.p95} ms, max {found.max} ms"
