"""A made-up team's earlier retros: what they promised, what the last one said came of it."""

from __future__ import annotations

from tests.e2e.served import Served
from workshopkit.domain.action_review.commands import Decide, MovePhase
from workshopkit.domain.actions import AddAction
from workshopkit.domain.workshop.commands import AddActivity, Finish
from workshopkit.room.desk import Desk

TEAM = "Benefits service"
REVIEW = "What came of it"

LEGAL = "Ask Legal for a standing approval of template letters"
DATA = "Make test data that does not expire"
CALLS = "Two call recordings at every playback"
OLD = (AddAction(LEGAL, "Farah", "2020-12-04", likely=3), AddAction(CALLS, keep_doing=True))
NEW = (AddAction(DATA, "Ben", "2099-06-30", likely=4),)
OUTCOMES = {LEGAL: "They want to see a draft first", CALLS: "At three of four playbacks"}


def met_before(served: Served) -> None:
    """Two retros of the notebook's team, as kernels hold them; the second reviewed the first."""
    log = served.log()
    first = Desk(log, title="Sprint 10 retrospective", team=TEAM)
    for action in OLD:
        first.perform(action)
    first.perform(Finish())
    second = Desk(log, title="Sprint 11 retrospective", team=TEAM)
    second.perform(AddActivity("action_review", "review", {"en": REVIEW}, {}))
    (activity,) = second.view()["agenda"]["order"]
    second.perform(MovePhase(activity, "decide"))
    for key, item in second.view()["activities"][activity]["actions"]["items"].items():
        kept = {"owner": item.get("owner", ""), "due": item.get("due", "")}
        second.perform(Decide(activity, key, "keep", OUTCOMES[item["text"]], **kept))
    for action in NEW:
        second.perform(action)
    second.perform(Finish())
    log.close()
