"""Verdicts: what the whole interval says, and that a trial without effect is hardly ever met."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from math import comb, inf, nan, sqrt
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopkit.domain.trials import (
    Compare,
    Counts,
    Direction,
    Judgement,
    Trial,
    Values,
    judge,
)
from workshopkit.errors import Refused, UnknownName

EXPERIMENTS = 2000
ALLOWED = 0.025 + 3 * sqrt(0.025 * 0.975 / EXPERIMENTS)
"""What chance may make of 2.5 % in so many experiments."""
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
COMPARISONS: tuple[Compare, ...] = get_args(Compare)

counts = st.integers(0, 60).flatmap(lambda n: st.builds(Counts, k=st.integers(0, n), n=st.just(n)))
values = st.lists(st.integers(-40, 40).map(float), max_size=12).map(lambda row: Values(tuple(row)))
trials = st.one_of(
    [
        st.builds(
            Trial,
            trial=sides,
            control=st.one_of(st.none(), sides),
            compare=st.sampled_from(COMPARISONS),
            direction=st.sampled_from(DIRECTIONS),
            threshold=st.floats(0, 1),
        )
        for sides in (counts, values)
    ]
)


def level(trial: Counts | Values, threshold: float, direction: Direction = "at_least") -> Judgement:
    return judge(Trial(trial=trial, threshold=threshold, direction=direction))


def change(
    trial: Counts | Values,
    control: Counts | Values | None,
    threshold: float = 0,
    direction: Direction = "at_least",
) -> Judgement:
    return judge(
        Trial(
            trial=trial,
            control=control,
            compare="change",
            threshold=threshold,
            direction=direction,
        )
    )


def said(judgement: Judgement) -> tuple[str, str]:
    return judgement.outcome, judgement.reason


# What is met, and what is not.


def test_the_whole_interval_is_beyond_the_threshold_or_it_is_not_met() -> None:
    assert level(Counts(56, 70), 0.5).outcome == "met"
    assert level(Counts(56, 70), 0.8).outcome == "inconclusive"
    assert level(Counts(56, 70), 0.95).outcome == "not_met"
    assert level(Counts(56, 70), 0.95, "at_most").outcome == "met"


def test_a_change_is_that_of_the_trial_less_that_of_the_control() -> None:
    assert change(Counts(56, 70), Counts(48, 80)).outcome == "met"
    assert change(Counts(48, 80), Counts(56, 70)).outcome == "not_met"
    assert change(Counts(48, 80), Counts(56, 70), 0, "at_most").outcome == "met"
    assert change(Counts(56, 70), Counts(48, 80), 0.1).outcome == "inconclusive"
    shorter, longer = Values((3, 4, 5, 4, 3, 4)), Values((9, 8, 9, 10, 9, 8))
    assert change(shorter, longer, -2, "at_most").outcome == "met"
    assert change(longer, shorter, 0, "at_most").outcome == "not_met"


def test_the_interval_comes_with_the_verdict() -> None:
    found = level(Counts(81, 263), 0.2)
    assert found.interval is not None
    assert found.interval.low == pytest.approx(0.25528852)
    assert said(found) == ("met", "")


def test_the_control_is_nothing_to_a_level() -> None:
    with_control = Trial(trial=Counts(56, 70), control=Counts(0, 0), threshold=0.5)
    assert judge(with_control) == level(Counts(56, 70), 0.5)


def test_an_interval_that_touches_the_threshold_is_inconclusive() -> None:
    assert said(level(Counts(0, 9), 0.0)) == ("inconclusive", "")
    assert said(level(Counts(9, 9), 1.0, "at_most")) == ("inconclusive", "")


def test_one_of_one_is_not_enough_for_wilson_to_be_relied_on() -> None:
    found = level(Counts(1, 1), 0.1)
    assert said(found) == ("inconclusive", "few_readings")
    assert found.interval is not None
    assert found.interval.low > 0.1


def test_two_values_beside_many_are_not_relied_on_too_soon() -> None:
    many = Values((4.0, 5.0, 6.0, 5.5, 4.5, 5.2, 4.8, 5.1, 4.9, 5.0))
    assert said(change(Values((6.5, 6.7)), many)) == ("inconclusive", "few_readings")
    assert said(change(Values((16.3, 16.4)), many)) == ("met", "")


@given(trials)
def test_what_is_met_one_way_is_not_met_the_other(trial: Trial) -> None:
    turned = judge(turn(trial))
    opposite = {"met": "not_met", "not_met": "met", "inconclusive": "inconclusive"}
    found = judge(trial)
    assert turned.outcome == opposite[found.outcome]
    assert (turned.reason, turned.interval) == (found.reason, found.interval)


def turn(trial: Trial) -> Trial:
    return Trial(
        trial=trial.trial,
        control=trial.control,
        compare=trial.compare,
        direction="at_most" if trial.direction == "at_least" else "at_least",
        threshold=trial.threshold,
    )


@given(trials)
def test_a_verdict_never_goes_against_the_interval(trial: Trial) -> None:
    found = judge(trial)
    if found.outcome == "inconclusive":
        return
    assert found.interval is not None
    above = (found.outcome == "met") == (trial.direction == "at_least")
    assert found.interval.low > trial.threshold if above else found.interval.high < trial.threshold
    assert found.reason == ""


@given(trials, st.floats(0, 1))
def test_a_harder_threshold_is_not_met_more_easily(trial: Trial, other: float) -> None:
    lower, higher = sorted((trial.threshold, other))
    reached = [level_or_change(trial, threshold).outcome == "met" for threshold in (lower, higher)]
    assert reached[0] >= reached[1]


def level_or_change(trial: Trial, threshold: float) -> Judgement:
    return judge(
        Trial(trial=trial.trial, control=trial.control, compare=trial.compare, threshold=threshold)
    )


# What says nothing.


@pytest.mark.parametrize("none", [Counts(0, 0), Values(())], ids=repr)
def test_without_readings_nothing_is_said(none: Counts | Values) -> None:
    assert level(none, 0.5) == Judgement("inconclusive", "no_readings")
    assert change(none, none) == Judgement("inconclusive", "no_readings")


def test_without_a_control_there_is_no_change() -> None:
    for control in (None, Counts(0, 0)):
        assert change(Counts(3, 4), control) == Judgement("inconclusive", "no_control")
    for nothing in (None, Values(())):
        assert change(Values((1, 2)), nothing) == Judgement("inconclusive", "no_control")


def test_one_reading_does_not_say_how_readings_vary() -> None:
    assert level(Values((9.0,)), 1) == Judgement("inconclusive", "one_reading")
    assert change(Values((9.0,)), Values((1, 2, 3))) == Judgement("inconclusive", "one_reading")
    assert change(Values((7, 8, 9)), Values((1.0,))) == Judgement("inconclusive", "one_reading")


def test_readings_that_are_all_alike_do_not_either() -> None:
    assert level(Values((5.0,) * 9), 1) == Judgement("inconclusive", "no_spread")
    assert level(Values((0.1,) * 3), 0) == Judgement("inconclusive", "no_spread")
    assert change(Values((5, 5, 5)), Values((1, 2, 3))) == Judgement("inconclusive", "no_spread")
    assert change(Values((5, 6, 7)), Values((1, 1, 1))) == Judgement("inconclusive", "no_spread")


@pytest.mark.parametrize("count", [(2, 1), (-1, 3), (0, -1), (nan, 3), (1, inf), (0.5, 2)])
def test_what_is_no_count_is_refused(count: tuple[Any, Any]) -> None:
    with pytest.raises(Refused) as refusal:
        Counts(*count)
    assert refusal.value.code == "bad_number"


@pytest.mark.parametrize("value", [nan, inf, -inf, 1e300])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(Refused):
        Values((1.0, value))
    with pytest.raises(Refused):
        level(Values((1.0, 2.0)), value)


def test_a_share_has_its_threshold_between_nought_and_one() -> None:
    for threshold in (60, -0.1):
        with pytest.raises(Refused, match="share"):
            level(Counts(1, 2), threshold)
    with pytest.raises(Refused, match="share"):
        change(Counts(1, 2), Counts(1, 2), -1.5)
    assert change(Counts(1, 2), Counts(1, 2), -0.5).outcome == "inconclusive"


def test_counts_do_not_compare_with_values() -> None:
    with pytest.raises(Refused, match="compare"):
        change(Counts(1, 2), Values((1, 2)))


def test_an_unknown_direction_names_the_nearest() -> None:
    wrong: Any = "at-least"
    with pytest.raises(UnknownName, match="at_least"):
        level(Counts(1, 2), 0.5, wrong)
    with pytest.raises(UnknownName, match="change"):
        judge(Trial(trial=Counts(1, 2), threshold=0, compare="chance"))  # type: ignore[arg-type]


# Honesty: how often a trial without effect is said to be met.


def binomial(n: int, share: float) -> list[float]:
    return [comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(n + 1)]


@pytest.mark.parametrize("n", [1, 2, 5, 10, 20, 50, 120])
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_no_share_is_met_by_chance_more_often_than_it_may_be(n: int, direction: Direction) -> None:
    """Counted out, not simulated: the true share is the threshold itself."""
    for share in (0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99):
        met = sum(
            chance
            for k, chance in enumerate(binomial(n, share))
            if level(Counts(k, n), share, direction).outcome == "met"
        )
        assert met <= 0.025, share


@pytest.mark.parametrize("sizes", [(1, 1), (2, 2), (5, 5), (12, 12), (3, 20), (10, 40), (40, 10)])
@pytest.mark.parametrize("threshold", [0.0, 0.1, -0.2])
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_no_change_of_a_share_is_met_by_chance_more_often_than_it_may_be(
    sizes: tuple[int, int], threshold: float, direction: Direction
) -> None:
    met = {
        (a, b): change(Counts(a, sizes[0]), Counts(b, sizes[1]), threshold, direction).outcome
        == "met"
        for a, b in product(range(sizes[0] + 1), range(sizes[1] + 1))
    }
    for before in (0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99):
        if 0 < before + threshold < 1:
            after = binomial(sizes[0], before + threshold), binomial(sizes[1], before)
            assert sum(after[0][a] * after[1][b] for (a, b), is_met in met.items() if is_met) < (
                ALLOWED
            ), before


def share_met(experiments: Iterator[Judgement]) -> float:
    found = [next(experiments).outcome == "met" for _ in range(EXPERIMENTS)]
    return sum(found) / EXPERIMENTS


@pytest.mark.parametrize(("n", "share"), [(20, 0.5), (40, 0.05), (200, 0.1), (1000, 0.9)])
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_of_2000_shares_without_effect_hardly_any_is_met(
    n: int, share: float, direction: Direction
) -> None:
    import numpy as np

    chance = np.random.default_rng(20240511)
    experiments = (
        level(Counts(int(k), n), share, direction) for k in chance.binomial(n, share, EXPERIMENTS)
    )
    assert share_met(experiments) <= ALLOWED


@pytest.mark.parametrize("sizes", [(20, 20), (10, 200), (200, 10), (300, 500)])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.5])
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_of_2000_changes_of_shares_without_effect_hardly_any_is_met(
    sizes: tuple[int, int], share: float, direction: Direction
) -> None:
    import numpy as np

    chance = np.random.default_rng(20240512)
    pairs = chance.binomial(sizes, share, (EXPERIMENTS, 2)).tolist()
    experiments = (change(Counts(a, sizes[0]), Counts(b, sizes[1]), 0, direction) for a, b in pairs)
    assert share_met(experiments) <= ALLOWED


Draw = Callable[[Any, int], list[float]]
DRAWS: dict[str, Draw] = {
    "normal": lambda chance, n: chance.normal(20, 3, n).tolist(),
    "even": lambda chance, n: chance.uniform(10, 30, n).tolist(),
    "whole": lambda chance, n: chance.binomial(40, 0.5, n).astype(float).tolist(),
}
"""Readings with a mean of 20."""


def readings(draw: str, chance: Any, n: int) -> Values:
    return Values(tuple(DRAWS[draw](chance, n)))


@pytest.mark.parametrize(
    ("draw", "n"),
    [("normal", 2), ("normal", 3), *product(DRAWS, (10, 30))],
)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_of_2000_means_without_effect_hardly_any_is_met(
    draw: str, n: int, direction: Direction
) -> None:
    import numpy as np

    chance = np.random.default_rng(20240513)
    experiments = (level(readings(draw, chance, n), 20, direction) for _ in range(EXPERIMENTS))
    assert share_met(experiments) <= ALLOWED


@pytest.mark.parametrize(
    ("draw", "sizes"),
    [
        *product(["normal"], [(2, 2), (2, 10), (3, 30), (5, 20)]),
        *product(DRAWS, [(8, 8), (30, 40)]),
    ],
)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_of_2000_changes_of_means_without_effect_hardly_any_is_met(
    draw: str, sizes: tuple[int, int], direction: Direction
) -> None:
    import numpy as np

    chance = np.random.default_rng(20240514)
    ours, theirs = sizes
    experiments = (
        change(readings(draw, chance, ours), readings(draw, chance, theirs), 0, direction)
        for _ in range(EXPERIMENTS)
    )
    assert share_met(experiments) <= ALLOWED


def test_ratings_that_are_alike_by_chance_are_not_taken_for_certain() -> None:
    """Most people give the highest mark: three of them agree often, and that proves nothing."""
    import numpy as np

    chance = np.random.default_rng(20240515)

    def ratings(n: int) -> Values:
        return Values(tuple(chance.choice([3.0, 4.0, 5.0], n, p=[0.05, 0.25, 0.7]).tolist()))

    experiments = (change(ratings(3), ratings(30)) for _ in range(EXPERIMENTS))
    assert share_met(experiments) <= ALLOWED


def test_what_has_an_effect_is_found() -> None:
    """Caution has its price, but not a high one."""
    import numpy as np

    chance = np.random.default_rng(20240516)
    pairs = chance.binomial(100, (0.6, 0.3), (EXPERIMENTS, 2)).tolist()
    assert share_met(change(Counts(a, 100), Counts(b, 100)) for a, b in pairs) > 0.95
    experiments = (
        change(
            Values(tuple(chance.normal(23, 3, 20).tolist())),
            Values(tuple(chance.normal(20, 3, 20).tolist())),
        )
        for _ in range(EXPERIMENTS)
    )
    assert share_met(experiments) > 0.8
