"""The permutation test between two perspectives."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshopkit.analysis import agreement
from workshopkit.analysis.agreement import permutation_p
from workshopkit.domain.agreement import dominance

few = st.lists(st.integers(0, 2), min_size=5, max_size=5)
some = st.lists(st.integers(0, 6), min_size=5, max_size=5)


def by_hand(counts_a: list[int], counts_b: list[int]) -> float:
    """Every way to choose who is of A, one by one."""
    ours = [step for step, n in enumerate(counts_a) for _ in range(n)]
    everyone = ours + [step for step, n in enumerate(counts_b) for _ in range(n)]
    far, ways = 0, 0
    for chosen in combinations(range(len(everyone)), len(ours)):
        first = [everyone[at] for at in chosen]
        rest = [step for at, step in enumerate(everyone) if at not in chosen]
        dealt = dominance(*([part.count(step) for step in range(5)] for part in (first, rest)))
        far += abs(dealt) >= abs(dominance(counts_a, counts_b))
        ways += 1
    return far / ways


@given(few, few)
@settings(max_examples=40, deadline=None)
def test_for_few_people_every_way_is_counted(counts_a: list[int], counts_b: list[int]) -> None:
    assert permutation_p(counts_a, counts_b) == pytest.approx(by_hand(counts_a, counts_b))


def test_five_against_six_who_all_disagree() -> None:
    assert permutation_p([5, 0, 0, 0, 0], [0, 0, 0, 0, 6]) == pytest.approx(1 / 462)
    assert permutation_p([0, 0, 5, 0, 0], [0, 0, 6, 0, 0]) == 1.0


@given(some, some)
@settings(max_examples=60, deadline=None)
def test_it_is_a_share_and_the_same_either_way(counts_a: list[int], counts_b: list[int]) -> None:
    found = permutation_p(counts_a, counts_b)
    assert 0 < found <= 1
    assert permutation_p(counts_b, counts_a) == pytest.approx(found)
    assert permutation_p(counts_a[::-1], counts_b[::-1]) == pytest.approx(found)


@pytest.mark.parametrize("nobody", [[0, 0, 0, 0, 0]])
def test_nothing_sets_nobody_apart(nobody: list[int]) -> None:
    assert permutation_p(nobody, [1, 2, 3, 4, 5]) == 1.0
    assert permutation_p([1, 2, 3, 4, 5], nobody) == 1.0
    assert permutation_p(nobody, nobody) == 1.0


def test_for_many_people_ways_are_drawn_from_a_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [30, 20, 20, 10, 20], [10, 20, 25, 25, 20]
    assert permutation_p(*many) == permutation_p(*many)
    assert permutation_p(*many, seed=1) == pytest.approx(permutation_p(*many, seed=2), abs=0.01)
    exact = permutation_p([5, 4, 3, 2, 1], [1, 2, 3, 4, 5])
    monkeypatch.setattr(agreement, "EXACT_UP_TO", 0)
    assert permutation_p([5, 4, 3, 2, 1], [1, 2, 3, 4, 5]) == pytest.approx(exact, abs=0.01)


def test_what_was_drawn_is_never_certain() -> None:
    assert permutation_p([100, 0, 0, 0, 0], [0, 0, 0, 0, 100], draws=99) == 0.01


def test_up_to_the_last_exact_size_nothing_overflows() -> None:
    half = agreement.EXACT_UP_TO // 2
    assert permutation_p([half, 0, 0, 0, 0], [0, 0, 0, 0, half]) == pytest.approx(
        2 / 118264581564861424
    )
