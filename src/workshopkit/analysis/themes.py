"""Which cards of a retro board may say much the same: suggestions, with what they rest on.

Each card is described by its runs of 3 to 5 letters within a word, without accents and capitals,
those that few cards have counting more (TF-IDF); two cards are as alike as the cosine between
them says. Cards are then put together by average linkage for as long as they are alike enough.

It sees spelling and not meaning. "Too slow" and "takes weeks" are strangers to it; "good
meetings" and "no meetings" are friends. It needs to know no language, so English, Welsh with its
mutations and a board in both are all the same to it, and it finds nothing across languages. So a
person looks at each suggestion, and at the board for what none of them says.

A suggestion stays within a column: the same words under "Stop" and under "Continue" are two
opinions, and to talk about the difference is what a retro is for. Groups that people have made
are never split, and never joined with each other.

Sources: William B. Cavnar and John M. Trenkle (1994), N-gram-based text categorization,
Proceedings of SDAIR-94; Paul McNamee and James Mayfield (2004), Character n-gram tokenization
for European language text retrieval, Information Retrieval 7; Gerard Salton and Christopher
Buckley (1988), Term-weighting approaches in automatic text retrieval, Information Processing and
Management 24; Robert R. Sokal and Charles D. Michener (1958), A statistical method for
evaluating systematic relationships, University of Kansas Science Bulletin 38.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from workshopkit.analysis.shared_words import Shared, folded, shared_words
from workshopkit.analysis.tables import COUNT, SHARE, TEXT, Row, categories, frame, pairs
from workshopkit.analysis.words import in_language
from workshopkit.errors import WorkshopkitError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

View = Mapping[str, Any]

ALIKE = 0.18
"""Short texts share few runs of letters. On three small made-up boards, two in English and one in
Welsh, by which it was chosen, all 20 pairs of cards above it belonged together, and so did 12 below
it: surer rather than more, as a person looks at each."""
LETTERS = (3, 5)
PLACES = 9
"""Decimals that count: beyond them machines differ."""
LARGEST = 500
"""The most cards that are grouped at a time."""


class Card(Struct, frozen=True, omit_defaults=True):
    """One card, as far as it matters here."""

    id: str
    text: str
    column: str
    group: str | None = None


class Suggestion(Struct, frozen=True, omit_defaults=True):
    """Cards to put together: two or more as a new group, or any into a group."""

    cards: tuple[Card, ...]
    """They are in no group yet."""
    alike: float
    """From 0 to 1: the mean over all pairs of cards that would come together."""
    shared: tuple[Shared, ...]
    """What their spelling has in common, the most telling first; up to three."""
    into: str | None = None
    """The group that they would join."""
    members: tuple[str, ...] = ()
    """The cards that are in that group."""


def suggest(cards: Sequence[Card], *, alike: float = ALIKE) -> list[Suggestion]:
    """What may belong together, the most alike first; the same cards give the same answer.

    `alike`, above 0 and up to 1, is how alike cards have to be on average. What a word tells
    depends on all the cards of the board. Raises `WorkshopkitError` for another `alike`.

    >>> suggest([Card("a", "Slow sign-off", "stop"), Card("b", "Sign-off is slow", "stop")])
    """
    if not 0 < alike <= 1:
        raise WorkshopkitError(f"alike is {alike}: it goes from above 0 to 1.")
    texts = [folded(card.text) for card in cards]
    if not any(texts):
        return []
    weights, runs = _described(texts)
    found = [
        _suggestion(weights[at], runs, [cards[place] for place in at])
        for at in _together(weights, cards, alike)
    ]
    return sorted(filter(None, found), key=lambda suggestion: -suggestion.alike)


def themes_table(view: View, *, alike: float = ALIKE, lang: str = "en") -> pd.DataFrame:
    """Suggested themes of a retro board, one row for each card of each, the most alike first.

    ``theme`` Int64, from 1 · ``card`` string, the id of a card that is in no group yet · ``text``
    string · ``column`` category, its title · ``group`` string, the id of the group that it would
    join, missing where a group would be new · ``group_title`` string · ``shared`` string, the
    words that cards of the theme share, with "…" where a word goes on differently · ``alike``
    Float64, from 0 to 1, the mean over all pairs of cards that would come together. Empty
    while nothing is revealed. `workshopkit.analysis.themes` says how it is found, and what it
    cannot see; `alike` is as for `suggest`.

    >>> themes_table(view, alike=0.3).groupby("theme")["text"].apply(list)
    """
    titles = {id_: in_language(item["title"], lang) for id_, item in pairs(view["columns"])}
    dtypes = {"theme": COUNT, "card": TEXT, "text": TEXT, "column": categories(titles.values())}
    dtypes |= {"group": TEXT, "group_title": TEXT, "shared": TEXT, "alike": SHARE}
    found = suggest(cards_of(view), alike=alike)
    rows = (row for n, each in enumerate(found, 1) for row in _rows(view, n, each, titles))
    return frame(rows, dtypes)


def cards_of(view: View) -> list[Card]:
    """The cards that a role may see, in the board's order; those of a group in its column."""
    groups = view["groups"]["items"]
    return [
        Card(id_, item["text"], groups.get(item.get("group"), item)["column"], item.get("group"))
        for id_, item in pairs(view["cards"])
    ]


def _rows(view: View, n: int, found: Suggestion, titles: Mapping[str, str]) -> Iterator[Row]:
    group = view["groups"]["items"].get(found.into)
    for card in found.cards:
        yield {
            "theme": n,
            "card": card.id,
            "text": card.text,
            "column": titles[card.column],
            "group": found.into,
            "group_title": group["title"] if group else None,
            "shared": ", ".join(each.part for each in found.shared),
            "alike": found.alike,
        }


def _described(texts: Sequence[str]) -> tuple[Any, Sequence[str]]:
    """A row of length 1 for each text, or of nothing, and the run of letters of each column."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    reader = TfidfVectorizer(analyzer="char_wb", ngram_range=LETTERS, lowercase=False)
    return reader.fit_transform(texts).tocsr(), list(reader.get_feature_names_out())


def _together(weights: Any, cards: Sequence[Card], alike: float) -> Iterator[list[int]]:
    """Where cards of the same column are that belong together, each group within one of them."""
    from sklearn.cluster import AgglomerativeClustering

    linkage = AgglomerativeClustering(
        n_clusters=None,
        metric="precomputed",
        linkage="average",
        distance_threshold=1 - alike + 10**-PLACES,
    )
    for column in dict.fromkeys(card.column for card in cards):
        at = [place for place, card in enumerate(cards) if card.column == column]
        if len(at) < 2:
            continue
        labels = linkage.fit_predict(_distances(weights[at], [cards[place] for place in at]))
        for label in dict.fromkeys(labels):
            yield [place for place, own in zip(at, labels, strict=True) if own == label]


def _distances(weights: Any, cards: Sequence[Card]) -> np.ndarray:
    """How far the cards of a column are from each other.

    Cards of a group are so near that they always come first, and those of two groups so far
    that no mean over the column can bring them together.
    """
    import numpy as np

    numbers = {group: n for n, group in enumerate(dict.fromkeys(card.group for card in cards))}
    group = np.array([numbers[card.group] for card in cards])
    grouped = np.array([card.group is not None for card in cards])
    both = grouped[:, None] & grouped[None, :]
    same = group[:, None] == group[None, :]
    far = float(len(cards) ** 2)
    distances: np.ndarray = np.round(1 - (weights @ weights.T).toarray(), PLACES)
    distances[both] = np.where(same, -far, far)[both]
    np.fill_diagonal(distances, 0)
    return distances


def _suggestion(weights: Any, runs: Sequence[str], cards: Sequence[Card]) -> Suggestion | None:
    """What to do with cards that belong together; nothing where all of them are in the group."""
    known = [at for at, card in enumerate(cards) if card.group is not None]
    lone = [at for at, card in enumerate(cards) if card.group is None][:LARGEST]
    if not lone or len(known) + len(lone) < 2:
        return None
    weights, cards = weights[known + lone], [cards[at] for at in known + lone]
    members, new = cards[: len(known)], cards[len(known) :]
    return Suggestion(
        cards=tuple(new),
        alike=_alike(weights, len(known)),
        shared=shared_words(
            weights, runs, {card.id: card.text for card in cards}, known=len(known)
        ),
        into=members[0].group if members else None,
        members=tuple(card.id for card in members),
    )


def _alike(weights: Any, known: int) -> float:
    """The mean over all pairs of cards, but for those of the first ones, which are a group."""
    import numpy as np

    cosines = (weights @ weights.T).toarray()
    counted = np.triu(np.ones_like(cosines, dtype=bool), 1)
    counted[:known, :known] = False
    return round(float(cosines[counted].mean()), 2)
