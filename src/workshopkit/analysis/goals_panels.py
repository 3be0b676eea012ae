"""Panels side by side, one for each question that people were asked about a goal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workshopkit.analysis.charts import LINE_HEIGHT, altair
from workshopkit.analysis.theme import Theme

PANEL = 190
"""Pixels across for each question."""
HEADER_LENGTH = 26
"""Characters in a line of a panel's heading."""


def faceted(
    layers: Any, data: Sequence[Mapping[str, Any]], questions: Iterable[str], theme: Theme
) -> Any:
    """The same layers for the data of each question, with the labels of rows on the left."""
    alt = altair()
    given = {row["question"] for row in data}
    asked = [question for question in questions if question in given]
    labels = list(dict.fromkeys(row["row"] for row in data))
    headings = {
        each: "\n".join(textwrap.wrap(each, HEADER_LENGTH)) for each in questions if each in asked
    }
    tallest = max(label.count("\n") for label in labels)
    header = alt.Header(
        title=None, labelExpr="split(datum.label, '\\n')", labelColor=theme.ink,
        labelFontSize=14, labelFontWeight="bold", labelLineHeight=LINE_HEIGHT, labelLimit=PANEL,
    )  # fmt: skip
    column = alt.Facet("heading:N", sort=list(headings.values()), header=header)
    rows = [dict(row) | {"heading": headings[row["question"]]} for row in data]
    layers = layers.properties(width=PANEL, height=(tallest * LINE_HEIGHT + 20) * len(labels))
    return layers.facet(data=alt.Data(values=rows), column=column, spacing=12)
