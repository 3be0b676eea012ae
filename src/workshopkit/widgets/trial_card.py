"""A test card as a notebook writes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from workshopkit.domain.experiments.check import checked_plan
from workshopkit.domain.experiments.record import Criterion, Experiment, Guardrail, Measure, Plan
from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.widgets.options import id_from, refuse_unknown

Guardrails = Mapping[str, tuple[str, float]]
"""What must not get worse: ``{"calls a week": ("at_most", 100)}``."""
Day = date | str
FIELDS = (
    "believe",
    "verify",
    "measure",
    "unit",
    "counted",
    "at_least",
    "at_most",
    "change",
    "readings",
    "review",
    "baseline",
    "guardrails",
)
DIRECTIONS = ("at_least", "at_most")


def plan_from(known: Plan, given: Mapping[str, Any]) -> Plan:
    """A checked test card: what is given, and the rest as it is in `known`.

    Raises `UnknownName` for a field that no test card has.
    """
    refuse_unknown([name for name in given if name not in FIELDS], FIELDS)
    changes: dict[str, Any] = {}
    for name, field in (("believe", "belief"), ("verify", "test"), ("baseline", "baseline")):
        if name in given:
            changes[field] = given[name]
    if "readings" in given:
        changes["planned"] = given["readings"]
    if "review" in given:
        changes["review"] = day_text(given["review"])
    if "guardrails" in given:
        changes["guardrails"] = tuple(_guardrails(given["guardrails"] or {}))
    changes["measure"] = _measure(known.measure, given)
    changes["criterion"] = _criterion(known.criterion, given)
    return checked_plan(replace(known, **changes))


def plan_of(item: Mapping[str, Any]) -> Plan:
    """The test card of an experiment, or of a version of it, in a view."""
    return msgspec.convert(item["plan"], Plan)


def experiment_of(item: Mapping[str, Any]) -> Experiment:
    """As much of an experiment in a view as its readings have to fit."""
    return Experiment(
        item["title"], stage=item["stage"], plan=plan_of(item), started=item.get("started", "")
    )


def day_text(day: Day) -> str:
    """A day as ``YYYY-MM-DD``."""
    return day.isoformat()[:10] if isinstance(day, date) else day


def _measure(known: Measure | None, given: Mapping[str, Any]) -> Measure | None:
    if not any(name in given for name in ("measure", "unit", "counted")):
        return known
    before = known or Measure("")
    name = given.get("measure", before.name)
    if not name:
        raise WorkshopkitError("A unit needs a measure that it belongs to.")
    counted = given.get("counted", before.form == "count")
    return Measure(name, given.get("unit", before.unit), "count" if counted else "value")


def _criterion(known: Criterion | None, given: Mapping[str, Any]) -> Criterion | None:
    bounds = {name: given[name] for name in DIRECTIONS if given.get(name) is not None}
    if len(bounds) > 1:
        raise WorkshopkitError("Choose one of at_least and at_most, not both.")
    if not bounds and known is None:
        return None
    direction, threshold = next(
        iter(bounds.items()), (known.direction, known.threshold) if known else ("", 0.0)
    )
    compare = known.compare if known else "level"
    if "change" in given:
        compare = "change" if given["change"] else "level"
    return msgspec.convert(
        {"direction": direction, "threshold": threshold, "compare": compare}, Criterion
    )


def _guardrails(given: Guardrails) -> list[Guardrail]:
    return [_guardrail(name, *bound) for name, bound in given.items()]


def _guardrail(name: str, direction: str, limit: float) -> Guardrail:
    if direction not in DIRECTIONS:
        raise UnknownName("direction", direction, DIRECTIONS)
    fields = {"id": id_from(name), "name": name, "limit": limit, "direction": direction}
    return msgspec.convert(fields, Guardrail)
