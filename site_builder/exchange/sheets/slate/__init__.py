"""The map of competencies that Slate takes."""
