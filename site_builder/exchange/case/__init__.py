"""CASE, the Competencies and Academic Standards Exchange of 1EdTech, in both directions."""
