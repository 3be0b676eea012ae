"""The facilitator's page: start a workshop, resume one, look at finished ones."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from tornado.web import HTTPError, authenticated

from workshopkit.room.directory import Entry
from workshopkit.room.reviews import Review
from workshopkit.server.handlers.base import FacilitatorPage
from workshopkit.server.notebooks import Notebook


class Home(FacilitatorPage):
    """Notebooks to start from and workshops to return to."""

    @authenticated
    async def get(self) -> None:
        notebooks = self.venue.notebooks.all()
        entries = (await self.venue.rooms.workshops()).values()
        rows = [await self._row(entry, notebooks) for entry in reversed(list(entries))]
        self.render_page(
            "home.html",
            notebooks=notebooks,
            running=[row for row in rows if not row["finished"]],
            finished=[row for row in rows if row["finished"]],
            reviews=[_review(each, rows) for each in await self.venue.rooms.reviews()],
        )

    @authenticated
    async def post(self) -> None:
        """Start: the new workshop's id is fixed here, so that a refresh finds it again."""
        path = self.get_body_argument("notebook", "")
        if not self.venue.notebooks.has(path):
            raise HTTPError(404)
        workshop = secrets.token_urlsafe(16)
        self.venue.origins.remember(workshop, self.venue.notebooks.root / path)
        self.redirect(self._page(path, workshop), status=303)

    async def _row(self, entry: Entry, notebooks: list[Notebook]) -> dict[str, Any]:
        origin = self._origin(entry, notebooks)
        return {
            "title": entry.title,
            "team": entry.team,
            "people": await self.venue.rooms.people_count(entry.id),
            "date": entry.begun,
            "finished": entry.finished,
            "page": self._page(origin, entry.id) if origin else None,
        }

    def _origin(self, entry: Entry, notebooks: list[Notebook]) -> str | None:
        """The notebook it was started from, if that is still here; else the only one."""
        known = self.venue.origins.notebook(entry.id)
        offered = {self.venue.notebooks.root / one.path: one.path for one in notebooks}
        if known in offered:
            return offered[known]
        return notebooks[0].path if known is None and len(notebooks) == 1 else None

    def _page(self, path: str, workshop: str) -> str:
        return f"{self.base_url}voila/render/{quote(path)}?workshop={workshop}"


def _review(review: Review, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A review, and the page of an unfinished workshop of its team to hold it in."""
    pages = (row["page"] for row in rows if row["team"] == review.team and not row["finished"])
    return {
        "title": review.title,
        "team": review.team,
        "date": review.due,
        "overdue": review.due < date.today().isoformat(),
        "page": next((page for page in pages if page), None),
    }
