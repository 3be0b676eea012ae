"""The room: the live copy of one workshop with the sessions attached to it.

It does no IO and asks no clock. A shell hands it what arrives (`receive`), takes the
requests that wait (`take`), commits them in the log's thread, hands back what came of it
(`settle`) and says when to tell everyone (`flush`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import datetime

import msgspec
from msgspec import Raw

from workshopkit.domain import workshop
from workshopkit.domain.activity import Role, View
from workshopkit.errors import Refused
from workshopkit.room.commit import (
    Admitted,
    Committed,
    Done,
    Entrance,
    Held,
    Outcome,
    Request,
    Wish,
)
from workshopkit.room.patch import difference
from workshopkit.room.presence import presence, step
from workshopkit.room.protocol import (
    PROTOCOL,
    Ack,
    CommandMessage,
    Hello,
    JoinAddress,
    MeMessage,
    PresenceMessage,
    ReadyMessage,
    Welcome,
    decode_message,
    encode_message,
    utc_text,
)
from workshopkit.room.role_view import RoleView
from workshopkit.room.session import (
    WAITING_LIMIT,
    Attached,
    Closed,
    Entering,
    Greeting,
    Session,
    Wire,
    attached,
)
from workshopkit.room.vocabulary import Vocabulary

BATCH_LIMIT = 256
"""Requests in one transaction, so that none waits long for its acknowledgement."""


class Room:
    """One workshop, live."""

    def __init__(self, held: Held, vocabulary: Vocabulary, join: JoinAddress | None) -> None:
        self.held = held
        self.sessions: set[Session] = set()
        self.human_at: datetime | None = None
        """When a person last did something."""
        self._vocabulary = vocabulary
        self._join = join
        self._queue: deque[tuple[Session, Request]] = deque()
        self._taken: list[tuple[Session, Request]] = []
        self._views: dict[Role, RoleView] = {}
        self._touched: set[str] = set()
        self._touched_all = False
        self._presence = PresenceMessage(0, 0)

    # What arrives

    def connect(self, wire: Wire) -> Session:
        session = Session(wire)
        self.sessions.add(session)
        return session

    def disconnect(self, session: Session) -> None:
        session.state = Closed()
        self.sessions.discard(session)

    def receive(self, session: Session, data: str | bytes, now: datetime) -> None:
        """Take one message. Requests wait for `take`; what is amiss is refused at once."""
        try:
            message = decode_message(data)
        except Refused as refused:
            self._mishear(session, refused)
            return
        match session.state:
            case Greeting():
                self._greet(session, message)
            case Attached():
                self.human_at = now
                self._hear(session, message)
            case Entering():
                self._ask_to_wait(session, message)
            case Closed():
                pass

    def _ask_to_wait(self, session: Session, message: object) -> None:
        if isinstance(message, CommandMessage):
            early = Refused("try_again", "You are not in yet.", "Wait for the welcome.")
            session.refuse(early, message.id)

    def _mishear(self, session: Session, refused: Refused) -> None:
        if isinstance(session.state, Greeting):
            session.end(refused)
        elif not isinstance(session.state, Closed):
            session.refuse(refused)

    def _greet(self, session: Session, message: Hello | CommandMessage | ReadyMessage) -> None:
        if not isinstance(message, Hello):
            session.end(Refused("bad_hello", "The first message says hello.", "Reload the page."))
        elif message.protocol != PROTOCOL:
            session.end(Refused("wrong_protocol", "This page is out of date.", "Reload the page."))
        else:
            session.state = Entering()
            self._queue.append((session, Entrance(message)))

    def _hear(self, session: Session, message: Hello | CommandMessage | ReadyMessage) -> None:
        match message:
            case CommandMessage():
                self._wish(session, message)
            case ReadyMessage():
                session.ready = message.ready and session.role is Role.PARTICIPANT
            case Hello():
                session.refuse(Refused("bad_hello", "Hello was said before.", "Reload the page."))

    def _wish(self, session: Session, message: CommandMessage) -> None:
        try:
            command = self._vocabulary.read_command(message.command)
            if session.waiting >= WAITING_LIMIT:
                raise Refused("slow_down", "That was too much at once.", "Wait a moment.")
        except Refused as refused:
            session.refuse(refused, message.id)
            return
        session.waiting += 1
        self._queue.append((session, Wish(command, attached(session).actor, message.id)))

    # What is committed

    def take(self) -> list[Request]:
        """The next batch; what a batch came to must be settled before the next is taken."""
        count = min(BATCH_LIMIT, len(self._queue))
        self._taken = [self._queue.popleft() for _ in range(count)]
        return [request for _, request in self._taken]

    @property
    def waits(self) -> bool:
        """Whether requests wait to be taken."""
        return bool(self._queue)

    def settle(self, committed: Committed, now: datetime) -> None:
        """Go on from what was saved: acknowledge, refuse, let in."""
        before = step(self.held.state)
        self.held = committed.held
        self._touched_all = self._touched_all or committed.caught_up
        if step(self.held.state) != before:
            self._nobody_ready()
        for (session, request), outcome in zip(self._taken, committed.outcomes, strict=True):
            self._answer(session, request, outcome, now)
        self._taken = []

    def fail(self, refused: Refused) -> None:
        """The batch could not be saved: say so to everyone in it."""
        for session, request in self._taken:
            if isinstance(request, Entrance):
                session.wire.close(1013, refused.code)
            else:
                session.waiting -= 1
                session.refuse(refused, request.id)
        self._taken = []

    def _answer(self, session: Session, request: Request, outcome: Outcome, now: datetime) -> None:
        match outcome:
            case Done():
                session.waiting -= 1
                self._touched.add(session.owner)
                self._touched_all = self._touched_all or not outcome.personal
                if isinstance(request, Wish) and request.id:
                    session.send(Ack(request.id, outcome.version))
            case Admitted():
                self._admit(session, outcome, now)
            case Refused():
                self._refuse(session, request, outcome)

    def _refuse(self, session: Session, request: Request, refused: Refused) -> None:
        if isinstance(request, Entrance):
            session.end(refused)
        else:
            session.waiting -= 1
            session.refuse(refused, request.id)

    def _admit(self, session: Session, admitted: Admitted, now: datetime) -> None:
        if isinstance(session.state, Closed):
            return
        session.state = Attached(admitted.actor, admitted.person)
        self._touched.add(session.owner)
        self._welcome(session, now)

    def _nobody_ready(self) -> None:
        for session in self.sessions:
            session.ready = False

    # What everyone is told

    def flush(self, now: datetime) -> None:
        """Bring every session up to date, or notice that it is behind."""
        patches = {role: view.advance(self.held) for role, view in self._views.items()}
        for session in list(self._attached()):
            if session.is_hopeless():
                self._send_away(session, 1013, "too_slow")
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

    def end(self) -> None:
        """Send everyone away to come back later."""
        for session in list(self.sessions):
            self._send_away(session, 1001, "restart")

    def _send_away(self, session: Session, code: int, reason: str) -> None:
        """Close in a way that lets the client come back."""
        session.wire.close(code, reason)
        self.disconnect(session)

    def _attached(self) -> Iterable[Session]:
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
            session.send(MeMessage(self.held.version, patch))

    def _recover(self, session: Session, now: datetime) -> None:
        if session.is_calm():
            self._welcome(session, now)

    def _welcome(self, session: Session, now: datetime) -> None:
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

    def _role_view(self, role: Role) -> RoleView:
        if role not in self._views:
            self._views[role] = RoleView(role, self.held)
        return self._views[role]

    def _own(self, state: Attached) -> View:
        person = state.person
        if person is not None:
            person = self.held.state.people.get(person.secret_hash, person)
        return workshop.me(self.held.state, state.actor, person)

    def _tell_presence(self) -> None:
        now_here = presence(self._attached())
        if now_here != self._presence:
            self._presence = now_here
            message = encode_message(now_here)
            for session in self._attached():
                if attached(session).me is not None:  # who is behind hears it with the snapshot
                    session.wire.send(message)
