"""People: known by a secret that only their browser keeps; linked to nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workshopkit.domain.activity import Actor, Role
from workshopkit.domain.people import hash_secret, pseudonym

secrets = st.text("0123456789abcdef", min_size=64, max_size=64)
names = st.text(min_size=1, max_size=22)


@given(secrets, names, names)
def test_nothing_links_a_person_across_activities_and_purposes(
    secret: str, first: str, second: str
) -> None:
    """PR2: all of these differ, and none holds the secret or its stored hash."""
    keys = {
        pseudonym(secret, activity, purpose)
        for activity in {first, second}
        for purpose in ("cards", "ballots")
    }
    assert len(keys) == 2 * len({first, second})
    assert keys.isdisjoint({secret, hash_secret(secret)})


def test_the_same_secret_is_the_same_owner() -> None:
    assert pseudonym("s", "board", "cards") == pseudonym("s", "board", "cards")
    assert pseudonym("s", "board", "cards") != pseudonym("t", "board", "cards")


def test_an_anonymous_activity_gets_pseudonyms_and_neither_secret_nor_person() -> None:
    """PR2."""
    known = Actor(Role.PARTICIPANT, "secret", "person").within("board", ("cards", "ballots"), ())
    assert (known.secret, known.person) == ("", "")
    assert len(set(known.authors.values())) == 2
    assert "person" not in known.authors.values()


def test_what_is_signed_is_the_persons_and_their_ballot_stays_secret() -> None:
    """PR2."""
    known = Actor(Role.PARTICIPANT, "secret", "person").within(
        "b", ("cards", "ballots"), ("cards",)
    )
    assert known.authors == {"cards": "person", "ballots": pseudonym("secret", "b", "ballots")}


def test_who_has_no_secret_owns_nothing() -> None:
    assert Actor(Role.OBSERVER).within("b", ("cards",), ("cards",)).authors == {}
    assert Actor(Role.FACILITATOR).within("b", ("cards",), ()).authors == {}


def test_only_the_hash_of_a_secret_is_kept() -> None:
    assert hash_secret("secret") != "secret"
    assert len(hash_secret("secret")) == 64
