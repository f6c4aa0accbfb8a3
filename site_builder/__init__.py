"""Transparent Continuum: a school's competencies, levels and exemplars as a public, searchable site."""

__version__ = "0.1.0"
