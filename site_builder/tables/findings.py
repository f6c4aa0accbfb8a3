"""What is found while a table is read: problems with their rows, and notices."""

from __future__ import annotations

from dataclasses import dataclass, field

from site_builder.problems import Problem, Span

MOST_ROWS = 20
"""How many rows a reader points at before it only counts them."""


@dataclass(slots=True)
class Findings:
    """A list that a reader fills while it reads `file`; rows are numbered as a spreadsheet numbers them."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    misfits: int = 0

    def refuse_row(self, row: int, message: str, hint: str) -> None:
        """Note a row that cannot be read, or only count it after many."""
        self.misfits += 1
        if self.misfits <= MOST_ROWS:
            self.problems.append(Problem(Span(self.file, row), "table-row", message, hint=hint))

    def refuse_header(self, row: int, message: str, hint: str) -> None:
        """Note what is wrong with the names of the columns."""
        self.problems.append(Problem(Span(self.file, row), "table-header", message, hint=hint))

    def refuse_letters(self, row: int, message: str, hint: str) -> None:
        """Note letters that cannot be read."""
        self.problems.append(Problem(Span(self.file, row), "table-encoding", message, hint=hint))

    def closed(self) -> list[Problem]:
        """All problems, with one more that counts the rows which were not pointed at."""
        unsaid = self.misfits - MOST_ROWS
        if unsaid <= 0:
            return self.problems
        message = f"there are {unsaid} more rows like these"
        hint = "correct what makes them so in the system that wrote the file, and export it again"
        return [*self.problems, Problem(Span(self.file), "table-row", message, hint=hint)]
