"""An invented school of 60 students with a year of evidence, to look at progress pages with.

Nobody in it exists. `python -m tools.school FOLDER` writes the same bytes each time.
"""
