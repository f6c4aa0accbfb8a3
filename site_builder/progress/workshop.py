"""Where pages are made: what is drawn once for each language, and the way from evidence to a finished file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from site_builder.evidence.piece import Piece
from site_builder.evidence.student import Student
from site_builder.model import Settings
from site_builder.private.envelope import Press, seal
from site_builder.private.sealed_page import Mould, mould
from site_builder.private.secret import Secret
from site_builder.progress.code_pages import FOLDER
from site_builder.progress.desk import Desk, desk_for
from site_builder.progress.document import document, styles
from site_builder.progress.guide import Guide, guide_for
from site_builder.progress.judge import judge
from site_builder.progress.page import student_page
from site_builder.progress.staff import Brief, brief, group_page
from site_builder.progress.standing import Standing
from site_builder.progress.telling import Telling, Tellings
from site_builder.progress.voice import Voice


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be made: the continuum, the day, where the public site stands, and whether pages are sealed.

    `tellings` hold the continuum in each language that somebody reads; `words` is the folder of what students say.
    """

    tellings: Tellings
    as_of: date
    site_url: str = ""
    words: Path | None = None
    is_sealed: bool = True

    @property
    def settings(self) -> Settings:
        """The school's own settings."""
        return self.tellings.own.ground.settings


class Made(NamedTuple):
    """A student's page as HTML without its document, and the student in brief."""

    body: str
    brief: Brief


class Bench(NamedTuple):
    """All that is drawn once for a language."""

    guide: Guide
    mould: Mould
    press: Press
    beginning: str


@dataclass(slots=True)
class Workshop:
    """Makes pages one after the other; what it has drawn for one it uses for the next."""

    job: Job
    benches: dict[Telling, Bench] = field(default_factory=dict)

    def student(self, student: Student, pieces: Sequence[Piece], voice: Voice | None) -> Made:
        """A student's page from all evidence of them."""
        return self.page(self.judged(student, pieces), student, voice)

    def judged(self, student: Student, pieces: Sequence[Piece]) -> Standing:
        """Where a student stands on the day of the job."""
        return judge(student.id, pieces, self.job.tellings.of(student.language).ground, self.job.as_of)

    def page(self, standing: Standing, student: Student, voice: Voice | None) -> Made:
        """A student's page from where they stand."""
        guide = self.bench(student.language).guide
        body = student_page(standing, student, voice, guide, is_sealed=self.job.is_sealed)
        return Made(body, brief(standing, voice))

    def group(self, title: str, students: Sequence[tuple[Student, Brief]]) -> str:
        """The page of a group, in the school's own language."""
        return group_page(title, students, self.job.as_of, self.bench("").guide, is_sealed=self.job.is_sealed)

    def sealed(self, body: str, secret: Secret, language: str = "") -> bytes:
        """The file of a page that only this secret opens."""
        bench = self.bench(language)
        return bench.mould.page(seal(bench.press.packed(body), secret))

    def text(self, body: str, language: str = "") -> str:
        """All that a sealed page holds: its styles, then what it says."""
        return self.bench(language).beginning + body

    def plain(self, body: str, title: str, language: str = "") -> bytes:
        """The file of a page that everybody who has the file can read."""
        desk = self.bench(language).guide.desk
        return document(Markup(body), desk, title=title).encode()  # noqa: S704  rendered by our templates

    def bench(self, language: str) -> Bench:
        """What is drawn for readers of a language; the school's own stands for those that nobody speaks."""
        telling = self.job.tellings.of(language)
        if telling not in self.benches:
            self.benches[telling] = _bench(desk_for(telling, self.job.site_url, self.job.as_of))
        return self.benches[telling]


def _bench(desk: Desk) -> Bench:
    sheet = styles(area.scale for area in desk.ground.areas.values())
    beginning = f"<style>{sheet}</style>"
    typing = f"../../{FOLDER}{desk.typing}"
    sealing = mould(desk.words, desk.language, desk.direction, [sheet], code_page=typing)
    return Bench(guide_for(desk), sealing, Press(beginning), beginning)
