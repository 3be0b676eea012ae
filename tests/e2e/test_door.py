"""Who may come in, and what those are told who may not."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, Join, MakeContext
from tests.e2e.facilitator import BOARD, POLL, Facilitator
from tests.e2e.participant import Participant
from tests.e2e.served import Served

pytestmark = pytest.mark.browser


def test_a_wrong_code_is_named_and_can_be_typed_again(
    leader: Facilitator, served: Served, context: MakeContext
) -> None:
    lost = Participant(context(**PHONE), served.public)
    lost.open("WR0NGC0D")
    lost.sees("There is no workshop with the code “WR0NGC0D”.")
    for typed in ("wrong-co", leader.code.lower()):
        lost.page.get_by_label("Code").fill(f" {typed[:4]} {typed[4:]}")
        lost.page.get_by_role("button", name="Join").click()
    lost.sees("Your name (you can leave it empty)")
    assert lost.page.url.endswith(f"/workshopkit/join/{leader.code}")


def test_a_locked_door_keeps_newcomers_out_and_lets_those_inside_come_back(
    facilitator: Facilitator, join: Join, context: MakeContext
) -> None:
    inside = join(facilitator.code, "Ada")
    facilitator.page.get_by_role("button", name="Lock the door").click()
    facilitator.sees("The door is locked: nobody new can join.")
    late = Participant(context(**PHONE), facilitator.served.public)
    late.open(facilitator.code)
    expect(late.page.get_by_role("heading", name="You cannot come in")).to_be_visible()
    expect(late.page.get_by_role("alert")).to_have_text(
        "The door is locked. Ask the facilitator to unlock it."
    )
    inside.page.reload()
    inside.sees("You are in")
    facilitator.page.get_by_role("button", name="Unlock the door").click()
    late.page.get_by_role("button", name="Join", exact=True).click()  # the page noticed by itself
    late.sees("You are in")


def test_who_is_taken_out_stays_out_and_what_they_wrote_stays(
    facilitator: Facilitator, join: Join, context: MakeContext
) -> None:
    ada, ben = join(facilitator.code, "Ada", **PHONE), join(facilitator.code, "Ben")
    facilitator.begin(BOARD)
    ada.write("Start", "Pairing on the rules")
    facilitator.take_out("Ada", "Take out and lock the door")
    gone = "The facilitator has taken you out of this workshop. Talk to them if that is a mistake."
    ada.cannot_come_in(gone)
    ada.page.reload()
    ada.cannot_come_in(gone)
    expect(ada.page.get_by_role("button", name="Try again")).to_have_count(0)
    facilitator.sees("1 has joined so far")
    facilitator.sees("1 card so far from everyone")
    facilitator.sees("The door is locked: nobody new can join.")
    fresh = Participant(context(**PHONE), facilitator.served.public)
    fresh.open(facilitator.code)
    fresh.cannot_come_in("The door is locked. Ask the facilitator to unlock it.")
    ben.write("Stop", "Waiting for sign-off")
    assert "Ada" not in facilitator.served.output


def test_a_renewed_code_keeps_people_in_and_turns_the_old_one_away(
    facilitator: Facilitator, join: Join, context: MakeContext
) -> None:
    old = facilitator.code
    ada = join(old, "Ada", **PHONE)
    screen = Participant(context(), facilitator.served.public)
    screen.page.goto(at(facilitator.served.public, facilitator.screen_link))
    screen.sees(f"{old[:4]}-{old[4:]}")
    waiting = Participant(context(**PHONE), facilitator.served.public)
    waiting.open(old)
    waiting.sees("Your name")
    new = facilitator.renew_code()
    screen.sees(f"{new[:4]}-{new[4:]}")
    for person in (screen, facilitator):
        leads_to = f"QR code that opens {facilitator.served.public}/workshopkit/join/{new}"
        expect(person.page.get_by_role("img", name=leads_to)).to_be_visible()
    turned = (
        "This code was renewed and lets nobody in any more. Ask the facilitator for the new one."
    )
    late = Participant(context(**PHONE), facilitator.served.public)
    late.open(old)
    for person in (late, waiting):
        person.cannot_come_in(turned)
    assert new not in "".join((*waiting.watch.told, *ada.watch.told))
    late.page.get_by_role("link", name="Type the code again").click()
    late.page.get_by_label("Code").fill(new)
    late.page.get_by_role("button", name="Go to the workshop").click()
    late.sees("Your name")
    for code in (old, new):  # she is the same person by either
        ada.open(code)
        ada.sees("You are in")
    facilitator.sees("1 has joined so far")


def test_the_projector_comes_back_through_a_locked_door_and_a_stranger_does_not(
    facilitator: Facilitator, context: MakeContext
) -> None:
    public, link = facilitator.served.public, facilitator.screen_link
    screen, plain = Participant(context(), public), Participant(context(), public)
    screen.page.goto(at(public, link))
    screen.sees("Scan to join")
    assert "#" not in screen.page.url
    plain.open(facilitator.code, page="screen")
    plain.sees("Scan to join")
    facilitator.page.get_by_role("button", name="Lock the door").click()
    for person in (screen, plain):
        person.sees("The door is locked: nobody new can join.")
        person.page.reload()
    screen.sees("The door is locked: nobody new can join.")
    plain.cannot_come_in("The door is locked. Ask the facilitator to unlock it.")
    facilitator.page.get_by_role("button", name="Unlock the door").click()
    plain.sees("Scan to join")  # it knocked again by itself


def test_a_finished_workshop_shows_its_end_to_who_was_there_and_says_so_to_newcomers(
    facilitator: Facilitator, join: Join, context: MakeContext
) -> None:
    inside = join(facilitator.code, "Ada")
    facilitator.finish()
    inside.sees("The workshop is finished")
    inside.page.reload()
    inside.sees("The workshop is finished")
    late = Participant(context(**PHONE), facilitator.served.public)
    late.open(facilitator.code)
    expect(late.page.get_by_role("heading", name="You cannot come in")).to_be_visible()
    expect(late.page.get_by_role("alert")).to_contain_text("This workshop is finished.")
    facilitator.page.goto(facilitator.served.link)
    expect(facilitator.page.get_by_role("link", name=re.compile("^Look at"))).to_be_visible()


def test_nobody_without_the_token_sees_a_page_of_the_facilitator(
    leader: Facilitator, served: Served, context: MakeContext
) -> None:
    stranger = Participant(context(), served.public)
    app = leader.page.url.replace(f"http://localhost:{served.port}", served.public)
    for address in (f"{served.public}/workshopkit/home", app):
        stranger.page.goto(address)
        expect(stranger.page.get_by_label("Token")).to_be_visible()
        stranger.page.get_by_label("Token").fill("not the token of this server")
        stranger.page.get_by_role("button", name="Continue").click()
        stranger.sees("That is not the token of this server.")


def test_the_token_is_in_no_page_no_address_and_once_in_the_output(
    leader: Facilitator, served: Served, join: Join
) -> None:
    token = served.token
    assert len(token) > 30
    ada = join(leader.code)
    screen = leader.context.new_page()
    screen.goto(f"{served.public}/workshopkit/screen/{leader.code}")
    home = leader.context.new_page()
    home.goto(served.link)
    for page in (leader.page, ada.page, screen, home):
        assert token not in page.url
        assert token not in page.content()
    assert token not in "".join(leader.watch.heard + ada.watch.heard)
    assert served.output.count(token) == 1


def at(public: str, link: str) -> str:
    """The same page by the address that phones use."""
    return re.sub("^https?://[^/]+", public, link)


def test_welsh_is_a_tap_away_and_stays(leader: Facilitator, join: Join) -> None:
    ada = join(leader.code, **PHONE)
    html = ada.page.locator("html")
    expect(html).to_have_attribute("lang", "en")
    ada.page.get_by_role("button", name="Cymraeg").click()
    expect(html).to_have_attribute("lang", "cy")
    expect(ada.page.get_by_text("You are in")).to_have_count(0)
    ada.page.reload()
    expect(ada.page.get_by_role("button", name="English")).to_be_visible()
    expect(html).to_have_attribute("lang", "cy")
    leader.page.get_by_role("button", name="Cymraeg").first.click()
    expect(leader.page.get_by_role("button", name="Start timer")).to_have_count(0)
    expect(leader.page.get_by_role("region", name="Sut i ymuno")).to_be_visible()
    leader.page.get_by_role("button", name="English").first.click()
    leader.begin(POLL)


def test_a_browser_that_prefers_welsh_is_greeted_in_it(
    leader: Facilitator, served: Served, context: MakeContext
) -> None:
    ada = Participant(context(locale="cy-GB"), served.public)
    ada.open(leader.code)
    expect(ada.page.get_by_role("button", name="English")).to_be_visible()
    expect(ada.page.locator("html")).to_have_attribute("lang", "cy")
