"""Authored files: a title and an activity's options in TOML, ours or a coach's own."""

from workshopkit.authored.shelf import Authored, Shelf

__all__ = ["Authored", "Shelf"]
