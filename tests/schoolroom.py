"""A small school with invented students, their evidence and their keys, whose staff use the command line."""

from __future__ import annotations

import csv
import html
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from site_builder.private.code import code
from site_builder.private.register import Register
from site_builder.private.register_file import read_register
from site_builder.private.secret import Secret
from site_builder.progress.run import page_file
from site_builder.progress.verify import text_of
from site_builder.resources import demonstration
from tests.project import Project
from tests.shell import outcome
from tools.school.write import write_school

AT = "https://private.school.example"
DAY = "2026-11-20"
TODAY = date(2026, 11, 24)
IDS = ("S1", "S2", "S3", "S4")
ROSTER = """id,name,given,sort name,language,groups,household,other ids,email
S1,Noor Layla Haddad,Noor,"Haddad, Noor Layla",en,Heron,H1,quillon-814203,nhaddad@students.example.org
S2,Zoë Quillfeather,Zoë,"Quillfeather, Zoë",en,Heron;Otter,,quillon-814204,zquill@students.example.org
S3,ليلى المنصوري,ليلى,المنصوري ليلى,ar,Otter,,quillon-814205,lmansouri@students.example.org
S4,Tomasz Haddad,Tomasz,"Haddad, Tomasz",en,Otter,H1,quillon-814206,thaddad@students.example.org
"""
HEADER = "student,skill,level,date,task,task id,attempt,kind,assessor,comment,reflection,mark"
ROWS = (
    "S1,LIT.ARG.1,1,2026-09-04,Should lunch be longer?,lunch,1,text,Ms Lindgård,Say who disagrees.,I changed my mind.,",
    "S1,LIT.ARG.1,2,2026-09-18,Should lunch be longer?,lunch,2,text,Ms Lindgård,Now one could disagree.,,",
    "S1,LIT.ARG.1,2,2026-10-09,A talk about bells,bells,1,talk,Mr Tsosie,You waited for the objection.,,",
    "S1,AGE.GOA,together,2026-10-20,My week,week,1,conversation,Mr Tsosie,Two bells were one too many.,,",
    "S2,LIT.ARG.1,1,2026-09-04,Should lunch be longer?,lunch,1,text,Ms Lindgård,Begin with what you saw.,,",
    "S2,LIT.RET,2,2026-10-02,The heron at the pond,pond,1,talk,Mr Tsosie,The heron has its own voice now.,,",
    "S3,LIT.RET,1,2026-10-02,The heron at the pond,pond,1,talk,Mr Tsosie,أعجبتني بداية القصة كثيرا.,أحب الطيور.,",
    "S3,LIT.ARG.2,2,2026-11-06,Who mends the tap?,tap,1,text,Ms Lindgård,The plumber is a good source.,,",
)
EXPORT = "\n".join((HEADER, *ROWS, ""))


class Schoolroom:
    """The school's folder, and outside of it the office, where private things lie.

    After a command, `code` says how it ended, `printed` what went to the standard output, and `output` all of it.
    """

    def __init__(self, root: Path) -> None:
        self.school = Project(root / "school")
        self.office = root / "office"
        self.code = 0
        self.printed = self.output = ""
        self.write("roster.csv", ROSTER)
        self.write("export.csv", EXPORT)

    @classmethod
    def demonstration(cls, root: Path) -> Schoolroom:
        """The demonstration's continuum, and its invented school of sixty students."""
        made = cls(root)
        shutil.rmtree(made.school.root)
        for folder in ("continuum", "exemplars"):
            shutil.copytree(demonstration() / folder, made.school.root / folder)
        made.export.unlink()
        write_school(made.office)
        exports = sorted((made.office / "evidence").iterdir())
        assert made.read(*exports).keys().code == 0, made.output
        return made

    def copy(self, root: Path) -> Schoolroom:
        """The same school with all that came of its commands, in another folder."""
        shutil.copytree(self.school.root.parent, root, dirs_exist_ok=True)
        made = Schoolroom.__new__(Schoolroom)
        made.school, made.office = Project.at(root / "school"), root / "office"
        made.code, made.printed, made.output = 0, "", ""
        return made

    def write(self, name: str, text: str) -> Path:
        """A file of the office."""
        path = self.office / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    @property
    def roster(self) -> Path:
        """Who the students are."""
        return self.office / "roster.csv"

    @property
    def export(self) -> Path:
        """What another system says of them."""
        return self.office / "export.csv"

    @property
    def store(self) -> Path:
        """Where their evidence is kept."""
        return self.office / "evidence.parquet"

    @property
    def register(self) -> Path:
        """The file of keys."""
        return self.office / "keys.json"

    @property
    def private(self) -> Path:
        """Where sealed pages go."""
        return self.office / "private"

    # Commands

    def run(self, *words: str | Path, env: Mapping[str, str] | None = None, answers: str = "") -> Schoolroom:
        """Run the command line; an error that would be a bug of ours is raised."""
        self.code, self.printed, self.output = outcome(words, env, answers)
        return self

    def read(self, *files: Path, more: Sequence[str | Path] = (), **env: str) -> Schoolroom:
        """Run “continuum evidence read” on exports, or on the usual one."""
        wanted = files or (self.export,)
        return self.run("evidence", "read", *wanted, *self._who(), "-o", self.store, *more, env=env)

    def keys(self, *words: str, more: Sequence[str | Path] = (), **env: str) -> Schoolroom:
        """Run “continuum keys new”, or another of its commands with who is meant."""
        command, *who = words or ("new",)
        roster = self._who()[2:] if command in ("new", "verify") else ()
        return self.run("keys", command, *who, *roster, "--keys", self.register, *more, env=env)

    def progress(self, *more: str | Path, day: str = DAY, **env: str) -> Schoolroom:
        """Run “continuum progress”, for sealed pages."""
        return self.run(*self._pages(day), "--keys", self.register, "-o", self.private, *more, env=env)

    def plain(self, *more: str | Path, day: str = DAY, **env: str) -> Schoolroom:
        """Run “continuum progress --plain”."""
        return self.run(*self._pages(day), "--plain", self.office / "plain", *more, env=env)

    def letters(self, *more: str | Path, **env: str) -> Schoolroom:
        """Run “continuum letters”."""
        said = ("--keys", self.register, "--at", AT, "-o", self.office / "letters")
        return self.run("letters", *self._who(), *said, *more, env=env)

    def verify(self, *more: str | Path, day: str = DAY, **env: str) -> Schoolroom:
        """Run “continuum verify”, and compare the pages with the evidence."""
        compared = (*self._who(), "--evidence", self.store, "--as-of", day)
        return self.run("verify", self.private, *compared, "--keys", self.register, *more, env=env)

    def audit(self, *sites: Path, more: Sequence[str | Path] = (), **env: str) -> Schoolroom:
        """Run “continuum audit” over the public site, or over other folders."""
        wanted = sites or (self.school.root / "site",)
        roster = self._who()[2:]
        return self.run("audit", *wanted, *roster, "--keys", self.register, *more, env=env)

    def ready(self) -> Schoolroom:
        """Evidence is read, and everybody has a key."""
        assert self.read().code == 0, self.output
        assert self.keys().code == 0, self.output
        return self

    def published(self) -> Schoolroom:
        """There are sealed and plain pages too, letters, and the public site."""
        for run in (self.ready, self.progress, self.plain, self.letters):
            assert run().code == 0, self.output
        assert self.school.build().code == 0, self.school.output
        return self

    def _who(self) -> tuple[str | Path, ...]:
        return ("-C", self.school.root, "--roster", self.roster)

    def _pages(self, day: str) -> tuple[str | Path, ...]:
        return ("progress", *self._who(), "--evidence", self.store, "--as-of", day)

    # What came of them

    def known(self, passphrase: str = "") -> Register:
        """The keys."""
        register = read_register(self.register, passphrase)
        assert isinstance(register, Register), register
        return register

    def secret(self, student: str) -> Secret:
        """What opens a student's page."""
        return self.known().student_secrets()[student]

    def page(self, student: str) -> Path:
        """Where a student's sealed page stands."""
        return self.private / page_file(self.secret(student))

    def text(self, student: str) -> str:
        """What a student's sealed page says, opened with their key."""
        text = text_of(self.page(student), self.secret(student))
        assert text is not None, f"the page of {student} does not open"
        return text

    def private_texts(self) -> Iterator[str]:
        """All that must not be printed: names, addresses, other ids, comments, and keys in each way of writing them."""
        with self.roster.open(encoding="utf-8", newline="") as lines:
            for it in csv.DictReader(lines):
                yield from filter(None, (it["name"], it["given"], it["sort name"], it["other ids"], it["email"]))
        with self.export.open(encoding="utf-8", newline="") as lines:
            for it in csv.DictReader(lines):
                yield from filter(None, (it["comment"], it["reflection"], it["task"]))
        if self.register.is_file() and b'"format"' in self.register.read_bytes():
            known = self.known()
            for secret in (*known.student_secrets().values(), *known.group_secrets().values()):
                yield from (secret.link, code(secret), code(secret).replace(" ", ""), secret.value.hex())

    def is_discreet(self) -> bool:
        """Whether nothing that was printed is private."""
        told = [it for it in self.private_texts() if it in self.output]
        assert not told, told
        assert "Traceback" not in self.output
        return True


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its way."""
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in sorted(folder.rglob("*")) if it.is_file()}


def typed_codes(letters: Path) -> dict[str, str]:
    """The code that is printed for each name on letters, as a person reads it there."""
    text = letters.read_text(encoding="utf-8")
    found = re.findall(r'<section class="key.*?</section>', text, re.DOTALL)
    codes = {}
    for section in found:
        groups = re.findall(r"<span>(\w{3})</span>", section)
        title = re.search(r"<h2[^>]*>(.*?)</h2>", section, re.DOTALL)
        assert title
        codes[html.unescape(re.sub("<[^>]*>", "", title[1])).strip()] = " ".join(groups)
    return codes
