"""The open record of a workshop: what everyone in it could see, as files for everybody else.

from workshopkit.publish import load, redacted, write

found = load("Sprint 12 retrospective", team="Benefits service")
write(redacted(found, drop_names=True), "public", ["html", "json"])
"""

from workshopkit.publish.files import write
from workshopkit.publish.from_view import record
from workshopkit.publish.load import load, tables
from workshopkit.publish.record import Record
from workshopkit.publish.redaction import choices, redacted

__all__ = ["Record", "choices", "load", "record", "redacted", "tables", "write"]
