"""Freezing a round: from ballots to what may be shown of them, worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workshopkit.domain import agreement
from workshopkit.domain.goals.perspectives import tellable
from workshopkit.domain.goals.rounds import Ballot, Cell, Concordance, Part, Round
from workshopkit.domain.goals.state import GoalsState

STEPS = ("1", "2", "3", "4", "5")
RANKED = "matters"
"""The question whose answers put the goals in an order."""


def frozen_round(state: GoalsState) -> Round:
    """What the open round comes to: each goal's answers to each question."""
    cells = {goal: _of_goal(state, goal) for goal in state.goals}
    return Round(
        raters=len(state.ratings),
        goals=cells,
        order=tuple(sorted(cells, key=lambda goal: _most_mixed(cells[goal]))),
        concordance=_concordance(state),
        ballots=state.ratings,
    )


def without_goal(frozen: Round, goal: str) -> Round:
    """The round without a goal that is gone. What was said of all of them stays as it froze."""
    return Round(
        raters=frozen.raters,
        goals={key: cells for key, cells in frozen.goals.items() if key != goal},
        order=tuple(key for key in frozen.order if key != goal),
        concordance=frozen.concordance,
        ballots=without_answers(frozen.ballots, goal),
    )


def without_answers(ballots: Mapping[str, Ballot], goal: str) -> dict[str, Ballot]:
    """Ballots without what was answered about a goal, and without those that then are empty."""
    swept = {author: _without(ballot, goal) for author, ballot in ballots.items()}
    return {author: ballot for author, ballot in swept.items() if ballot.answers}


def _without(ballot: Ballot, goal: str) -> Ballot:
    if goal not in ballot.answers:
        return ballot
    left = {key: given for key, given in ballot.answers.items() if key != goal}
    return Ballot(left, ballot.perspective)


def _of_goal(state: GoalsState, goal: str) -> dict[str, Cell]:
    return {
        question.id: _cell(state.ratings, goal, question.id, state.options.smallest)
        for question in state.options.questions
    }


def _cell(ballots: Mapping[str, Ballot], goal: str, question: str, smallest: int) -> Cell:
    given: dict[str, list[str]] = {}
    for ballot in ballots.values():
        if answer := ballot.answers.get(goal, {}).get(question):
            given.setdefault(ballot.perspective, []).append(answer)
    everyone = _part([answer for answers in given.values() for answer in answers])
    counts, quartiles = everyone.counts, agreement.quartiles(everyone.counts)
    told = tellable({name: len(answers) for name, answers in given.items()}, smallest)
    return Cell(
        counts=counts,
        cannot_say=everyone.cannot_say,
        median=agreement.median(counts),
        quartiles=None if quartiles is None else list(quartiles),
        agreement=agreement.van_der_eijk(counts),
        consensus=agreement.consensus(counts),
        by={name: _part(given[name]) for name in told},
    )


def _part(answers: Sequence[str]) -> Part:
    counts = [answers.count(step) for step in STEPS]
    return Part(counts, len(answers) - sum(counts))


def _most_mixed(cells: Mapping[str, Cell]) -> float:
    """The least agreement on any question; goals that nobody rated come last."""
    return min((cell.agreement for cell in cells.values() if cell.agreement is not None), default=2)


def _concordance(state: GoalsState) -> Concordance | None:
    """Kendall's W of what *matters*, from whole ballots alone.

    A ballot is whole where it gives 1 to 5 to every goal that anybody gave 1 to 5. Whole ballots
    are part of the people: fewer than `smallest` are not looked at, unless they are everyone's.
    """
    scores = [_scores(ballot) for ballot in state.ratings.values()]
    rated = [goal for goal in state.goals if any(goal in each for each in scores)]
    whole = [[each[goal] for goal in rated] for each in scores if each.keys() >= set(rated)]
    if len(whole) < min(state.options.smallest, len(scores)):
        return None
    found = agreement.kendalls_w(whole)
    return None if found is None else Concordance(found.w, found.raters, found.items)


def _scores(ballot: Ballot) -> dict[str, int]:
    """What *matters* to a person, by goal, where they could say."""
    given = {goal: answers.get(RANKED, "") for goal, answers in ballot.answers.items()}
    return {goal: int(answer) for goal, answer in given.items() if answer in STEPS}
