"""The room: the live copy of one workshop with the sessions attached to it.

It does no IO and asks no clock. A shell hands it what arrives (`receive`), takes the
requests that wait (`take`), commits them in the log's thread, hands back what came of it
(`settle`) and says when to tell everyone (`flush`).
"""

from __future__ import annotations

from collections import deque
from datetime import datetime

from workshopkit.domain.activity import Role
from workshopkit.errors import Refused
from workshopkit.room.audience import Audience
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
from workshopkit.room.presence import step
from workshopkit.room.protocol import (
    PROTOCOL,
    Ack,
    CommandMessage,
    Hello,
    JoinAddress,
    ReadyMessage,
    decode_message,
)
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
        self.human_at: datetime | None = None
        """When a person last did something."""
        self._vocabulary = vocabulary
        self._queue: deque[tuple[Session, Request]] = deque()
        self._taken: list[tuple[Session, Request]] = []
        self._audience = Audience(held, join)

    @property
    def sessions(self) -> set[Session]:
        """Whoever is connected, let in or not yet."""
        return self._audience.sessions

    # What arrives

    def connect(self, wire: Wire, code: str | None = None) -> Session:
        session = Session(wire, code)
        self.sessions.add(session)
        return session

    def disconnect(self, session: Session) -> None:
        self._audience.leave(session)

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
            self._queue.append((session, Entrance(message, session.code)))

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
        was = self.held.state
        self.held = committed.held
        self._audience.hold(self.held)
        if committed.caught_up:
            self._audience.touch_all()
        if step(self.held.state) != step(was):
            self._audience.nobody_ready()
        for (session, request), outcome in zip(self._taken, committed.outcomes, strict=True):
            self._answer(session, request, outcome, now)
        self._taken = []
        self._audience.show_out(was)

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
        match request, outcome:
            case Wish(), Done():
                self._done(session, request, outcome)
            case _, Admitted():
                self._admit(session, outcome, now)
            case _, Refused():
                self._refuse(session, request, outcome)

    def _done(self, session: Session, wish: Wish, done: Done) -> None:
        session.waiting -= 1
        # The wish's own owner: the tab that sent it may have left, others of hers have not.
        self._audience.touch(wish.actor.secret)
        if not done.personal:
            self._audience.touch_all()
        if wish.id:
            session.send(Ack(wish.id, done.version))

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
        self._audience.touch(admitted.actor.secret)
        self._audience.welcome(session, now)

    # What everyone is told

    def flush(self, now: datetime) -> None:
        """Bring every session up to date, or notice that it is behind."""
        self._audience.flush(now)

    def is_behind(self) -> bool:
        """Whether some slow session waits for a snapshot."""
        return self._audience.is_behind()

    def end(self) -> None:
        """Send everyone away to come back later."""
        for session in list(self.sessions):
            self._audience.send_away(session, 1001, "restart")
