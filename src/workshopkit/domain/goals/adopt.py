"""What a notebook sets, at first and later on."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import asdict, replace

from workshopkit.domain.goals import check
from workshopkit.domain.goals.evolve import without_item, without_links
from workshopkit.domain.goals.freeze import without_goal
from workshopkit.domain.goals.rounds import Answers
from workshopkit.domain.goals.state import GivenItem, GoalsOptions, GoalsState, Item, Link
from workshopkit.errors import Refused


def start(options: GoalsOptions) -> GoalsState:
    """The first map: what the notebook sets, for all to see."""
    _check(options)
    return GoalsState(
        options=options,
        items={given.id: _item(given) for given in options.items},
        order=tuple(given.id for given in options.items),
        links={link.key: link for link in options.links},
    )


def adopt(state: GoalsState, options: GoalsOptions) -> GoalsState:
    """The map under changed options; refuses what would lose answers or break a promise.

    Only what changed in the options changes on the map: what people edited, deleted or linked
    since then stays as they left it.
    """
    _check(options)
    _need_nothing_lost(state, options)
    after = _with_items(state, options)
    return replace(_with_links(after, state.options, options), options=options)


def _need_nothing_lost(state: GoalsState, options: GoalsOptions) -> None:
    before, after = (
        {each.id: each.level for each in given.items} for given in (state.options, options)
    )
    rated = {goal for answers in _every_answers(state) for goal in answers}
    if any(after.get(key) != level for key, level in before.items() if key in rated):
        raise _would_lose("A goal that people have rated would go.")
    asked = {q for answers in _every_answers(state) for given in answers.values() for q in given}
    if not asked <= {question.id for question in options.questions}:
        raise _would_lose("A question that people have answered would go.")
    if rated and options.smallest != state.options.smallest:
        raise _would_lose("People have rated under another promise about small groups.")


def _every_answers(state: GoalsState) -> Iterator[Answers]:
    for ballots in (state.ratings, *(each.ballots for each in state.rounds)):
        yield from (ballot.answers for ballot in ballots.values())


def _with_items(state: GoalsState, options: GoalsOptions) -> GoalsState:
    before = {given.id: given for given in state.options.items}
    after = {given.id: given for given in options.items}
    for key in (before.keys() - after.keys()) & state.items.keys():
        state = without_item(state, key)
    for key in after.keys() & before.keys() & state.items.keys():
        if after[key].level != before[key].level:
            state = replace(state, rounds=tuple(without_goal(each, key) for each in state.rounds))
    items = {
        key: replace(_item(given), author=state.items[key].author if key in state.items else "")
        for key, given in after.items()
        if key not in before or (key in state.items and given != before[key])
    }
    new = tuple(key for key in items if key not in state.order)
    return replace(state, items={**state.items, **items}, order=(*state.order, *new))


def _with_links(state: GoalsState, before: GoalsOptions, after: GoalsOptions) -> GoalsState:
    """Links of the options come and go with them, where both ends are on the map and still fit."""
    old, new = ({link.key: link for link in options.links} for options in (before, after))
    links = {**without_links(state, old.keys() - new.keys()).links}
    links.update({key: link for key, link in new.items() if key not in old})
    return replace(state, links={key: link for key, link in links.items() if _fits(state, link)})


def _fits(state: GoalsState, link: Link) -> bool:
    child, parent = state.items.get(link.child), state.items.get(link.parent)
    return child is not None and parent is not None and check.is_below(child.level, parent.level)


def _item(given: GivenItem) -> Item:
    return Item(given.level, **asdict(check.said(given)), revealed=True)


def _check(options: GoalsOptions) -> None:
    items = {given.id: given for given in options.items}
    if len(items) < len(options.items):
        raise _bad("Two items have the same id.", "Give each its own.")
    if any("~" in key for key in items):
        raise _bad("An item's id has a ~ in it.", "Give it another id.")
    if len({question.id for question in options.questions}) < len(options.questions):
        raise _bad("Two questions have the same id.", "Give each its own.")
    for given in options.items:
        _item(given)
    for link in options.links:
        check.need_two(link.child, link.parent)
        if not {link.child, link.parent} <= items.keys():
            raise check.unknown_item()
        check.need_below(items[link.child].level, items[link.parent].level)


def _bad(message: str, remedy: str) -> Refused:
    return Refused("bad_options", message, remedy)


def _would_lose(message: str) -> Refused:
    return Refused(
        "would_lose_answers", message, "Leave this option as it was, or make another map."
    )
