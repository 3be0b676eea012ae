"""Leading from another device: without a kernel, until it is taken back."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import in_light_and_dark
from tests.e2e.conftest import PHONE, Join, MakeContext
from tests.e2e.facilitator import BOARD, POLL, Facilitator
from tests.e2e.keys import Keys
from tests.e2e.walk import NARROW, SIDEWAYS

pytestmark = pytest.mark.browser


def remote(context: MakeContext, facilitator: Facilitator, **options: object) -> Facilitator:
    """Whoever has opened the link to lead."""
    someone = Facilitator(context(**options), facilitator.served)
    someone.page.goto(facilitator.lends_the_lead())
    expect(someone.bar).to_be_visible()
    return someone


def test_a_phone_leads_a_whole_poll_while_the_notebook_is_closed(
    facilitator: Facilitator, join: Join, context: MakeContext
) -> None:
    ada, app = join(facilitator.code, "Ada"), facilitator.page.url
    phone = remote(context, facilitator, **PHONE)
    facilitator.page.close()

    phone.begin(POLL)
    ada.answer("4")
    phone.sees("1 of 1 people have answered")
    phone.next("Next: results")
    phone.agrees("Show the results?", "Show the results")
    ada.sees_step("Step 2 of 2: results")
    phone.sees("1 answer")
    phone.next("Start: What came of it")
    phone.next(f"Start: {BOARD}")
    ada.sees_step("Step 1 of 5: write")
    phone.page.reload()
    phone.is_at("Write")
    no_kernel_was_asked(phone)

    facilitator.page = facilitator.context.new_page()
    facilitator.page.goto(app)
    facilitator.is_leading()
    facilitator.sees("1 link to lead is live")
    facilitator.ends_all_links()
    expect(phone.page.get_by_role("heading", name="This link to lead has ended")).to_be_visible()
    expect(phone.bar).to_have_count(0)
    phone.page.reload()
    expect(phone.page.get_by_role("heading", name="This link to lead has ended")).to_be_visible()
    ada.sees_step("Step 1 of 5: write")


def no_kernel_was_asked(phone: Facilitator) -> None:
    """Only our own pages and the room's socket; no cookie that lets anybody in."""
    paths = {urlsplit(address).path for address in phone.watch.addresses}
    assert {path for path in paths if not path.startswith("/workshopkit/")} == set()
    assert {cookie["name"] for cookie in phone.context.cookies()} <= {"_xsrf"}


def test_the_key_is_in_no_address_and_in_no_line_of_the_server(
    facilitator: Facilitator, context: MakeContext
) -> None:
    link = facilitator.lends_the_lead()
    key = link.partition("#")[2]
    assert re.fullmatch("[0-9a-f]{64}", key)
    phone = Facilitator(context(**PHONE), facilitator.served)
    for address in (link, link.replace(f"{facilitator.code}#", "")):  # the second is in its path
        phone.page.goto(address)
        expect(phone.bar).to_be_visible()
        assert key not in phone.page.url
        assert key not in phone.page.content()
    assert key not in facilitator.served.output
    assert key not in "".join((*facilitator.watch.heard, *phone.watch.heard))
    hellos = [json.loads(frame) for frame in phone.watch.sent if key in frame]
    assert {hello["type"] for hello in hellos} == {"hello"}


def test_who_was_lent_the_lead_cannot_lend_it_on(
    facilitator: Facilitator, context: MakeContext
) -> None:
    phone = remote(context, facilitator, **PHONE)
    expect(phone.page.get_by_role("heading", name="Agenda")).to_be_visible()
    expect(phone.page.get_by_text("Lead from another device")).to_have_count(0)
    expect(phone.page.get_by_role("button", name="Lock the door")).to_be_visible()


def test_leading_from_elsewhere_is_accessible_in_every_part(
    facilitator: Facilitator, join: Join, context: MakeContext
) -> None:
    join(facilitator.code, "Ada")
    phone = remote(context, facilitator, **NARROW)
    found = {"lobby": in_light_and_dark(phone.page)}
    phone.page.get_by_role("button", name="Take someone out").click()
    found["list"] = in_light_and_dark(phone.page)
    phone.page.get_by_role("button", name="Take out: Ada").click()
    found["taking out"] = in_light_and_dark(phone.page)
    phone.page.get_by_role("button", name="Not yet").click()
    phone.page.get_by_role("button", name="Renew the code").click()
    found["renewing"] = in_light_and_dark(phone.page)
    phone.page.get_by_role("button", name="Not yet").click()
    for item in (POLL, BOARD):
        phone.page.get_by_role("button", name=re.compile(f"^(Start|Go to): {item}")).last.click()
        phone.sees(f"Now: {item}")
        found[item] = in_light_and_dark(phone.page)
        assert phone.page.evaluate(SIDEWAYS) <= 0, item
        phone.page.get_by_role("button", name="The workshop").click()
    facilitator.page.get_by_role("button", name="Show a link to lead").click()
    found["lending"] = in_light_and_dark(facilitator.page)
    facilitator.page.get_by_role("button", name="Hide the link").click()
    facilitator.ends_all_links()
    expect(phone.page.get_by_role("heading", name="This link to lead has ended")).to_be_visible()
    found["ended"] = in_light_and_dark(phone.page)
    assert {place: rules for place, rules in found.items() if rules} == {}
    for person in (facilitator, phone):
        assert person.watch.errors == []
        assert person.watch.policy_violations() == []


def test_moderating_and_lending_need_no_mouse(facilitator: Facilitator, join: Join) -> None:
    ada = join(facilitator.code, "Ada")
    facilitator.sees("1 here now")
    keys, page = Keys(facilitator.page), facilitator.page
    keys.use("Show a link to lead")
    expect(page.get_by_role("button", name="Hide the link")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_role("button", name="Show a link to lead")).to_be_focused()
    keys.use("End all links to lead")
    expect(page.get_by_role("button", name="Not yet")).to_be_focused()
    keys.use("End them", back=True)
    expect(page.get_by_role("button", name="End all links to lead")).to_have_count(0)
    assert has_a_place(facilitator)
    keys.use("Take someone out")
    keys.use("Take out: Ada")
    expect(page.get_by_role("button", name="Not yet")).to_be_focused()
    keys.press("Escape")
    expect(page.get_by_role("button", name="Take out: Ada")).to_be_focused()
    keys.press("Enter")
    keys.to("button", "Take out", back=True, within=page.get_by_role("alertdialog"))
    keys.press("Enter")
    ada.cannot_come_in(
        "The facilitator has taken you out of this workshop. Talk to them if that is a mistake."
    )
    facilitator.sees("Who is here")
    assert has_a_place(facilitator)
    keys.use("Renew the code", back=True)
    keys.use("Renew the code", back=True)
    expect(page.get_by_text("There is a new code.")).to_be_attached()
    assert has_a_place(facilitator)


def has_a_place(person: Facilitator) -> bool:
    """The keyboard's place is in the lobby, and not at the top of the page."""
    return bool(person.page.evaluate("document.activeElement.closest('.lobby') !== null"))
