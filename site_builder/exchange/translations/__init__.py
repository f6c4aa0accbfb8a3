"""Translations of a school's texts: out to translators, and in again."""
