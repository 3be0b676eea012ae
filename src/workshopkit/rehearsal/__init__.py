"""Simulated people: a dry run of a notebook before the real day, and company for a demo."""

from workshopkit.rehearsal.command import main
from workshopkit.rehearsal.demo import demo

__all__ = ["demo", "main"]
