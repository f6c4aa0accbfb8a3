"""From what came in to the files of a school's folder: merge, lay out, amend, write, tell."""
