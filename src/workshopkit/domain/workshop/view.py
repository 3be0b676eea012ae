"""What each role sees of a workshop: the only door out of the state (DESIGN 5.1)."""

from __future__ import annotations

from workshopkit.domain.actions import action_view
from workshopkit.domain.activity import Actor, Role, View, Viewer, listing
from workshopkit.domain.experiments.record import STARTED, Experiment
from workshopkit.domain.participation import voices
from workshopkit.domain.people import Person
from workshopkit.domain.tickets import Purpose
from workshopkit.domain.timer import Timer, utc_text
from workshopkit.domain.turns import in_turn
from workshopkit.domain.workshop.state import AgendaItem, WorkshopState

REVIEWS_SHOWN = 20


def view(state: WorkshopState, role: Role) -> View:
    """The whole workshop as one role may see it.

    Participants and observers get the live activity alone; the facilitator gets every
    activity (each under the same rules of privacy), the names of who joined, in which order
    they take turns to talk, how evenly people took part, which is about nobody, and how many
    tickets to lead are lent. The join code is for those who show it: participants are in.
    """
    viewer = Viewer(role, names=_names(state))
    seen: View = {
        "workshop": _workshop(state, role),
        "agenda": listing({key: _agenda_item(item) for key, item in state.agenda.items()}),
        "activities": {
            key: {"kind": item.kind.name, "title": item.title, **item.kind.view(item.state, viewer)}
            for key, item in _shown(state, role).items()
        },
        "actions": listing(_actions(state)),
        "carried": listing(_carried(state)),
        "reviews": listing(_reviews(state)),
        "people": _people(state, role),
    }
    if state.timer is not None:
        seen["timer"] = _timer(state.timer)
    if role is Role.FACILITATOR:
        seen["leads"] = sum(ticket.purpose is Purpose.LEAD for ticket in state.tickets.values())
        seen["voices"] = _voices(state)
    return seen


def me(state: WorkshopState, actor: Actor, person: Person | None) -> View:
    """What is one person's own: their name, cards, answers, dots left."""
    seen: View = {"activities": {}}
    if person is not None:
        seen["person"] = _person(person)
    for key, item in _shown(state, actor.role).items():
        known = item.known_as(key, actor)
        if known.authors:
            seen["activities"][key] = item.kind.me(item.state, Viewer(actor.role, known.authors))
    return seen


def _shown(state: WorkshopState, role: Role) -> dict[str, AgendaItem]:
    if role is Role.FACILITATOR:
        return dict(state.agenda)
    if state.live is None or state.finished:
        return {}
    return {state.live: state.agenda[state.live]}


def _workshop(state: WorkshopState, role: Role) -> View:
    seen: View = {
        "id": state.id,
        "title": state.title,
        "team": state.team.name,
        "state": "finished" if state.finished else "open",
        "door": "locked" if state.locked else "open",
        "perspectives": list(state.perspectives),
    }
    if role is not Role.PARTICIPANT:
        seen["code"] = state.code
    if state.live is not None:
        seen["live"] = state.live
    return seen


def _agenda_item(item: AgendaItem) -> View:
    return {"kind": item.kind.name, "key": item.key, "title": item.title, "phase": item.phase}


def _actions(state: WorkshopState) -> dict[str, View]:
    """This workshop's actions."""
    return {
        key: action_view(action)
        for key, action in state.team.actions.items()
        if action.workshop == state.id
    }


def _carried(state: WorkshopState) -> dict[str, View]:
    """Actions of earlier workshops that this one has decided to go on with."""
    return {
        key: action_view(action)
        for key, action in state.team.actions.items()
        if action.status == "open" and action.reviewed_in(state.id)
    }


def _reviews(state: WorkshopState) -> dict[str, View]:
    """The team's experiments that run, by the day of their review: browsers say what is overdue."""
    running = [
        (each.plan.review, key)
        for key, each in state.team.experiments.items()
        if each.stage in STARTED
    ]
    return {key: _review(state.team.experiments[key]) for _, key in sorted(running)[:REVIEWS_SHOWN]}


def _review(experiment: Experiment) -> View:
    fields = {
        "title": experiment.title,
        "review": experiment.plan.review,
        "owner": experiment.owner,
    }
    return {name: value for name, value in fields.items() if value}


def _people(state: WorkshopState, role: Role) -> View:
    seen: View = {"count": len(state.members)}
    if role is Role.FACILITATOR:
        # By their random ids, so that the order tells nothing of who came when.
        people = sorted(state.members, key=lambda person: person.id)
        seen["items"] = {person.id: _person(person) for person in people}
        if state.turns is not None:
            order = in_turn(state.turns, people)
            seen["turns"] = {"order": order, "heard": min(state.turns.heard, len(order))}
    return seen


def _voices(state: WorkshopState) -> View:
    """How people took part, by activity, where there is anything to be said of it."""
    told = {key: voices(item.voices, len(state.members)) for key, item in state.agenda.items()}
    return {key: said for key, said in told.items() if said}


def _person(person: Person) -> View:
    fields = {"name": person.name, "perspective": person.perspective}
    return {name: value for name, value in fields.items() if value}


def _names(state: WorkshopState) -> dict[str, str]:
    return {person.id: person.name for person in state.people.values() if person.name}


def _timer(timer: Timer) -> View:
    if timer.ends is None:
        return {"left": timer.left or 0.0}
    return {"ends": utc_text(timer.ends)}
