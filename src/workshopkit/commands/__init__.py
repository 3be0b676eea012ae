"""The commands about workshops that are over: one file each, and what they share."""
