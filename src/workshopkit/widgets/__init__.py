"""Activities in notebook cells: thin anywidgets over the room's own door for kernels."""
