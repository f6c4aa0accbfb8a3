"""Mahara: its SmartEvidence matrices."""
