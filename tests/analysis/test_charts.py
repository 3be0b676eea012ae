"""Charts are drawn offline, say in words what they show, and show a text as a text."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import altair
import pytest

from tests.analysis.views import listing, poll_view, retro_view, several_view, voted_view
from workshopkit.analysis import charts, theme
from workshopkit.errors import UnknownName

HOSTILE = """<script>alert(1)</script>"); \\u0027 + alert('1') + "</svg>"""


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter() if element.text]


def test_the_most_dots_come_first() -> None:
    svg = charts.to_svg(charts.retro_chart(voted_view()))
    labels = [text for text in texts(svg) if "Sign-off" in text or "Playbacks" in text]
    assert labels[:2] == ["△ Sign-off", "+ Playbacks with the call centre"]


def test_a_picture_names_no_other_host() -> None:
    svg = charts.to_svg(charts.retro_chart(voted_view()))
    rest = svg.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", "")
    assert "http" not in rest


def test_the_description_says_what_the_bars_show() -> None:
    description = charts.describe(charts.retro_chart(voted_view()))
    assert description == (
        "What happened? △ Sign-off: 6 dots; + Playbacks with the call centre: 1 dot."
    )


def test_nothing_is_drawn_of_hidden_tallies() -> None:
    chart = charts.retro_chart(retro_view(phase="vote"))
    assert "counted when voting closes" in charts.to_svg(chart)
    assert "counted when voting closes" in charts.describe(chart)


def test_a_hostile_card_stays_a_text() -> None:
    cards = listing({"c1": {"text": HOSTILE, "column": "stop"}})
    tallies = {"c1": {"votes": 1, "voters": 1}}
    view = voted_view(cards=cards, tallies=tallies, ranking=["c1"])
    svg = charts.to_svg(charts.retro_chart(view))
    tags = {element.tag.split("}")[1] for element in ET.fromstring(svg).iter()}
    assert tags <= {"svg", "g", "rect", "path", "line", "text", "tspan", "defs", "clipPath"}
    assert "<script>" in "".join(texts(svg))


def test_two_cards_of_the_same_text_have_a_bar_each() -> None:
    same = {"text": "The same", "column": "stop"}
    tallies = {"c1": {"votes": 2, "voters": 1}, "c2": {"votes": 1, "voters": 1}}
    view = voted_view(cards=listing({"c1": same, "c2": same}), tallies=tallies)
    svg = charts.to_svg(charts.retro_chart(view | {"ranking": ["c1", "c2"]}))
    assert texts(svg).count("△ The same") == 2


def test_a_long_text_is_wrapped_to_three_lines() -> None:
    cards = listing({"c1": {"text": "many words " * 40, "column": "stop"}})
    tallies = {"c1": {"votes": 1, "voters": 1}}
    chart = charts.retro_chart(voted_view(cards=cards, tallies=tallies, ranking=["c1"]))
    lines = [text for text in texts(charts.to_svg(chart)) if "words" in text]
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_a_big_board_shows_its_top_and_counts_the_rest() -> None:
    ids = [f"c{n}" for n in range(40)]
    view = voted_view(
        cards=listing({id_: {"text": f"Card {id_}", "column": "stop"} for id_ in ids}),
        tallies={id_: {"votes": 1, "voters": 1} for id_ in ids},
        ranking=ids,
    )
    chart = charts.retro_chart(view)
    assert charts.describe(chart).endswith("And 25 more in the table.")
    assert "Card c15" not in charts.to_svg(chart)


def test_a_poll_keeps_the_order_of_its_options_and_names_its_ends() -> None:
    view = poll_view(low={"en": "Rough"}, high={"en": "Great"})
    svg = charts.to_svg(charts.poll_chart(view))
    labels = [text for text in texts(svg) if text[:1] in "12345" and len(text) < 12]
    assert [label for label in labels if "–" in label] == ["1 – Rough", "5 – Great"]


def test_a_choice_of_several_counts_people() -> None:
    said = charts.describe(charts.poll_chart(several_view()))
    assert said.endswith("Cardiff: 4 people; Bangor: 1 person.")


def test_a_long_answer_has_room_in_a_wide_font_too() -> None:
    thin = {"label": {"en": "i" * charts.LINE_LENGTH}}
    view = several_view(options=listing({"cardiff": thin, "bangor": thin}))
    picture = ET.fromstring(charts.to_svg(charts.poll_chart(view)))
    assert float(picture.attrib["width"]) > charts.WIDTH + charts.LETTER * charts.LINE_LENGTH


def test_a_private_poll_shows_no_answers() -> None:
    view = poll_view(phase="answer")
    del view["results"]
    assert "private" in charts.to_svg(charts.poll_chart(view))


def test_light_and_dark_have_the_colours_of_the_screens() -> None:
    for name, colours in theme.THEMES.items():
        svg = charts.to_svg(charts.retro_chart(voted_view(), theme=name))
        assert colours.sheet in svg
        assert colours.change in svg


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(UnknownName, match="'dark'"):
        charts.retro_chart(voted_view(), theme="drak")


def test_a_chart_in_a_notebook_is_an_svg() -> None:
    chart = charts.retro_chart(voted_view())
    assert altair.renderers.active == "svg"
    bundle = chart._repr_mimebundle_()
    assert "image/svg+xml" in str(bundle)
