"""Suggested themes: what is alike in spelling, within a column, and never at a group's cost."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.views import listing, retro_view
from workshopkit.analysis.shared_words import Shared
from workshopkit.analysis.themes import LARGEST, Card, Suggestion, suggest, themes_table
from workshopkit.errors import WorkshopkitError

WORDS = ("sign-off", "letters", "Legal", "meeting", "deploy", "test", "data", "claim", "tŷ", "🎉")


def cards(*texts: str, column: str = "stop") -> list[Card]:
    """Each card's id is its number."""
    return [Card(str(n), text, column) for n, text in enumerate(texts)]


def ids(found: list[Suggestion]) -> list[list[str]]:
    return [[card.id for card in each.cards] for each in found]


def parts(found: Suggestion) -> list[str]:
    return [shared.part for shared in found.shared]


def test_cards_that_share_words_are_suggested_with_the_words_that_they_share() -> None:
    (found,) = suggest(cards("Sign-off takes weeks", "Tea was cold", "We wait for sign-off"))
    assert [card.text for card in found.cards] == ["Sign-off takes weeks", "We wait for sign-off"]
    assert found.shared == (Shared("Sign-off", ("0", "2")),)
    assert (found.into, found.members) == (None, ())


def test_how_alike_they_are_is_the_mean_cosine_of_their_unit_vectors() -> None:
    """By hand: each has 3 runs of letters of its own weight, and shares those of "abc"."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = ["pairing works", "more pairing", "pairing again", "tea"]
    found = suggest(cards(*texts))[0]
    rows = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).fit_transform(texts).toarray()
    assert (rows**2).sum(axis=1) == pytest.approx(1)
    pairs = [rows[a] @ rows[b] for a, b in ((0, 1), (0, 2), (1, 2))]
    assert found.alike == pytest.approx(sum(pairs) / 3, abs=0.005)


def test_cards_that_say_the_same_are_wholly_alike() -> None:
    (found,) = suggest(cards("Pairing", "PAIRING!", "  pairing ", "Tea"))
    assert (ids([found]), found.alike, parts(found)) == ([["0", "1", "2"]], 1.0, ["Pairing"])


def test_cards_exactly_as_alike_as_asked_for_are_together() -> None:
    assert ids(suggest(cards("Pairing", "pairing", "Tea"), alike=1)) == [["0", "1"]]


def test_the_same_cards_give_the_same_answer() -> None:
    board = many(60)
    assert suggest(board) == suggest(list(board))


def test_the_most_alike_come_first_whatever_their_column() -> None:
    board = [Card("a", "No test data at all", "stop"), Card("b", "Test data expires", "stop")]
    board += [Card("c", "Pairing", "start"), Card("d", "Pairing", "start")]
    assert ids(suggest(board)) == [["c", "d"], ["a", "b"]]


def test_a_suggestion_stays_within_a_column() -> None:
    board = [Card("a", "More pairing", "start"), Card("b", "More pairing", "stop")]
    assert suggest(board) == []


def test_a_hyphen_makes_no_other_word_and_a_dash_does() -> None:
    found = suggest(cards("Stand-ups drag on", "Standup overran", "More tea – less talk", "tea"))
    assert [parts(each) for each in found] == [["tea"], ["standup…"]]


def test_welsh_is_found_through_its_mutations_and_accents() -> None:
    found = suggest(
        cards("Gormod o gyfarfodydd", "Cyfarfodydd heb agenda", "Te oer", "Tîm da", "y tim yma")
    )
    assert ids(found) == [["3", "4"], ["0", "1"]]
    assert [parts(each) for each in found] == [["Tîm"], ["…yfarfodydd"]]


def test_a_part_of_a_word_shows_where_words_go_on() -> None:
    (found,) = suggest(cards("Deploying is slow", "Redeployed twice", "Tea"), alike=0.1)
    assert parts(found)[0] == "…deploy…"


def test_a_lone_card_may_join_a_group_and_the_group_stays_whole() -> None:
    board = [
        Card("a", "Sign-off takes weeks", "stop", "g"),
        Card("b", "Nobody answers the phone", "stop", "g"),
        Card("c", "Sign-off takes weeks", "stop"),
    ]
    (found,) = suggest(board)
    assert (ids([found]), found.into, found.members) == ([["c"]], "g", ("a", "b"))
    assert parts(found) == ["Sign-off", "takes", "weeks"]
    assert found.alike == pytest.approx(0.5, abs=0.02)


def test_what_a_group_shares_among_itself_is_no_reason() -> None:
    board = [Card(n, "Playback with claimants", "stop", "g") for n in "abc"]
    board += [Card("d", "A playback for Legal", "stop")]
    (found,) = suggest(board, alike=0.05)
    assert parts(found) == ["Playback"]


def test_groups_are_never_joined_with_each_other() -> None:
    board = [Card(f"{group}{n}", "Sign-off", "stop", group) for group in "gh" for n in "12"]
    assert suggest(board) == []
    (found,) = suggest([*board, Card("x", "Sign-off", "stop")])
    assert (ids([found]), found.into in ("g", "h")) == ([["x"]], True)


@pytest.mark.parametrize(
    "texts",
    [(), ("Pairing",), ("", ""), ("...", "!!!", "…"), (" \n ", "\u200d"), ("a", "b")],
)
def test_there_may_be_nothing_to_suggest(texts: tuple[str, ...]) -> None:
    assert suggest(cards(*texts)) == []


def test_emoji_signs_and_single_letters_count_as_words() -> None:
    found = suggest(cards("🎉🎉", "+1", "🎉🎉!", "+1", "a", "a", "日本語", "日本語"))
    assert ids(found) == [["0", "2"], ["1", "3"], ["4", "5"], ["6", "7"]]
    assert [parts(each) for each in found] == [["🎉🎉"], ["1"], ["a"], ["日本語"]]


def test_hostile_and_endless_texts_are_only_texts() -> None:
    endless = "x" * 500
    (found, other) = suggest(cards(endless, endless, "<b>bold</b>", "<b>bold</b>"))
    assert parts(found) == [endless]
    assert parts(other) == ["bold", "b"]


def test_no_suggestion_is_larger_than_what_can_be_grouped_at_a_time() -> None:
    (found,) = suggest(cards(*["Pairing"] * (LARGEST + 1)))
    assert len(found.cards) == LARGEST


@pytest.mark.parametrize("alike", [0, -1, 1.5, float("nan")])
def test_how_alike_goes_from_above_0_to_1(alike: float) -> None:
    with pytest.raises(WorkshopkitError, match="above 0 to 1"):
        suggest(cards("a"), alike=alike)


def test_more_alike_means_fewer_suggestions() -> None:
    board = many(80)
    assert len(joined(suggest(board, alike=0.6))) < len(joined(suggest(board, alike=0.3)))


def many(count: int) -> list[Card]:
    chance = random.Random(7)
    return [
        Card(str(n), " ".join(chance.choices(WORDS, k=chance.randint(1, 8))), chance.choice("ab"))
        for n in range(count)
    ]


def joined(found: list[Suggestion]) -> list[str]:
    return [card.id for each in found for card in each.cards]


def test_300_cards_are_no_trouble() -> None:
    found = suggest(many(300))
    assert len(joined(found)) == len(set(joined(found))) > 100


TEXT = st.one_of(st.text(max_size=12), st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join))
BOARD = st.lists(
    st.tuples(TEXT, st.sampled_from("ab"), st.sampled_from([None, None, "g", "h"])), max_size=14
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(BOARD, st.floats(0.01, 1))
def test_whatever_the_board_no_card_is_suggested_twice_and_no_group_is_touched(
    board: list[tuple[str, str, str | None]], alike: float
) -> None:
    # A group has one column: that of its cards.
    all_cards = [
        Card(str(n), text, "a" if group == "g" else "b" if group else column, group)
        for n, (text, column, group) in enumerate(board)
    ]
    by_group: dict[str | None, list[str]] = {}
    for card in all_cards:
        by_group.setdefault(card.group, []).append(card.id)
    found = suggest(all_cards, alike=alike)
    assert len(joined(found)) == len(set(joined(found)))
    for each in found:
        assert all(card in all_cards and card.group is None for card in each.cards)
        assert len({card.column for card in each.cards}) == 1
        assert list(each.members) == (by_group[each.into] if each.into else [])
        assert len(each.cards) + len(each.members) >= 2
        assert 0 <= each.alike <= 1
        assert each.shared
        assert all(len(shared.cards) >= 2 for shared in each.shared)


def test_the_table_has_a_row_for_each_card_to_be_put_somewhere() -> None:
    more = {"c5": {"text": "Sign-off, again", "column": "stop"}}
    more |= {f"c{n}": {"text": "Pair on pairing", "column": "start"} for n in (6, 7)}
    view = retro_view()
    table = themes_table(with_cards(view, more))
    assert table["theme"].tolist() == [1, 1, 1, 2]
    assert table["card"].tolist() == ["c4", "c6", "c7", "c5"]
    last = table.iloc[-1]
    assert (last["column"], last["group"], last["group_title"]) == ("Stop", "g1", "Sign-off")
    assert last["shared"] == "sign-off"
    assert table["group"].isna().tolist() == [True, True, True, False]


def test_the_table_has_the_same_columns_when_there_is_nothing_to_suggest() -> None:
    full = themes_table(with_cards(retro_view(), {"c5": {"text": "Pairing", "column": "start"}}))
    empty = themes_table(retro_view(cards=listing({}), groups=listing({})))
    assert empty.empty
    assert dict(empty.dtypes) == dict(full.dtypes)
    assert {name: str(dtype) for name, dtype in empty.dtypes.items()} == {
        "theme": "Int64",
        "card": "string",
        "text": "string",
        "column": "category",
        "group": "string",
        "group_title": "string",
        "shared": "string",
        "alike": "Float64",
    }


def test_a_card_of_another_column_counts_in_the_column_of_its_group() -> None:
    items = {
        "a": {"text": "Waiting for sign-off", "column": "continue", "group": "g1"},
        "b": {"text": "Waiting for sign-off", "column": "stop", "group": "g1"},
        "c": {"text": "Waiting for sign-off", "column": "stop"},
        "d": {"text": "Waiting for sign-off", "column": "continue"},
    }
    table = themes_table(retro_view(cards=listing(items)))
    assert table[["card", "group"]].values.tolist() == [["c", "g1"]]


def test_titles_are_in_the_language_that_was_asked_for() -> None:
    view = with_cards(retro_view(), {"c5": {"text": "Pairing", "column": "start"}})
    assert themes_table(view, lang="cy")["column"].tolist() == ["Dechrau", "Dechrau"]


def with_cards(view: dict[str, Any], more: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return view | {"cards": listing(view["cards"]["items"] | more)}
