"""`python -m tools.school FOLDER`: write the invented school into a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.school.write import write_school

if __name__ == "__main__":
    write_school(Path(sys.argv[1] if len(sys.argv) > 1 else "demonstration"))
