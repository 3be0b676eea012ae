"""Cards are put together by mouse, by finger and by keyboard; one's last act can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.axe import in_light_and_dark
from tests.e2e.conftest import PHONE, Join
from tests.e2e.facilitator import BOARD, Facilitator
from tests.e2e.hands import Finger, Hand, Mouse, middle
from tests.e2e.keys import Keys
from tests.e2e.participant import Participant
from tests.e2e.patience import eventually

pytestmark = pytest.mark.browser

CARDS = ("Pair on the rules", "Letters wait for Legal", "Legal takes two weeks")


@pytest.fixture
def sorting(facilitator: Facilitator, join: Join) -> Callable[..., Participant]:
    """Brings somebody to a board with three cards that is open for grouping."""

    def come(**options: object) -> Participant:
        person = join(facilitator.code, "Ada", **options)
        facilitator.begin(BOARD)
        for text in CARDS:
            person.write("Start", text)
        facilitator.next("Next: group")
        facilitator.agrees("Reveal the cards?", "Reveal the cards")
        person.sees_step("Step 2 of 5: group")
        return person

    return come


def card(page: Page, text: str) -> Locator:
    return page.locator("[data-card]").filter(has_text=text)


def grip(page: Page, text: str) -> Locator:
    return card(page, text).locator("[data-grip]")


def group(page: Page, title: str) -> Locator:
    """The cards of a group."""
    return page.get_by_role("list", name=f"Cards in the group: {title}").locator("[data-card]")


def is_kept(page: Page, title: str) -> None:
    """The room has agreed: nothing moves any more."""
    expect(page.get_by_role("button", name=f"Rename the group: {title}")).to_be_visible()
    expect(page.locator(".pending")).to_have_count(0)


def drag(hand: Hand, what: Locator, onto: Locator) -> None:
    hand.press(middle(what))
    hand.move(middle(onto))


def test_cards_are_dragged_together_and_out_again_with_a_mouse(
    facilitator: Facilitator, sorting: Callable[..., Participant]
) -> None:
    page = sorting().page
    hand = Mouse(page)
    drag(hand, card(page, CARDS[1]).locator("label > span"), card(page, CARDS[2]))
    expect(page.locator(".drag-ghost")).to_have_text(CARDS[1])
    hand.release()
    expect(group(page, CARDS[2])).to_have_count(2)
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)  # a drag is no click
    expect(group(facilitator.page, CARDS[2])).to_have_count(2)
    is_kept(page, CARDS[2])
    drag(hand, grip(page, CARDS[0]), page.get_by_role("heading", name=CARDS[2]))
    hand.release()
    expect(group(page, CARDS[2])).to_have_count(3)
    is_kept(page, CARDS[2])
    drag(hand, grip(page, CARDS[0]), page.get_by_role("heading", name="Stop"))
    hand.release()
    stop = page.get_by_role("region", name="Stop")
    expect(stop.locator("[data-card]")).to_have_text([CARDS[0] + "Yours"])
    page.get_by_role("button", name="Undo: 1 card moved").click()
    expect(group(page, CARDS[2])).to_have_count(3)
    expect(stop.locator("[data-card]")).to_have_count(0)


def test_escape_leaves_everything_as_it_was(sorting: Callable[..., Participant]) -> None:
    page = sorting().page
    hand = Mouse(page)
    drag(hand, grip(page, CARDS[1]), card(page, CARDS[2]))
    expect(page.locator("[data-over]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".drag-ghost, [data-over]")).to_have_count(0)
    hand.release()
    expect(page.get_by_role("button", name="Take apart")).to_have_count(0)
    page.get_by_role("checkbox", name=CARDS[1]).check()


def test_a_finger_drags_by_the_grip_and_only_there(sorting: Callable[..., Participant]) -> None:
    page = sorting(**PHONE).page
    hand = Finger(page)
    drag(hand, card(page, CARDS[1]).locator("label"), card(page, CARDS[2]))
    expect(page.locator(".drag-ghost")).to_have_count(0)
    hand.release()
    drag(hand, grip(page, CARDS[1]), card(page, CARDS[2]))
    expect(page.locator(".drag-ghost")).to_have_text(CARDS[1])
    hand.release()
    expect(group(page, CARDS[2])).to_have_count(2)
    is_kept(page, CARDS[2])
    drag(hand, grip(page, CARDS[1]), page.get_by_role("tab", name="Stop"))
    hand.release()
    expect(page.get_by_role("tab", name="Stop")).to_contain_text("1 card")
    expect(page.get_by_role("button", name="Take apart")).to_have_count(0)
    page.get_by_role("button", name="Undo: 1 card moved").tap()
    expect(group(page, CARDS[2])).to_have_count(2)


def test_the_page_scrolls_while_a_card_is_held_at_its_edge(
    sorting: Callable[..., Participant],
) -> None:
    page = sorting(viewport={"width": 390, "height": 420}, has_touch=True, is_mobile=True).page
    hand = Finger(page)
    page.evaluate("scrollTo(0, 0)")
    hand.press(middle(page.locator("[data-grip]").first))
    hand.move((200, 415))
    eventually(
        lambda: page.evaluate("scrollY"),
        lambda scrolled: scrolled > 40,
        pause=lambda: page.wait_for_timeout(50),
    )
    hand.release()


def test_by_keyboard_cards_move_to_a_group_and_the_focus_goes_with_them(
    facilitator: Facilitator, sorting: Callable[..., Participant]
) -> None:
    ada = sorting()
    part = Keys(ada.page)
    facilitator.group(*CARDS[1:])
    expect(group(ada.page, CARDS[1])).to_have_count(2)
    part.press("Tab", "Shift+Tab")  # from here on by keyboard
    part.to("checkbox", CARDS[0])
    part.press("Space")
    part.use("Move to group…")
    part.to("button", CARDS[1], within=ada.page.get_by_role("region", name="Chosen cards"))
    part.press("Enter")
    expect(group(ada.page, CARDS[1])).to_have_count(3)
    moved = ada.page.get_by_role("checkbox", name=CARDS[0])
    expect(moved).to_be_focused()
    part.press("Enter")
    expect(ada.page.get_by_role("button", name="Undo: 1 card grouped")).to_be_focused()
    part.press("Enter")
    expect(group(ada.page, CARDS[1])).to_have_count(2)
    expect(
        ada.page.get_by_role("status").filter(has_text="Undone: 1 card grouped")
    ).to_be_attached()
    expect(moved).to_be_focused()


def test_a_suggested_theme_is_accepted_and_the_focus_goes_with_a_card_that_it_moves(
    facilitator: Facilitator, sorting: Callable[..., Participant]
) -> None:
    ada = sorting()
    part = Keys(ada.page)
    part.press("Tab", "Shift+Tab")  # from here on by keyboard
    part.to("checkbox", CARDS[1])
    facilitator.accept_theme(*CARDS[1:])
    together = ada.page.locator(".group-box").locator("[data-card]")
    expect(together).to_have_count(2)
    expect(ada.page.get_by_role("checkbox", name=CARDS[1])).to_be_focused()
    expect(facilitator.themes).to_contain_text("There are no more suggestions")
    facilitator.page.get_by_role("button", name="Undo: 2 cards put together").click()
    expect(together).to_have_count(0)
    expect(facilitator.themes).to_contain_text("They share: “Legal”")
    assert in_light_and_dark(facilitator.page) == []
    expect(ada.page.get_by_text("They share")).to_have_count(0)


def test_what_somebody_else_has_changed_since_is_not_undone(
    facilitator: Facilitator, sorting: Callable[..., Participant]
) -> None:
    ada = sorting()
    for text in CARDS[1:]:
        ada.page.get_by_role("checkbox", name=text).check()
    ada.page.get_by_role("button", name="Group together").click()
    facilitator.rename_group(CARDS[1], "Legal")
    ada.sees("Legal")
    ada.page.get_by_role("button", name="Undo: 2 cards put together").click()
    refused = ada.page.get_by_role("alert").filter(has_text="has changed since then")
    expect(refused).to_be_visible()
    expect(group(ada.page, "Legal")).to_have_count(2)
