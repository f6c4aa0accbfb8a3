"""Lists of items with parents and scales, as Canvas and Moodle keep a framework."""
