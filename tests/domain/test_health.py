"""The health check: private answers, frozen results, and the team's last ones beside them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from tests.domain.scenario import FixedContext, Rules, Scenario, actor
from workshopkit.domain.activity import Actor, Contributions, Role, Viewer
from workshopkit.domain.checks import Check, HealthChecked, Light, Tally, Trend, with_check
from workshopkit.domain.health import HEALTH, HealthOptions, HealthState, Topic
from workshopkit.domain.health import commands as c
from workshopkit.domain.health import events as e
from workshopkit.domain.team import TeamState
from workshopkit.errors import Refused

A = "check"
FLOW = Topic("flow", {"en": "Flow", "cy": "Llif"}, {"en": "It flows"}, {"en": "It is stuck"})
FUN = Topic("fun", {"en": "Fun"})
OPTIONS = HealthOptions((FLOW, FUN))
LEAD = actor(Role.FACILITATOR, "lead", "answers", "comments")
ADA = actor(Role.PARTICIPANT, "ada", "answers", "comments")
BEN = actor(Role.PARTICIPANT, "ben", "answers", "comments")
SCREEN = Actor(Role.OBSERVER)
NOTHING = {"lights": dict.fromkeys(("green", "amber", "red", "cannot_say"), 0),
           "trends": dict.fromkeys(("better", "same", "worse"), 0)}  # fmt: skip


def asked(options: HealthOptions = OPTIONS) -> Scenario:
    return Scenario(Rules(HEALTH.decide, evolve), HEALTH.start(options))


def evolve(state: HealthState, event: Any) -> HealthState:
    """As a workshop does it, which tells of its team's events as well."""
    if event.stream == "team":
        return HEALTH.follow(state, TeamState(checks=with_check(state.checks, event)))
    return HEALTH.evolve(state, event)


def said(
    topic: str = "flow", light: Light = "green", trend: Trend = "", by: Actor = ADA
) -> e.Rated:
    return e.Rated(A, by.authors["answers"], topic, light, trend)


def wrote(text: str, topic: str = "flow", by: Actor = ADA) -> e.CommentWritten:
    author = by.authors["comments"]
    return e.CommentWritten(A, author, topic, f"{author}-{topic}", text)


def results(*comments: str) -> e.PhaseMoved:
    return e.PhaseMoved(A, "results", comments)


AGAIN = e.PhaseMoved(A, "answer")
SHOW = c.MovePhase(A, "results")


def view(state: HealthState, role: Role = Role.PARTICIPANT) -> dict[str, Any]:
    return HEALTH.view(state, Viewer(role))


def me(state: HealthState, who: Actor) -> dict[str, Any]:
    return HEALTH.me(state, Viewer(who.role, who.authors))


def result(state: HealthState, topic: str = "flow") -> dict[str, Any]:
    return dict(view(state)["results"]["topics"]["items"][topic])


def tally(title: str = "Flow", /, **counts: int) -> Tally:
    lights = {**NOTHING["lights"], **{k: n for k, n in counts.items() if k in NOTHING["lights"]}}
    trends = {**NOTHING["trends"], **{k: n for k, n in counts.items() if k in NOTHING["trends"]}}
    return Tally({"en": title}, lights, trends)


def team(*activities: str, day: str = "2025-12-01", **counts: int) -> TeamState:
    checks = {each: Check(day, 3, {"flow": tally(**counts)}) for each in activities}
    return TeamState("t", "Payments", checks=checks)


def test_what_one_says_is_seen_by_oneself_alone() -> None:
    """PR1, PR4."""
    rated = asked().when(c.Rate(A, "flow", "red", "worse"), ADA).accepted()
    state = rated.when(c.Write(A, "flow", " stuck again "), ADA).accepted().state
    assert me(state, ADA) == {
        "ratings": {"flow": {"light": "red", "trend": "worse"}},
        "comments": {"flow": "stuck again"},
    }
    assert me(state, BEN) == {"ratings": {}, "comments": {}}
    for role in Role:
        seen = repr(view(state, role))
        assert "stuck again" not in seen
        assert "'red'" not in seen
        assert view(state, role)["answered"] == 1


def test_light_and_trend_are_said_anew_together() -> None:
    once = asked().given(said(trend="same"))
    state = once.when(c.Rate(A, "flow", "amber", "worse"), ADA).accepted().state
    assert me(state, ADA)["ratings"] == {"flow": {"light": "amber", "trend": "worse"}}
    once.when(c.Rate(A, "flow", "green", "same"), ADA).then_nothing()


def test_either_may_be_left_open_and_both_take_it_back() -> None:
    trend = asked().when(c.Rate(A, "flow", trend="better"), ADA).then(said("flow", "", "better"))
    assert me(trend.state, ADA)["ratings"] == {"flow": {"trend": "better"}}
    back = trend.when(c.Rate(A, "flow"), ADA).then(said("flow", ""))
    assert view(back.state)["answered"] == 0
    asked().when(c.Rate(A, "flow"), ADA).then_nothing()


def test_a_comment_is_written_anew_and_taken_back() -> None:
    once = asked().when(c.Write(A, "flow", "Slow"), ADA)
    first = once.then(e.CommentWritten(A, "ada-comments", "flow", "new-1", "Slow"))
    again = first.when(c.Write(A, "flow", "Slower"), ADA)
    after = again.then(e.CommentWritten(A, "ada-comments", "flow", "new-1", "Slower"))
    after.when(c.Write(A, "flow", "Slower "), ADA).then_nothing()
    gone = after.when(c.Write(A, "flow", " "), ADA).accepted()
    assert me(gone.state, ADA)["comments"] == {}
    gone.when(c.Write(A, "flow", ""), ADA).then_nothing()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.Rate(A, "gone", "green"), "unknown_topic"),
        (c.Write(A, "gone", "x"), "unknown_topic"),
        (c.Rate(A, "flow", "blue"), "unknown_option"),  # type: ignore[arg-type]
        (c.Rate(A, "flow", "green", "up"), "unknown_option"),  # type: ignore[arg-type]
        (c.Write(A, "flow", "x" * 301), "too_long"),
        (c.MovePhase(A, "party"), "unknown_phase"),
    ],
)
def test_what_is_no_answer_is_refused(command: object, code: str) -> None:
    asked().when(command, LEAD).refused(code)


def test_an_observer_only_looks() -> None:
    asked().when(c.Rate(A, "flow", "green"), SCREEN).refused("not_allowed")
    asked().when(c.Write(A, "flow", "x"), SCREEN).refused("not_allowed")


@pytest.mark.parametrize("who", [ADA, SCREEN])
def test_only_the_facilitator_leads(who: Actor) -> None:
    asked().when(SHOW, who).refused("not_allowed")
    asked().given(results()).when(c.Focus(A, "flow"), who).refused("not_allowed")


def test_the_results_freeze() -> None:
    """PR4."""
    given = asked().given(said(light="green", trend="better"), said(light="red", by=BEN))
    after = given.when(SHOW, LEAD).accepted()
    assert view(after.state)["results"]["answered"] == 2
    assert result(after.state) == {
        "lights": {"green": 1, "amber": 0, "red": 1, "cannot_say": 0},
        "trends": {"better": 1, "same": 0, "worse": 0},
    }
    for late in (c.Rate(A, "flow", "amber"), c.Write(A, "flow", "late")):
        after.when(late, ADA).refused("wrong_phase")
    assert me(after.state, ADA)["ratings"] == {"flow": {"light": "green", "trend": "better"}}


def test_the_most_worrying_topic_comes_first_and_what_nobody_could_say_last() -> None:
    options = HealthOptions((FLOW, FUN, Topic("odd", {"en": "Odd"}), Topic("calm", {"en": "Calm"})))
    given = asked(options).given(
        said("flow", "green"),
        said("fun", "green"),
        said("fun", "red", by=BEN),
        said("odd", "cannot_say"),
        said("calm", "amber"),
        said("calm", "red", by=BEN),
        results(),
    )
    assert view(given.state)["results"]["topics"]["order"] == ["calm", "fun", "flow", "odd"]


def test_comments_are_shown_shuffled_without_anybody() -> None:
    """PR2."""
    given = asked().given(wrote("one"), wrote("two", by=BEN), wrote("three", "fun", BEN))
    shown = given.when(SHOW, LEAD)
    after = shown.then(results("ben-comments-fun", "ben-comments-flow", "ada-comments-flow"))
    assert result(after.state)["comments"] == ["two", "one"]
    assert result(after.state, "fun")["comments"] == ["three"]
    assert "ben" not in repr(view(after.state))


def test_a_comment_whose_words_were_forgotten_is_not_shown() -> None:
    state = asked().given(wrote(""), results("ada-comments-flow")).state
    assert "comments" not in result(state)


def test_asking_again_is_a_new_round() -> None:
    before = asked().given(said(), wrote("x"), results("ada-comments-flow"), e.FocusMoved(A, "fun"))
    after = before.when(c.MovePhase(A, "answer"), LEAD).then(AGAIN)
    seen = view(after.state)
    assert (seen["round"], seen["answered"], seen["private"]) == (2, 0, True)
    assert not {"results", "focus"} & seen.keys()
    assert me(after.state, ADA) == {"ratings": {}, "comments": {}}
    second = view(after.given(said(light="amber"), results()).state)["results"]
    assert (second["round"], second["answered"]) == (2, 1)


def test_the_team_keeps_the_counts_and_nothing_of_anybody() -> None:
    """PR11."""
    given = asked().given(said(light="red", trend="worse"), wrote("secret words"))
    moved, checked = given.when(SHOW, LEAD).events
    assert moved == results("ada-comments-flow")
    assert checked == HealthChecked(
        A,
        "2026-01-01",
        1,
        {
            "flow": Tally(FLOW.title, tally(red=1).lights, tally(worse=1).trends),
            "fun": tally("Fun"),
        },
    )
    assert "secret" not in repr(checked)


def test_the_team_keeps_which_workshop_it_was_part_of() -> None:
    state = HEALTH.follow(asked().given(said()).state, TeamState("t", "Payments", here="w"))
    _, checked = HEALTH.decide(state, SHOW, LEAD, FixedContext())
    assert isinstance(checked, HealthChecked)
    assert checked.workshop == "w"


def test_a_check_that_nobody_answered_is_not_kept() -> None:
    asked().given(wrote("but no answer")).when(SHOW, LEAD).then(results("ada-comments-flow"))


def test_the_last_time_stands_beside_this_time_and_only_once_it_is_shown() -> None:
    """PR11."""
    state = HEALTH.follow(asked().given(said()).state, team("old", "older", red=2, worse=1))
    assert "before" not in repr(view(state))
    after = HEALTH.evolve(state, results())
    assert result(after)["before"] == {
        "day": "2025-12-01",
        "lights": {"green": 0, "amber": 0, "red": 2, "cannot_say": 0},
        "trends": {"better": 0, "same": 0, "worse": 1},
    }
    assert "before" not in result(after, "fun")


def test_what_came_after_it_is_not_its_last_time() -> None:
    """In whatever order a room reads the workshop's log and the team's."""
    known = team("first", green=1)
    checks = {**known.checks, **team(A, day="2026-01-01", amber=1).checks,
              **team("later", day="2026-02-01", red=1).checks}  # fmt: skip
    both = TeamState("t", "Payments", checks=checks)
    one = HEALTH.follow(asked().given(said(), results()).state, both)
    other = HEALTH.evolve(HEALTH.evolve(HEALTH.follow(asked().state, both), said()), results())
    assert one == other
    assert result(one)["before"]["day"] == "2025-12-01"


def test_a_topic_that_was_left_out_last_time_is_compared_with_the_time_before() -> None:
    without = Check("2025-12-15", 2, {"flow": tally(cannot_say=2)})
    known = team("old", amber=1)
    both = TeamState("t", "Payments", checks={**known.checks, "other": without})
    state = HEALTH.evolve(HEALTH.follow(asked().given(said()).state, both), results())
    assert result(state)["before"]["day"] == "2025-12-01"


def test_the_facilitator_alone_gets_all_that_the_team_checked() -> None:
    state = HEALTH.follow(asked().given(said(), results()).state, team("old", A, red=1))
    seen = view(state, Role.FACILITATOR)["history"]
    assert [(each["own"], each["day"], each["answered"]) for each in seen] == [
        (False, "2025-12-01", 3),
        (True, "2025-12-01", 3),
    ]
    assert seen[0]["topics"][0]["lights"]["red"] == 1
    assert "history" not in view(state)


def test_the_facilitator_brings_everyone_to_a_topic_once_results_are_shown() -> None:
    asked().when(c.Focus(A, "flow"), LEAD).refused("wrong_phase")
    shown = asked().given(results())
    after = shown.when(c.Focus(A, "flow"), LEAD).then(e.FocusMoved(A, "flow"))
    assert view(after.state)["focus"] == "flow"
    after.when(c.Focus(A, "flow"), LEAD).then_nothing()
    after.when(c.Focus(A, "gone"), LEAD).refused("unknown_topic")
    assert "focus" not in view(after.when(c.Focus(A), LEAD).accepted().state)


def test_an_action_is_about_a_topic_by_its_name() -> None:
    assert HEALTH.name_of(asked().state, "flow") == "Flow"
    assert HEALTH.name_of(asked().state, "gone") is None
    assert "results" in HEALTH.actions_in


def test_a_check_takes_only_so_many_people(monkeypatch: pytest.MonkeyPatch) -> None:
    decide = import_module("workshopkit.domain.health.decide")
    monkeypatch.setattr(decide, "PEOPLE_LIMIT", 1)
    one = asked().given(said(), wrote("x"))
    one.when(c.Rate(A, "fun", "green"), BEN).refused("too_many")
    one.when(c.Write(A, "fun", "y"), BEN).refused("too_many")
    one.when(c.Rate(A, "fun", "green"), ADA).accepted()


@pytest.mark.parametrize("topics", [(FLOW, FLOW), (Topic("flow", {"en": ""}),)])
def test_topics_need_a_title_and_an_id_of_their_own(topics: tuple[Topic, ...]) -> None:
    with pytest.raises(Refused) as refused:
        HEALTH.start(HealthOptions(topics))
    assert refused.value.code == "bad_options"


@pytest.mark.parametrize(
    "events",
    [
        (said(),),
        (wrote("x"),),
        (said(), results(), AGAIN),
        (wrote("x"), results("ada-comments-flow"), AGAIN),
    ],
)
def test_a_topic_that_people_spoke_about_stays(events: tuple[Any, ...]) -> None:
    spoken = asked().given(*events).state
    with pytest.raises(Refused) as refused:
        HEALTH.adopt(spoken, HealthOptions((FUN,)))
    assert refused.value.code == "would_lose_answers"
    better = HealthOptions((Topic("flow", {"en": "How it flows"}), Topic("new", {"en": "New"})))
    assert HEALTH.adopt(spoken, better).options == better


def test_a_topic_that_came_onto_the_list_later_waits_for_the_next_round() -> None:
    shown = asked().given(said(), results()).state
    more = HEALTH.adopt(shown, HealthOptions((FLOW, FUN, Topic("new", {"en": "New"}))))
    assert view(more)["results"]["topics"]["order"] == ["flow", "fun"]
    talking = HEALTH.evolve(shown, e.FocusMoved(A, "fun"))
    less = HEALTH.adopt(talking, HealthOptions((FLOW,)))
    assert view(less)["results"]["topics"]["order"] == ["flow"]
    assert "focus" not in view(less)


def test_how_much_people_contributed_is_told_only_once_it_is_shown() -> None:
    given = asked().given(said(), said("fun"), said(by=BEN), wrote("x"))
    assert HEALTH.contributed(given.state) == {}
    assert HEALTH.contributed(given.given(results("ada-comments-flow")).state) == {
        "answers": Contributions((1, 2)),
        "comments": Contributions((1,)),
    }
