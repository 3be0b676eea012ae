"""The event log: every fact of every workshop and team, in the order it was committed."""

from workshopkit.log.place import find_database, open_existing, open_log, user_folder

__all__ = ["find_database", "open_existing", "open_log", "user_folder"]
