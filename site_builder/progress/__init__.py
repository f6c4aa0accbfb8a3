"""From evidence and a continuum to each student's standing, and from there to private pages and letters."""
