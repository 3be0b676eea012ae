"""What answers requests: pages, static files, health and the socket."""
