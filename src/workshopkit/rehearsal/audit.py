"""The audit: opens the database anew and compares it with what people were told."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from workshopkit.domain import workshop
from workshopkit.domain.activity import Actor, Role, View, Viewer
from workshopkit.domain.people import hash_secret
from workshopkit.domain.workshop import WorkshopState
from workshopkit.log import open_log
from workshopkit.log.base import Transaction
from workshopkit.rehearsal.crowd import Participant
from workshopkit.rehearsal.screen import Screen
from workshopkit.rehearsal.visitor import Visitor
from workshopkit.room.commit import Held, commit
from workshopkit.room.vocabulary import Vocabulary


class Findings(Struct, frozen=True):
    """What the database lacks, and whose screen it contradicts."""

    missing: tuple[str, ...]
    different: tuple[str, ...]


def audit(
    database: Path,
    identity: str,
    lead: Visitor,
    crowd: Sequence[Participant],
    vocabulary: Vocabulary,
) -> Findings:
    """Read the workshop's logs from the first event on, as a server does that starts again.

    The id of each acknowledged command has to be there: in a rehearsal nobody wishes what
    changes nothing, which would be acknowledged and leave no trace.
    """
    screens = [lead.screen, *(person.visitor.screen for person in crowd)]
    with closing(open_log(str(database))) as log:
        state, answered = log.transact(
            lambda tx: _read(tx, identity, screens, vocabulary), write=False
        ).result()
    return Findings(
        missing=tuple(
            sent.command["kind"]
            for screen in screens
            for sent in screen.sent.values()
            if sent.version is not None and sent.id not in answered
        ),
        different=tuple(_different(state, lead, crowd)),
    )


def _read(
    tx: Transaction, identity: str, screens: Sequence[Screen], vocabulary: Vocabulary
) -> tuple[WorkshopState, set[str]]:
    empty = Held(identity, vocabulary.start())
    state = commit(tx, empty, (), vocabulary, people=True).held.state
    ids = [key for screen in screens for key in screen.sent]
    return state, set(tx.answered([identity, state.team.id], ids))


def _different(state: WorkshopState, lead: Visitor, crowd: Sequence[Participant]) -> list[str]:
    found = [
        person.name
        for person in crowd
        if any(_own(state, person, activity) != own for activity, own in person.own.items())
    ]
    if _plain(workshop.view(state, Role.FACILITATOR)) != lead.screen.view:
        found.append("the facilitator")
    return found


def _own(state: WorkshopState, person: Participant, activity: str) -> View:
    if activity not in state.agenda:
        return {}
    secret = person.visitor.screen.hello.secret or ""
    known = state.people.get(hash_secret(secret))
    actor = Actor(Role.PARTICIPANT, secret, known.id if known is not None else "")
    item = state.item(activity)
    viewer = Viewer(Role.PARTICIPANT, item.known_as(activity, actor).authors)
    return dict(_plain(item.kind.me(item.state, viewer)))


def _plain(view: View) -> Any:
    """The view as it comes out of JSON."""
    return msgspec.json.decode(msgspec.json.encode(view))
