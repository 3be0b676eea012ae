"""Tables and charts, made from what a role may see and from nothing else (DESIGN 5.1)."""
