"""Sheets: the ways in which people write a continuum into a table."""
