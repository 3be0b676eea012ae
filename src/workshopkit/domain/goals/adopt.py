"""What a notebook sets, at first and later on."""

from __future__ import annotations

from msgspec.structs import asdict, replace

from workshopkit.domain.goals import check
from workshopkit.domain.goals.evolve import without_item, without_links
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
    rated = {goal for ballot in _ballots(state) for goal in ballot}
    asked = {each for ballot in _ballots(state) for given in ballot.values() for each in given}
    gone = {given.id for given in state.options.items} - {given.id for given in options.items}
    if gone & rated:
        raise _would_lose("A goal that people have rated would go.")
    if not asked <= {question.id for question in options.questions}:
        raise _would_lose("A question that people have answered would go.")
    if rated and options.smallest != state.options.smallest:
        raise _would_lose("People have rated under another promise about small groups.")
    after = _with_items(state, options, gone & state.items.keys())
    return replace(_with_links(after, state.options, options), options=options)


def _ballots(state: GoalsState) -> list[dict[str, dict[str, str]]]:
    """Every answer of every round, by goal and question."""
    every = [state.ratings, *(each.ballots for each in state.rounds)]
    return [dict(ballot.answers) for ballots in every for ballot in ballots.values()]  # type: ignore[arg-type]


def _with_items(state: GoalsState, options: GoalsOptions, gone: set[str]) -> GoalsState:
    for key in gone:
        state = without_item(state, key)
    before = {given.id: given for given in state.options.items}
    changed = [given for given in options.items if given != before.get(given.id)]
    here = [given for given in changed if given.id in state.items or given.id not in before]
    new = tuple(given.id for given in here if given.id not in state.items)
    items = {given.id: _changed(state.items.get(given.id), given) for given in here}
    return replace(state, items={**state.items, **items}, order=(*state.order, *new))


def _changed(known: Item | None, given: GivenItem) -> Item:
    return _item(given) if known is None else replace(_item(given), author=known.author)


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
