"""How things look and speak, on public pages and on private ones."""
