"""Canvas: its outcomes and its rubrics, both as it takes and gives them in CSV files."""
