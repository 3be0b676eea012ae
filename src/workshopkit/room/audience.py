"""The audience of a room: who is attached, and what each was last told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec
from msgspec import Raw

from workshopkit.domain import workshop
from workshopkit.domain.activity import Role, View
from workshopkit.domain.timer import utc_text
from workshopkit.domain.workshop import WorkshopState
from workshopkit.errors import Refused
from workshopkit.room.commit import Held
from workshopkit.room.patch import difference
from workshopkit.room.presence import presence
from workshopkit.room.protocol import (
    PROTOCOL,
    JoinAddress,
    MeMessage,
    PresenceMessage,
    Welcome,
    encode_message,
)
from workshopkit.room.role_view import RoleView
from workshopkit.room.session import Attached, Closed, Session, attached


class Audience:
    """Tells every session what it may know: a role's view once for all, one's own to its owner."""

    def __init__(self, held: Held, join: JoinAddress | None) -> None:
        self.sessions: set[Session] = set()
        self._held = held
        self._join = join
        self._views: dict[Role, RoleView] = {}
        self._touched: set[str] = set()
        self._touched_all = False
        self._presence = PresenceMessage(0, 0)

    def hold(self, held: Held) -> None:
        """Go on to what has been saved; sessions learn of it at the next `flush`."""
        self._held = held

    def touch(self, owner: str) -> None:
        """What is this owner's own may have changed."""
        self._touched.add(owner)

    def touch_all(self) -> None:
        """What is anybody's own may have changed."""
        self._touched_all = True

    def nobody_ready(self) -> None:
        for session in self.sessions:
            session.ready = False

    def leave(self, session: Session) -> None:
        session.state = Closed()
        self.sessions.discard(session)

    def send_away(self, session: Session, code: int, reason: str) -> None:
        """Close in a way that lets the client come back."""
        session.wire.close(code, reason)
        self.leave(session)

    def show_out(self, was: WorkshopState) -> None:
        """Close for good on who may no longer be here, if that has changed since `was`."""
        state = self._held.state
        if (state.people, state.tickets, state.code) == (was.people, was.tickets, was.code):
            return
        for session in list(self._attached()):
            try:
                self._need_right(session)
            except Refused as refused:
                session.end(refused)
                self.leave(session)

    def flush(self, now: datetime) -> None:
        """Bring every session up to date, or notice that it is behind."""
        patches = {role: view.advance(self._held) for role, view in self._views.items()}
        for session in list(self._attached()):
            if session.is_hopeless():
                self.send_away(session, 1013, "too_slow")
            elif attached(session).me is None:
                self._recover(session, now)
            elif session.overflows():
                attached(session).me = None
            else:
                self._update(session, patches.get(attached(session).actor.role))
        self._touched, self._touched_all = set(), False
        self._tell_presence()

    def is_behind(self) -> bool:
        """Whether some slow session waits for a snapshot."""
        return any(attached(session).me is None for session in self._attached())

    def _attached(self) -> Iterator[Session]:
        return (session for session in self.sessions if isinstance(session.state, Attached))

    def _update(self, session: Session, patch: bytes | None) -> None:
        # One's own first: who sees the version of an acknowledgement then has all that it did.
        if self._touched_all or session.owner in self._touched:
            self._tell_own(session)
        if patch is not None:
            session.wire.send(patch)

    def _tell_own(self, session: Session) -> None:
        state = attached(session)
        own = self._own(state)
        patch = difference(state.me or {}, own)
        state.me = own
        if patch:
            session.send(MeMessage(self._held.version, patch))

    def _recover(self, session: Session, now: datetime) -> None:
        if session.is_calm():
            self.welcome(session, now)

    def welcome(self, session: Session, now: datetime) -> None:
        """Send a snapshot: the view that the role's other sessions have, so that patches fit."""
        state = attached(session)
        view = self._role_view(state.actor.role)
        state.me = self._own(state)
        session.send(
            Welcome(
                protocol=PROTOCOL,
                role=state.actor.role.value,
                version=view.version,
                now=utc_text(now),
                view=view.snapshot(),
                me=Raw(msgspec.json.encode(state.me)),
                join=None if state.actor.role is Role.PARTICIPANT else self._join,
            )
        )
        session.send(self._presence)

    def _need_right(self, session: Session) -> None:
        actor = attached(session).actor
        workshop.need_right(self._held.state, actor)
        if actor.role is Role.OBSERVER and not actor.ticket:
            workshop.need_code(self._held.state, session.code)

    def _role_view(self, role: Role) -> RoleView:
        if role not in self._views:
            self._views[role] = RoleView(role, self._held)
        return self._views[role]

    def _own(self, state: Attached) -> View:
        person = state.person
        if person is not None:
            person = self._held.state.people.get(person.secret_hash, person)
        return workshop.me(self._held.state, state.actor, person)

    def _tell_presence(self) -> None:
        now_here = presence(self._attached())
        if now_here != self._presence:
            self._presence = now_here
            message = encode_message(now_here)
            for session in self._attached():
                if attached(session).me is not None:  # who is behind hears it with the snapshot
                    session.wire.send(message)
