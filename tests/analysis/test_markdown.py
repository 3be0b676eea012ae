"""Words stay words in Markdown."""

from __future__ import annotations

import pytest

from workshopkit.analysis.markdown import markdown_text, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain words, 3 of them.", "Plain words, 3 of them."),
        ("2026-12-04 and -0.5", "2026-12-04 and -0.5"),
        ("- list", r"\- list"),
        ("+ list", r"\+ list"),
        ("12. list", r"12\. list"),
        ("12) list", r"12\) list"),
        ("-", r"\-"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("<b>&amp;", r"\<b\>\&amp;"),
        ("[a](b)!", r"\[a\]\(b\)\!"),
        ("a|b\\", r"a\|b\\"),
        ("two\nlines\tand a tab", "two lines and a tab"),
    ],
)
def test_marks_get_a_backslash_and_nothing_else_changes(text: str, shown: str) -> None:
    assert markdown_text(text) == shown


def test_one_line_has_no_controls() -> None:
    assert one_line("a\x1b[31m\x00b\x9bc\nd") == "a[31mbc d"
