"""PR12: once the facilitator has hidden a card, nobody but its owner and she hears of it again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from tests.privacy.examples import EXAMPLES, results_text
from tests.privacy.stage import Seat, Stage, staged
from workshopkit.domain.activity import Role, View
from workshopkit.domain.workshop.commands import Finish
from workshopkit.room.desk import Desk

BLAME = "planted-blame"
REWORDED = "planted-blame in other words"
EXAMPLE = EXAMPLES["retro"]


class Board:
    """A talk about a card, edited since a group was called after it, and actions from both."""

    def __init__(self, stage: Stage, lead: Seat, owner: Seat, other: Seat, screen: Seat) -> None:
        self.stage, self.lead, self.owner = stage, lead, owner
        self.strangers = [other, screen]
        self.activity = lead.screen.view["agenda"]["order"][0]

    async def wish(self, seat: Seat, kind: str, **fields: Any) -> None:
        command = {"kind": kind, **fields}
        if kind.startswith("retro."):
            command["activity"] = self.activity
        sent = await self.stage.perform(seat, command)
        assert sent.refused is None, sent.refused

    def seen(self, seat: Seat) -> View:
        view: View = seat.screen.view["activities"][self.activity]
        return view

    def card(self, text: str) -> str:
        cards = self.seen(self.lead)["cards"]["items"]
        return next(str(key) for key, card in cards.items() if card["text"] == text)

    async def play(self) -> None:
        await self.wish(self.lead, "workshop.make_live", activity=self.activity)
        for text in (BLAME, "Praise", "Letters"):
            await self.wish(self.owner, "retro.add_card", column="start", text=text)
        await self._move("group")
        cards = [self.card(BLAME), self.card("Praise")]
        await self.wish(self.owner, "retro.group_cards", cards=cards, act="mine")
        await self.wish(self.owner, "retro.edit_card", card=cards[0], text=REWORDED)
        await self._move("vote")
        group = self.seen(self.lead)["groups"]["order"][0]
        await self.wish(self.owner, "retro.give_vote", target=group)
        await self._move("discuss")
        await self.wish(self.lead, "retro.focus", target=group)
        for target in (group, cards[0]):
            about = {"activity": self.activity, "target": target}
            await self.wish(self.owner, "team.add_action", text="Talk", **about)

    async def _move(self, phase: str) -> None:
        await self.wish(self.lead, "retro.move_phase", phase=phase)


def test_nobody_gets_a_byte_of_a_hidden_card(tmp_path: Path) -> None:
    async def check(board: Board) -> None:
        card = board.card(REWORDED)
        before = {seat: len(seat.heard) for seat in board.stage.seats}
        await board.wish(board.lead, "retro.hide_card", card=card)
        for seat in board.strangers:
            assert _removed(seat.heard[before[seat] :], board.activity, card)
        latecomers = [await board.stage.newcomer("Late"), await board.stage.observer()]
        for phase in ("write", "group", "vote", "discuss", "act"):
            await board.wish(board.lead, "retro.move_phase", phase=phase)
        for seat in (*board.strangers, *latecomers):
            assert BLAME.encode() not in b"".join(seat.heard[before.get(seat, 0) :])
        for role in Role:
            assert BLAME not in str(board.stage.desk.view(role))
        view = board.stage.desk.view()["activities"][board.activity]
        assert BLAME not in results_text(EXAMPLE, view)

    _on_a_board(tmp_path, check)


def test_its_owner_and_the_facilitator_have_it_as_their_own(tmp_path: Path) -> None:
    async def check(board: Board) -> None:
        card = board.card(REWORDED)
        await board.wish(board.lead, "retro.hide_card", card=card)
        second = await board.stage.facilitator()
        for seat in (board.lead, second):
            assert BLAME not in str(seat.screen.view)
            mine = seat.screen.me["activities"][board.activity]
            assert mine["hidden_cards"]["items"][card]["text"] == REWORDED
        own = board.owner.screen.me["activities"][board.activity]["cards"]["items"][card]
        assert own["hidden"] is True
        assert BLAME not in str(board.owner.screen.view)

    _on_a_board(tmp_path, check)


def test_shown_again_everything_is_as_it_was(tmp_path: Path) -> None:
    async def check(board: Board) -> None:
        card = board.card(REWORDED)
        before = board.seen(board.strangers[0])
        await board.wish(board.lead, "retro.hide_card", card=card)
        await board.wish(board.lead, "retro.show_card", card=card)
        after = board.seen(board.strangers[0])
        assert after["cards"] == before["cards"]
        assert after["tallies"] == before["tallies"]
        abouts = [action["about"] for action in board.lead.screen.view["actions"]["items"].values()]
        assert sorted(abouts) == ["Praise", REWORDED]

    _on_a_board(tmp_path, check)


def test_the_teams_next_workshop_does_not_repeat_it(tmp_path: Path) -> None:
    async def check(board: Board) -> None:
        await board.wish(board.lead, "retro.hide_card", card=board.card(REWORDED))
        board.stage.desk.perform(Finish())
        following = Desk(board.stage.log, title="Private", team="Testers")
        assert following.workshop != board.stage.desk.workshop
        assert BLAME not in str(following._caught_up().state.team)

    _on_a_board(tmp_path, check)


def _on_a_board(folder: Path, check: Callable[[Board], Any]) -> None:
    async def play() -> None:
        async with staged(folder / "it.db", [EXAMPLE.added()]) as stage:
            seats = [await stage.facilitator(), await stage.newcomer("Owner")]
            seats += [await stage.newcomer("Other"), await stage.observer()]
            board = Board(stage, *seats)
            await board.play()
            assert all(BLAME.encode() in seat.told for seat in seats)
            await check(board)

    asyncio.run(play())


def _removed(heard: list[bytes], activity: str, card: str) -> bool:
    """Whether a patch takes the card out of the view."""
    messages = [msgspec.json.decode(data) for data in heard]
    items = [
        message["view"]["activities"][activity]["cards"]["items"]
        for message in messages
        if message["type"] == "patch"
    ]
    return {card: None} in items
