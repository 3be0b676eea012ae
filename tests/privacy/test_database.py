"""Anonymous means anonymous in the database: nothing in it leads from a card to a person."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from itertools import product
from pathlib import Path
from random import Random

import msgspec
import pytest

from tests.privacy.examples import EXAMPLES
from tests.privacy.stage import Seat, person_id, staged
from workshopkit.domain.people import hash_secret, pseudonym
from workshopkit.domain.workshop.commands import AddActivity
from workshopkit.room.vocabulary import load_kinds

KINDS = load_kinds()
ANONYMOUS = [name for name, one in EXAMPLES.items() if one.options.get("anonymous", True)]
NAMES = ("Zebedee", "Marigold", "Aloysius")


class Held:
    """A database that people have used, and what only they know of it."""

    def __init__(self, path: Path, secrets: list[str], ids: list[str], keys: list[str]) -> None:
        self.path = path
        self.secrets = secrets
        self.ids = ids
        self.keys = keys
        """Every author key: a person's for each purpose of each activity."""

    def rows(self) -> Iterator[tuple[str, tuple[object, ...]]]:
        """Every row of every table, with the table's name."""
        with closing(sqlite3.connect(self.path)) as connection:
            for table in _tables(connection):
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    yield table, row


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Held:
    path = tmp_path_factory.mktemp("used") / "it.db"
    return asyncio.run(_use(path))


async def _use(path: Path) -> Held:
    """Each anonymous activity twice, and people who do all that people do."""
    activities = [
        EXAMPLES[name].added(f"{name} {number}") for name in ANONYMOUS for number in (1, 2)
    ]
    async with staged(path, activities) as stage:
        lead = await stage.facilitator()
        people = [await stage.newcomer(name) for name in NAMES]
        order = lead.screen.view["agenda"]["order"]
        for activity in order:
            kind = KINDS[lead.screen.view["activities"][activity]["kind"]]
            await stage.perform(lead, {"kind": "workshop.make_live", "activity": activity})
            for phase in lead.screen.view["activities"][activity]["phases"]:
                command = {"kind": f"{kind.name}.move_phase", "activity": activity, "phase": phase}
                await stage.perform(lead, command)
                for person, _ in product(people, range(6)):
                    screen = person.screen
                    view, me = (
                        screen.view["activities"][activity],
                        screen.me["activities"][activity],
                    )
                    for wish in kind.rehearsal.participant(view, me, Random(person.secret)):
                        await stage.perform(person, {**wish, "activity": activity})
        ids = [person_id(stage, person) for person in people]
    return Held(path, [p.secret for p in people], ids, _keys(people, order, activities))


def _keys(
    people: Sequence[Seat], order: Sequence[str], activities: Sequence[AddActivity]
) -> list[str]:
    return [
        pseudonym(person.secret, activity, purpose)
        for person in people
        for activity, added in zip(order, activities, strict=True)
        for purpose in KINDS[added.activity_kind].purposes
    ]


def test_everybody_has_another_key_for_each_activity_and_purpose(used: Held) -> None:
    assert len(set(used.keys)) == len(used.keys)
    stored = "\n".join(_texts(used))
    assert all(key in stored for key in used.keys), "somebody did nothing somewhere"


def test_no_secret_is_stored(used: Held) -> None:
    stored = b"".join(path.read_bytes() for path in used.path.parent.iterdir())
    assert stored
    for secret in used.secrets:
        assert secret.encode() not in stored
        assert bytes.fromhex(secret) not in stored


def test_no_row_holds_a_key_and_something_of_a_person(used: Held) -> None:
    personal = [*used.ids, *map(hash_secret, used.secrets), *NAMES]
    for table, row in used.rows():
        text = _text(row)
        has_key = any(key in text for key in used.keys)
        assert table == "events" or not has_key
        assert not (has_key and any(one in text for one in personal))


def test_events_hold_nothing_of_a_person_but_their_keys(used: Held) -> None:
    events = "\n".join(_text(row) for table, row in used.rows() if table == "events")
    for personal in [*used.ids, *map(hash_secret, used.secrets), *NAMES]:
        assert personal not in events


def test_no_key_can_be_made_from_what_is_stored(used: Held) -> None:
    """Whoever holds the database tries everything in it as somebody's secret."""
    activities = {_of(row, "activity") for table, row in used.rows() if table == "events"}
    purposes = {purpose for kind in KINDS.values() for purpose in kind.purposes}
    people = [row for table, row in used.rows() if table in ("people", "tickets", "meta")]
    tried = {str(value) for row in people for value in row}
    assert tried
    for candidate, activity, purpose in product(tried, activities - {None}, purposes):
        assert pseudonym(candidate, str(activity), purpose) not in used.keys


def test_no_event_holds_two_keys_of_one_person(used: Held) -> None:
    for table, row in used.rows():
        if table == "events":
            assert sum(key in _text(row) for key in used.keys) <= 1


def test_the_names_table_has_no_time_and_no_order(used: Held) -> None:
    with closing(sqlite3.connect(used.path)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(people)")]
        assert columns == ["workshop", "secret_hash", "id", "name", "perspective", "removed"]
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            connection.execute("SELECT rowid FROM people")
        stored = [hash_ for (hash_,) in connection.execute("SELECT secret_hash FROM people")]
    assert stored == sorted(stored)


def test_events_keep_time_to_the_minute(used: Held) -> None:
    with closing(sqlite3.connect(used.path)) as connection:
        moments = {at for (at,) in connection.execute("SELECT at FROM events")}
    assert moments
    assert all(
        datetime.fromisoformat(at).replace(second=0, microsecond=0).isoformat(timespec="minutes")
        == at
        for at in moments
    )


def test_commands_are_not_kept_beside_a_person(used: Held) -> None:
    with closing(sqlite3.connect(used.path)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(commands)")]
    assert columns == ["stream", "id", "position"]


def _tables(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    return [name for (name,) in connection.execute(query)]


def _texts(used: Held) -> Iterable[str]:
    return (_text(row) for _, row in used.rows())


def _text(row: tuple[object, ...]) -> str:
    return " ".join(
        value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        for value in row
    )


def _of(row: tuple[object, ...], field: str) -> object:
    data = next(value for value in row if isinstance(value, bytes))
    return msgspec.json.decode(data, type=dict[str, object]).get(field)
