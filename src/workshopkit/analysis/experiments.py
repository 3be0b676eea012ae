"""DataFrames of a team's experiments, from a role's view of an experiment board.

The facilitator's view has all of it; what another role is not sent is missing in its tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.tables import COUNT, DATE, SHARE, TEXT, Row, categories, frame, pairs
from workshopkit.domain.experiments.record import CHOICES, STAGES, STARTED
from workshopkit.errors import UnknownName

if TYPE_CHECKING:
    import pandas as pd

View = Mapping[str, Any]

NONE: View = {"order": (), "items": {}}
VERDICTS = ("met", "not_met", "inconclusive", "never_run")
ARMS = ("trial", "control")
FIGURES = (
    "experiments",
    "running",
    "due_for_review",
    "learned_this_quarter",
    "share_decided",
    "share_inconclusive",
    "median_days_to_decision",
)


def experiments_table(view: View) -> pd.DataFrame:
    """The team's experiments, one row each, in the order in which they came.

    ``experiment`` string, the id · ``title`` string · ``stage`` category (idea, planned,
    running, review, decided) · ``owner`` string · ``belief``, ``test`` string · ``measure``,
    ``unit`` string · ``form`` category (value, count) · ``direction`` category (at_least,
    at_most) · ``threshold`` Float64, shares from 0 to 1 · ``compare`` category (level, change)
    · ``planned`` Int64, readings · ``readings`` Int64, how many of them there are · ``start``,
    ``locked``, ``review`` datetime64[s] · ``versions`` Int64, of the test card, 0 before the
    start · ``serves`` string · ``about`` string, the card it came from · ``approved_by``,
    ``risks``, ``personal_data``, ``stop_if`` string.

    >>> experiments_table(view).query("stage == 'running'")
    """
    dtypes = {
        "experiment": TEXT,
        "title": TEXT,
        "stage": categories(STAGES),
        "owner": TEXT,
        "belief": TEXT,
        "test": TEXT,
        "measure": TEXT,
        "unit": TEXT,
        "form": categories(("value", "count")),
        "direction": categories(("at_least", "at_most")),
        "threshold": SHARE,
        "compare": categories(("level", "change")),
        "planned": COUNT,
        "readings": COUNT,
        "start": DATE,
        "locked": DATE,
        "review": DATE,
        "versions": COUNT,
        "serves": TEXT,
        "about": TEXT,
        "approved_by": TEXT,
        "risks": TEXT,
        "personal_data": TEXT,
        "stop_if": TEXT,
    }
    return frame(map(_experiment_row, _experiments(view)), dtypes)


def readings_table(view: View, experiment: str | None = None) -> pd.DataFrame:
    """The readings, one row each, by experiment and day; of all experiments or of one.

    ``experiment`` string, the id · ``title`` string · ``reading`` string, its id · ``date``
    datetime64[s] · ``value`` Float64, of a count how many · ``of`` Int64, of how many; missing
    where it is measured · ``level`` Float64, the value, or the share from 0 to 1 · ``arm``
    category (trial, control) · ``guardrail`` string, which guardrail it is of; missing for the
    measure itself · ``corrected`` Int64, how often it was put right.

    >>> readings_table(view).groupby("title")["level"].median()
    """
    dtypes = {
        "experiment": TEXT,
        "title": TEXT,
        "reading": TEXT,
        "date": DATE,
        "value": SHARE,
        "of": COUNT,
        "level": SHARE,
        "arm": categories(ARMS),
        "guardrail": TEXT,
        "corrected": COUNT,
    }
    return frame(_reading_rows(view, experiment), dtypes)


def verdicts_table(view: View) -> pd.DataFrame:
    """What the readings say of each experiment that was started or decided, one row each.

    ``experiment``, ``title`` string · ``verdict`` category (met, not_met, inconclusive,
    never_run): from the whole 95 % interval against the locked threshold; of a decided one, as
    it was decided · ``reason`` string, why it is inconclusive where there is no interval ·
    ``estimate``, ``low``, ``high`` Float64, shares from 0 to 1; for a change, trial less
    control · ``threshold`` Float64 · ``direction`` category · ``readings``, ``planned`` Int64 ·
    ``stopped_early`` boolean, decided with fewer readings than planned · ``so_far`` boolean,
    readings are still to come · ``version`` Int64, of the test card · ``why_changed`` string,
    the reasons for all versions but the first · ``decision`` category (adopt, adapt, abandon,
    keep_testing) · ``decided`` datetime64[s] · ``learned`` string.

    >>> verdicts_table(view)[["title", "verdict", "low", "high", "threshold"]]
    """
    dtypes = {
        "experiment": TEXT,
        "title": TEXT,
        "verdict": categories(VERDICTS),
        "reason": TEXT,
        "estimate": SHARE,
        "low": SHARE,
        "high": SHARE,
        "threshold": SHARE,
        "direction": categories(("at_least", "at_most")),
        "readings": COUNT,
        "planned": COUNT,
        "stopped_early": "boolean",
        "so_far": "boolean",
        "version": COUNT,
        "why_changed": TEXT,
        "decision": categories(CHOICES),
        "decided": DATE,
        "learned": TEXT,
    }
    return frame(verdict_rows(view), dtypes)


def portfolio_table(view: View, *, today: date | None = None) -> pd.DataFrame:
    """How the team's experiments stand, one figure a row.

    ``figure`` string, the index: experiments, all of them · running · due_for_review, on or
    before `today` · learned_this_quarter, decided in the calendar quarter of `today` with
    something learned · share_decided, of all, from 0 to 1 · share_inconclusive, of those
    decided after a start · median_days_to_decision, from the lock of the test card. ``value``
    Float64, missing where there is nothing to divide by.

    >>> portfolio_table(view).loc["share_decided", "value"]
    """
    figures = portfolio(view, today=today or date.today())
    rows = ({"figure": name, "value": figures[name]} for name in FIGURES)
    return frame(rows, {"figure": TEXT, "value": SHARE}).set_index("figure")


def portfolio(view: View, *, today: date) -> dict[str, float | None]:
    """The figures of `portfolio_table` by name."""
    items = [item for _, item in pairs(view["experiments"])]
    final = [item for item in items if item["stage"] == "decided"]
    verdicts = [item["decision"]["outcome"] for item in final if "outcome" in item["decision"]]
    waits = [_days(item["locked"], item["decision"]["on"]) for item in final if "locked" in item]
    return {
        "experiments": len(items),
        "running": sum(item["stage"] in STARTED for item in items),
        "due_for_review": sum(is_due(item, today) for item in items),
        "learned_this_quarter": sum(_learned(item, today) for item in items),
        "share_decided": len(final) / len(items) if items else None,
        "share_inconclusive": verdicts.count("inconclusive") / len(verdicts) if verdicts else None,
        "median_days_to_decision": median(waits) if waits else None,
    }


def verdict_rows(view: View) -> Iterator[Row]:
    """The rows of `verdicts_table`."""
    for id_, item in pairs(view["experiments"]):
        if item["stage"] == "decided" or item["stage"] in STARTED:
            yield _verdict_row(id_, item)


def is_due(item: View, today: date) -> bool:
    """Whether an experiment that runs has come to its review."""
    return item["stage"] in STARTED and item["review"] <= today.isoformat()


def find_experiment(view: View, name: str) -> str:
    """The id of the experiment of this id or title, the latest of that title.

    Raises `UnknownName`, with the nearest title, where there is none.
    """
    items = view["experiments"]["items"]
    if name in items:
        return name
    for id_ in reversed(view["experiments"]["order"]):
        if items[id_]["title"].casefold() == name.strip().casefold():
            return str(id_)
    raise UnknownName("experiment", name, [item["title"] for item in items.values()])


def series(item: View) -> list[Row]:
    """The readings of the measure that a run chart shows: the trial's and what was before it."""
    started = item.get("started", "9999-12-31")
    read = [each for _, each in pairs(item.get("readings", NONE)) if "guardrail" not in each]
    ours = [r for r in read if r.get("of") != 0 and (r["arm"] == "trial" or r["date"] < started)]
    return sorted(ours, key=lambda reading: str(reading["date"]))


def level(reading: Row) -> float:
    """The value; of a count, the share."""
    return float(reading["value"] / reading["of"] if reading.get("of") else reading["value"])


def _experiments(view: View) -> list[tuple[str, Row]]:
    return pairs(view["experiments"])


def _experiment_row(each: tuple[str, Row]) -> Row:
    id_, item = each
    plan = item.get("plan", {})
    return {
        **{key: item.get(key) for key in ("title", "stage", "owner", "serves", "about", "locked")},
        **{key: plan.get(key) for key in ("belief", "test", "review")},
        **_measure(plan),
        **item.get("governance", {}),
        "experiment": id_,
        "planned": plan.get("planned") or None,
        "readings": item.get("progress"),
        "start": item.get("started"),
        "versions": len(item.get("versions", ())),
    }


def _measure(plan: View) -> Row:
    measure = plan.get("measure", {})
    named = {"measure": measure.get("name"), "unit": measure.get("unit")}
    return {**named, "form": measure.get("form"), **plan.get("criterion", {})}


def _reading_rows(view: View, experiment: str | None) -> Iterator[Row]:
    for id_, item in _experiments(view):
        if experiment in (None, id_):
            read = sorted(pairs(item.get("readings", NONE)), key=lambda pair: pair[1]["date"])
            named = {"experiment": id_, "title": item["title"]}
            yield from (named | _reading_row(key, reading) for key, reading in read)


def _reading_row(key: str, reading: Row) -> Row:
    return {"corrected": 0} | reading | {"reading": key, "level": level(reading)}


def _verdict_row(id_: str, item: View) -> Row:
    verdict, decision, plan = (item.get(key, {}) for key in ("verdict", "decision", "plan"))
    decided = item["stage"] == "decided"
    outcome = decision.get("outcome") if decided else verdict.get("outcome")
    return {
        "experiment": id_,
        "title": item["title"],
        "verdict": outcome or ("never_run" if decided else None),
        "reason": verdict.get("reason"),
        **verdict.get("interval", {}),
        **{key: plan.get("criterion", {}).get(key) for key in ("threshold", "direction")},
        "readings": item.get("progress"),
        "planned": plan.get("planned") or None,
        "stopped_early": bool(decided and verdict.get("early")),
        "so_far": bool(not decided and verdict.get("early")),
        "version": len(item.get("versions", ())),
        "why_changed": _reasons(item.get("versions", ())),
        "decision": decision.get("choice"),
        "decided": decision.get("on"),
        "learned": decision.get("learning", {}).get("learned"),
    }


def _reasons(versions: Iterable[View]) -> str | None:
    return "; ".join(version["reason"] for version in versions if "reason" in version) or None


def _learned(item: View, today: date) -> bool:
    decision = item.get("decision", {})
    if not decision.get("learning", {}).get("learned"):
        return False
    on = date.fromisoformat(decision["on"])
    return (on.year, (on.month - 1) // 3) == (today.year, (today.month - 1) // 3)


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
