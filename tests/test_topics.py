"""Sets of topics are complete, and a wrong one says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshopkit import topics
from workshopkit.domain.activity import Words
from workshopkit.errors import UnknownName, UnsoundFile

SOUND = """
title.en = "One topic"
[[topics]]
id = "only"
title.en = "Only"
good.en = "Fine"
bad.en = "Not fine"
"""


def test_there_is_a_choice_and_the_default_is_among_it() -> None:
    assert topics.DEFAULT_TOPICS in topics.topic_names()
    assert len(topics.topic_names()) >= 2


@pytest.mark.parametrize("name", topics.topic_names())
def test_a_set_of_topics_speaks_english_and_welsh_everywhere(name: str) -> None:
    found = topics.load_topics(name)
    texts: list[Words] = [found.title]
    for topic in found.options.topics:
        texts += [topic.title, topic.good, topic.bad]
    assert all(set(words) == {"en", "cy"} and all(words.values()) for words in texts)


@pytest.mark.parametrize("name", topics.topic_names())
def test_each_topic_has_an_id_of_its_own_and_fits_on_a_phone(name: str) -> None:
    found = topics.load_topics(name).options.topics
    assert len({topic.id for topic in found}) == len(found)
    assert all(len(text) <= 110 for topic in found for text in (*topic.good.values(),))
    assert all(len(text) <= 30 for topic in found for text in topic.title.values())


def test_an_unknown_set_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'delivery-team'"):
        topics.load_topics("delivery")


def test_topics_of_ones_own_are_read_from_their_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(SOUND, "utf-8")
    for wanted in (path, str(path)):
        assert [topic.id for topic in topics.load_topics(wanted).options.topics] == ["only"]


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ('good.en = "Fine"', 'good.cy = "Iawn"', r"line 6.*good has no English"),
        ('title.en = "One topic"', "", "title is missing"),
        ('id = "only"', 'id = ""', r"line 4.*id is ''"),
        ('id = "only"', 'id = "only"\ncolour = "red"', r"line 5.*colour"),
        ('title.en = "Only"', "title.en = ", "not TOML"),
        ("[[topics]]", "[[subjects]]", r"line 3.*no key 'subjects'"),
        (SOUND, SOUND + SOUND[SOUND.index("[[topics]]") :], "have the id 'only'"),
    ],
)
def test_an_unsound_file_says_what_is_wrong_and_where(
    tmp_path: Path, right: str, wrong: str, complaint: str
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(SOUND.replace(right, wrong), "utf-8")
    with pytest.raises(UnsoundFile, match=complaint):
        topics.load_topics(path)
