"""From exports of other systems to evidence: read, match, keep."""
