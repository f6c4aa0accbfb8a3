"""Moodle: its competency frameworks, as it takes and gives them in CSV files."""
