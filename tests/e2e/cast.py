"""A made-up team's retro: what eight people write, how they vote, what they agree."""

from __future__ import annotations

PEOPLE = ("Amara", "Ben", "Carys", "Dev", "Eleri", "Farah", "Gwen", "Hari")
MOODS = (4, 3, 4, 5, 2, 4, 4, 3)

CARDS: tuple[tuple[str, str, str], ...] = (
    ("Amara", "Start", "Show caseworkers each letter before we build it"),
    ("Ben", "Start", "Write the decision down on the day we take it"),
    ("Carys", "Start", "Test with people who are claiming for somebody else"),
    ("Dev", "Start", "One page that says what each error message means"),
    ("Eleri", "Start", "Ask the call centre what people ring about, every Monday"),
    ("Farah", "Start", "A standing hour with Legal instead of tickets"),
    ("Gwen", "Stop", "Waiting two weeks for sign-off on every letter"),
    ("Hari", "Stop", "Sign-off goes through four inboxes"),
    ("Amara", "Stop", "Nobody knows who approves a change of wording"),
    ("Ben", "Stop", "Test data that expires every Friday"),
    ("Carys", "Stop", "Planning on Monday morning, before the call figures are in"),
    ("Dev", "Stop", "Fixing the same eligibility rule in two places"),
    ("Eleri", "Stop", "Jargon in the notes that claimants can read"),
    ("Farah", "Continue", "Playbacks with the call centre: three of us changed our minds"),
    ("Gwen", "Continue", "Listening to two real calls at each playback"),
    ("Hari", "Continue", "Pairing on the eligibility rules"),
    ("Amara", "Continue", "Small releases on Tuesdays"),
    ("Ben", "Continue", "Saying out loud when something is not clear"),
    ("Carys", "Continue", "Screen-reader checks before review, not after"),
    ("Dev", "Continue", "Tea before stand-up"),
)

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Waiting for sign-off", (CARDS[6][2], CARDS[7][2], CARDS[8][2])),
    ("Playbacks with the call centre", (CARDS[13][2], CARDS[14][2])),
)

VOTES: dict[str, dict[str, int]] = {
    "Amara": {"Waiting for sign-off": 3, CARDS[4][2]: 2},
    "Ben": {"Waiting for sign-off": 2, CARDS[9][2]: 2, CARDS[1][2]: 1},
    "Carys": {"Waiting for sign-off": 2, "Playbacks with the call centre": 2, CARDS[18][2]: 1},
    "Dev": {CARDS[11][2]: 3, "Playbacks with the call centre": 1, CARDS[15][2]: 1},
    "Eleri": {"Waiting for sign-off": 3, CARDS[4][2]: 1, CARDS[0][2]: 1},
    "Farah": {"Waiting for sign-off": 2, "Playbacks with the call centre": 3},
    "Gwen": {"Waiting for sign-off": 2, CARDS[9][2]: 1, "Playbacks with the call centre": 2},
    "Hari": {"Waiting for sign-off": 1, CARDS[15][2]: 2, CARDS[5][2]: 1},
}

ACTIONS: tuple[dict[str, str], ...] = (
    {
        "text": "Ask Legal for a standing approval of template letters",
        "about": "Waiting for sign-off",
        "owner": "Farah",
        "due": "2026-12-04",
    },
    {
        "text": "Two call recordings at every playback",
        "owner": "Gwen and the call centre",
        "due": "2026-12-11",
    },
    {"text": "Make test data that does not expire", "owner": "Ben"},
)
