"""Every registered kind of activity as the privacy harness tries it.

A kind that is missing here fails the harness: what it hides has not been looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from workshopkit.analysis.experiments import (
    experiments_table,
    portfolio_table,
    readings_table,
    verdicts_table,
)
from workshopkit.analysis.experiments_summary import verdicts_summary
from workshopkit.analysis.goals import (
    agreement_table,
    items_table,
    links_table,
    ratings_table,
)
from workshopkit.analysis.goals_export import to_csv, to_markdown, to_mermaid
from workshopkit.analysis.goals_sight import sight_table
from workshopkit.analysis.goals_summary import (
    agreement_summary,
    conversations_summary,
    sight_summary,
)
from workshopkit.analysis.health import (
    comments_table,
    health_summary,
    health_table,
    history_summary,
    history_table,
)
from workshopkit.analysis.reviews import notes_table, review_summary, review_table
from workshopkit.analysis.summary import poll_summary, retro_summary
from workshopkit.analysis.tables import cards_table, poll_table, votes_table
from workshopkit.domain.activity import View
from workshopkit.domain.workshop.commands import AddActivity

COLUMNS = [{"id": name, "title": {"en": name.title()}} for name in ("start", "stop")]
STEPS = [{"id": str(step), "label": {"en": str(step)}} for step in range(1, 6)]
GOALS = [
    {"id": "soon", "level": "goal", "text": "People hear within a day"},
    {"id": "once", "level": "goal", "text": "Nobody asks twice"},
]
TOPICS = [{"id": name, "title": {"en": name.title()}} for name in ("flow", "fun")]
QUESTION = {"question": {"en": "How do you feel about it?"}}


@dataclass(frozen=True)
class Example:
    """One way to set an activity up."""

    kind: str
    options: Mapping[str, Any]
    secret_phases: frozenset[str]
    """Where nobody else may notice how somebody chose: the private phases, and voting."""
    results: tuple[Callable[[View], Any], ...]
    """What a notebook shows of it, each made from the facilitator's view."""
    in_words: frozenset[str] = frozenset()
    """The fields of commands that take whatever people write."""

    def added(self, key: str = "it") -> AddActivity:
        return AddActivity(self.kind, key, {"en": "An activity"}, dict(self.options))


def _cards(view: View) -> str:
    return cards_table(view).to_csv()


def _votes(view: View) -> str:
    return votes_table(view).to_csv()


def _answers(view: View) -> str:
    return poll_table(view).to_csv()


def _as_csv(table: Callable[[View], Any]) -> Callable[[View], Any]:
    return lambda view: table(view).to_csv()


_retro_results = (_cards, _votes, retro_summary)
_poll_results = (_answers, poll_summary)
_writing_and_voting = frozenset({"write", "vote"})
_answering = frozenset({"answer"})
_goal_tables: tuple[Callable[[View], Any], ...] = (
    items_table,
    links_table,
    ratings_table,
    agreement_table,
    sight_table,
)
_goal_results = (
    *map(_as_csv, _goal_tables),
    agreement_summary,
    sight_summary,
    conversations_summary,
    to_csv,
    to_markdown,
    to_mermaid,
)
_experiment_results = (
    *map(_as_csv, (experiments_table, readings_table, verdicts_table, portfolio_table)),
    verdicts_summary,
)
_health_results = (
    *map(_as_csv, (health_table, comments_table, history_table)),
    health_summary,
    history_summary,
)
_drafting_and_rating = frozenset({"draft", "rate", "re-rate"})
_text = frozenset({"text"})
_anything_about_a_goal = frozenset({"text", "owner", "assumption"})

_review_results = (_as_csv(review_table), _as_csv(notes_table), review_summary)

EXAMPLES: Mapping[str, Example] = {
    "action review": Example(
        "action_review", {}, frozenset({"look"}), _review_results, frozenset({"note"})
    ),
    "experiments": Example(
        "experiments",
        {},
        frozenset({"expect", "vote"}),
        _experiment_results,
        frozenset({"title", "note"}),
    ),
    "goals": Example(
        "goals", {"items": GOALS}, _drafting_and_rating, _goal_results, _anything_about_a_goal
    ),
    "retro": Example("retro", {"columns": COLUMNS}, _writing_and_voting, _retro_results, _text),
    "retro with a cap": Example(
        "retro",
        {"columns": COLUMNS, "votes_per_card": 1},
        _writing_and_voting,
        _retro_results,
        _text,
    ),
    "retro with names": Example(
        "retro",
        {"columns": COLUMNS, "anonymous": False},
        _writing_and_voting,
        _retro_results,
        _text,
    ),
    "health": Example("health", {"topics": TOPICS}, _answering, _health_results, _text),
    "poll in words": Example(
        "poll", {**QUESTION, "form": "words"}, _answering, _poll_results, frozenset({"answer"})
    ),
    "poll on a scale": Example("poll", {**QUESTION, "options": STEPS}, _answering, _poll_results),
    "poll of several": Example(
        "poll", {**QUESTION, "form": "several", "options": STEPS}, _answering, _poll_results
    ),
}

every_example = pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)


def results_text(example: Example, view: View) -> str:
    """Everything that a notebook shows of the activity, as one text."""
    return "\n".join(str(result(view)) for result in example.results)
