"""HTML of other systems, and our Markdown."""
