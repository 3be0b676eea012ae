"""The names that history is written in. Never change or remove one: add the new one beside it."""

from __future__ import annotations

import inspect
from typing import get_args

import pytest
from msgspec import Struct
from msgspec.structs import fields

from tests.room.house import VOCABULARY
from workshopkit.domain.activity import ActivityEvent, Event

COMMANDS = {
    "action_review.decide",
    "action_review.focus",
    "action_review.mark",
    "action_review.move_phase",
    "action_review.take_mark_back",
    "experiments.add_experiment",
    "experiments.amend_plan",
    "experiments.change_plan",
    "experiments.correct_reading",
    "experiments.decide_experiment",
    "experiments.edit_experiment",
    "experiments.expect",
    "experiments.focus",
    "experiments.give_vote",
    "experiments.move_experiment",
    "experiments.move_phase",
    "experiments.record_readings",
    "experiments.remove_experiment",
    "experiments.start_experiment",
    "experiments.take_vote_back",
    "experiments.withdraw_reading",
    "goals.add_item",
    "goals.add_link",
    "goals.delete_item",
    "goals.edit_item",
    "goals.focus",
    "goals.move_phase",
    "goals.rate",
    "goals.remove_link",
    "goals.unrate",
    "health.focus",
    "health.move_phase",
    "health.rate",
    "health.write",
    "poll.answer",
    "poll.choose",
    "poll.move_phase",
    "poll.withdraw",
    "retro.add_card",
    "retro.count_room",
    "retro.delete_card",
    "retro.edit_card",
    "retro.focus",
    "retro.give_vote",
    "retro.group_cards",
    "retro.hide_card",
    "retro.move_card",
    "retro.move_phase",
    "retro.rename_group",
    "retro.show_card",
    "retro.take_out",
    "retro.take_vote_back",
    "retro.undo",
    "retro.ungroup",
    "team.add_action",
    "team.change_action",
    "team.remove_action",
    "workshop.add_activity",
    "workshop.change_activity",
    "workshop.end_turns",
    "workshop.extend_timer",
    "workshop.finish",
    "workshop.lend_ticket",
    "workshop.lock_door",
    "workshop.make_live",
    "workshop.mix_turns",
    "workshop.pass_turn",
    "workshop.pause_timer",
    "workshop.recall_tickets",
    "workshop.remove_person",
    "workshop.renew_code",
    "workshop.resume_timer",
    "workshop.set_perspectives",
    "workshop.start_timer",
    "workshop.stop_timer",
    "workshop.unlock_door",
}
EVENTS = {
    "action_review.action_marked",
    "action_review.focus_moved",
    "action_review.mark_taken_back",
    "action_review.notes_shown",
    "action_review.phase_moved",
    "experiments.expected",
    "experiments.focus_moved",
    "experiments.phase_moved",
    "experiments.vote_given",
    "experiments.vote_taken_back",
    "goals.focus_moved",
    "goals.item_added",
    "goals.item_deleted",
    "goals.item_edited",
    "goals.items_revealed",
    "goals.link_added",
    "goals.link_removed",
    "goals.phase_moved",
    "goals.rated",
    "goals.unrated",
    "health.comment_taken_back",
    "health.comment_written",
    "health.focus_moved",
    "health.phase_moved",
    "health.rated",
    "poll.answered",
    "poll.chosen",
    "poll.phase_moved",
    "poll.withdrawn",
    "retro.card_added",
    "retro.card_deleted",
    "retro.card_edited",
    "retro.card_hidden",
    "retro.card_moved",
    "retro.card_shown",
    "retro.card_taken_out",
    "retro.cards_grouped",
    "retro.cards_revealed",
    "retro.focus_moved",
    "retro.group_renamed",
    "retro.group_taken_apart",
    "retro.grouping_undone",
    "retro.phase_moved",
    "retro.room_counted",
    "retro.room_vote_given",
    "retro.room_vote_taken_back",
    "retro.vote_given",
    "retro.vote_taken_back",
    "team.action_about_changed",
    "team.action_added",
    "team.action_changed",
    "team.action_removed",
    "team.action_reviewed",
    "team.experiment_added",
    "team.experiment_decided",
    "team.experiment_edited",
    "team.experiment_moved",
    "team.experiment_plan_amended",
    "team.experiment_plan_changed",
    "team.experiment_removed",
    "team.experiment_started",
    "team.reading_corrected",
    "team.reading_withdrawn",
    "team.readings_recorded",
    "team.formed",
    "team.health_checked",
    "workshop.activity_added",
    "workshop.activity_changed",
    "workshop.code_renewed",
    "workshop.created",
    "workshop.door_locked",
    "workshop.door_unlocked",
    "workshop.finished",
    "workshop.made_live",
    "workshop.perspectives_set",
    "workshop.timer_set",
    "workshop.turns_set",
}
EVERYTHING = [*VOCABULARY.commands.values(), *VOCABULARY.events.values()]


def test_commands_keep_their_names() -> None:
    assert set(VOCABULARY.commands) == COMMANDS


def test_events_keep_their_names() -> None:
    assert set(VOCABULARY.events) == EVENTS


@pytest.mark.parametrize("struct", EVERYTHING, ids=lambda struct: struct.__qualname__)
def test_each_says_what_it_means(struct: type) -> None:
    assert inspect.cleandoc(struct.__doc__ or "").endswith(".")
    assert "." in struct.__struct_config__.tag  # type: ignore[attr-defined]
    assert struct.__struct_config__.frozen  # type: ignore[attr-defined]


@pytest.mark.parametrize("event", VOCABULARY.events.values(), ids=lambda event: event.__qualname__)
def test_what_forgetting_blanks_is_there(event: type[Event]) -> None:
    for path in event.free_text:
        assert _is_there(event, path.split(".")), path
    assert event.stream in {"workshop", "team"}


def _is_there(struct: type, path: list[str]) -> bool:
    """Whether a field is there, or one of the struct that it holds."""
    found = {field.name: field.type for field in fields(struct)}
    if path[0] not in found or len(path) == 1:
        return path[0] in found
    inside = [found[path[0]], *get_args(found[path[0]])]
    structs = [each for each in inside if isinstance(each, type) and issubclass(each, Struct)]
    return any(_is_there(each, path[1:]) for each in structs)


@pytest.mark.parametrize("event", VOCABULARY.events.values(), ids=lambda event: event.__qualname__)
def test_an_event_has_one_name_everywhere(event: type[Event]) -> None:
    named = event.__struct_config__
    assert (named.tag_field, isinstance(named.tag, str)) == ("type", True)
    if issubclass(event, ActivityEvent):
        assert event.stream == "workshop"
