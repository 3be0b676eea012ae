"""Measures of agreement, against published numbers."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workshopkit.domain.agreement import (
    cliffs_delta,
    consensus,
    dominance,
    kendalls_w,
    median,
    polarisation,
    quantile,
    quartiles,
    van_der_eijk,
)

EXACT = 1e-9
AGRMT = {
    # What the R package agrmt 1.42.12 says: A, polarisation, consensus.
    (30, 40, 210, 130, 530, 50, 10): (0.611333333333333, 0.194333333333333, 0.725687613959346),
    (0, 0, 10, 0, 0): (1.0, 0.0, 1.0),
    (5, 0, 0, 0, 5): (-1.0, 1.0, 0.0),
    (2, 2, 2, 2, 2): (0.0, 0.5, 0.433985000288462),
    (0, 1, 2, 5, 2): (0.55, 0.225, 0.709449808109681),
    (1, 3, 6, 14, 6): (0.483333333333333, 0.258333333333333, 0.644710652920936),
    (3, 0, 4, 0, 3): (-0.15, 0.575, 0.4),
    (0, 0, 5, 5, 0): (0.75, 0.125, 0.807354922057604),
    (4, 1, 0, 1, 4): (-0.655555555555556, 0.827777777777778, 0.116992500144231),
    (0, 0, 1, 2, 4, 6, 2): (0.6, 0.2, 0.752753194527625),
}
ANXIETY = (
    # Three raters of twenty subjects, from the R package irr.
    (3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3),
    (3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4),
    (2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2),
)
counts = st.lists(st.integers(0, 300), min_size=2, max_size=7)
answers = st.lists(st.integers(1, 5), min_size=1, max_size=60)


@pytest.mark.parametrize("frequencies", AGRMT, ids=str)
def test_agreement_is_what_agrmt_says(frequencies: tuple[int, ...]) -> None:
    known = AGRMT[frequencies]
    found = (van_der_eijk(frequencies), polarisation(frequencies), consensus(frequencies))
    assert found == pytest.approx(known, abs=EXACT, rel=0)


def test_concordance_is_what_irr_says() -> None:
    found = kendalls_w(ANXIETY)
    assert found is not None
    assert found.w == pytest.approx(0.5396568759544, abs=EXACT)
    assert found.chi2 == pytest.approx(30.7604419294, abs=EXACT)
    assert (found.raters, found.items) == (3, 20)


def test_dominance_is_what_was_published() -> None:
    treatment, control = [2, 3, 3, 1, 1], [1, 1, 1, 2, 1]
    assert cliffs_delta(treatment, control) == pytest.approx(-0.25, abs=EXACT)
    assert cliffs_delta(control, treatment) == pytest.approx(0.25, abs=EXACT)
    # U counts half a tie: U - (pairs - U) is the dominance.
    assert dominance(treatment, control) == 22.5 - (60 - 22.5)


@pytest.mark.parametrize("nobody", [[0, 0, 0, 0, 0], [0], []])
def test_of_nobody_there_is_nothing_to_say(nobody: list[int]) -> None:
    for measure in (van_der_eijk, polarisation, consensus, median, quartiles):
        assert measure(nobody) is None
    assert cliffs_delta(nobody, [1] * len(nobody)) is None
    assert cliffs_delta([1] * len(nobody), nobody) is None


@pytest.mark.parametrize("ballots", [[], [[1, 2]], [[1], [2]], [[], []], [[3, 3], [1, 1]]], ids=str)
def test_without_two_orders_there_is_no_concordance(ballots: list[list[int]]) -> None:
    assert kendalls_w(ballots) is None


def test_the_middle_lies_between_neighbours() -> None:
    assert median([1, 0, 0, 1, 0]) == 2.5
    assert median([1, 1, 1, 0, 0]) == 2.0
    assert quartiles([1, 1, 1, 1, 0]) == (1.75, 3.25)
    assert quartiles([0, 0, 0, 0, 1]) == (5.0, 5.0)


@given(answers, st.floats(0, 1))
def test_quantiles_are_those_of_the_answers_in_a_row(given_: list[int], part: float) -> None:
    """Type 7, as numpy has it."""
    import numpy as np

    found = quantile(tally(given_), part)
    assert found == pytest.approx(float(np.quantile(given_, part)), abs=1e-9)


@given(counts)
def test_measures_stay_within_their_ranges(frequencies: list[int]) -> None:
    assume(sum(frequencies))
    agreement, spread = van_der_eijk(frequencies), polarisation(frequencies)
    assert agreement is not None
    assert spread is not None
    assert -1 <= agreement <= 1
    assert spread == pytest.approx((1 - agreement) / 2)
    found = consensus(frequencies)
    assert found is not None
    assert 0 <= found <= 1
    assert van_der_eijk(frequencies[::-1]) == pytest.approx(agreement)
    assert consensus(frequencies[::-1]) == pytest.approx(found)


@given(answers, st.randoms(use_true_random=False))
def test_it_does_not_matter_who_answered_first(given_: list[int], chance: Random) -> None:
    before = tally(given_)
    chance.shuffle(given_)
    assert tally(given_) == before
    ballots = [[chance.randint(1, 5) for _ in range(4)] for _ in range(5)]
    turned = sorted(ballots, key=lambda _: chance.random())
    one, other = kendalls_w(ballots), kendalls_w(turned)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one.w == pytest.approx(other.w)


@given(st.integers(0, 6), st.integers(1, 1000), st.integers(2, 7))
def test_all_alike_is_agreement_of_one(place: int, people: int, steps: int) -> None:
    frequencies = [people if at == place % steps else 0 for at in range(steps)]
    assert (van_der_eijk(frequencies), consensus(frequencies)) == (1.0, 1.0)
    assert polarisation(frequencies) == 0.0
    assert median(frequencies) == 1 + place % steps


@given(counts, st.integers(2, 9))
def test_only_the_shares_matter(frequencies: list[int], times: int) -> None:
    assume(sum(frequencies))
    more = [n * times for n in frequencies]
    assert van_der_eijk(more) == pytest.approx(van_der_eijk(frequencies))
    assert consensus(more) == pytest.approx(consensus(frequencies))


@given(st.lists(st.permutations(range(5)), min_size=2, max_size=8))
def test_concordance_is_between_chance_and_the_same_order(ballots: list[list[int]]) -> None:
    found, same = kendalls_w(ballots), kendalls_w([ballots[0]] * 4)
    assert found is not None
    assert same is not None
    assert 0 <= found.w <= 1
    assert same.w == pytest.approx(1)


@given(answers, answers)
def test_dominance_counts_every_pair(ours: list[int], theirs: list[int]) -> None:
    pairs = sum((a > b) - (a < b) for a in ours for b in theirs)
    assert dominance(tally(ours), tally(theirs)) == pairs
    assert cliffs_delta(tally(ours), tally(theirs)) == pytest.approx(
        pairs / len(ours) / len(theirs)
    )


def tally(given_: Sequence[int]) -> list[int]:
    return [given_.count(step) for step in range(1, 6)]
