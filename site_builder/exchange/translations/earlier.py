"""What a text said when it was translated, as git remembers it: so a translator sees what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.exchange.changed import said_by_git
from site_builder.exchange.translations.school_texts import SchoolTexts, SourceTexts, Spoken
from site_builder.model import Area, Settings
from site_builder.problems import stops
from site_builder.sources.area import read_area
from site_builder.sources.folder import source_at
from site_builder.sources.reading import read_alone, read_parts
from site_builder.sources.settings import read_settings
from site_builder.sources.text import decoded
from site_builder.sources.translation import fingerprint

# So many versions of a source are looked at, the latest first; and so many of all sources together.
_VERSIONS = 50
_MOST = 2000


class Remembered:
    """Earlier texts of a school, looked up in its repository; without one, nothing is remembered."""

    def __init__(self, school: SchoolTexts) -> None:
        self.school = school
        self.left = _MOST

    def __call__(self, source: SourceTexts, language: str) -> Mapping[str, str]:
        """What the texts of a source that have changed said when they were translated into this language."""
        translation = source.translations[language]
        wanted = {place: translation.made_from[place] for place in translation.stale}
        found: dict[str, str] = {}
        for thing in self._versions(source.file) if wanted else ():
            texts = SourceTexts(thing).texts
            found |= {place: texts[place] for place, made in wanted.items() if _fits(texts.get(place), made)}
            if len(found) == len(wanted):
                break
        return found

    def _versions(self, file: str) -> Iterator[Spoken]:
        root = self.school.root
        names = said_by_git(root, "log", "--format=%H", f"-{_VERSIONS}", "--no-show-signature", "--", file)
        for name in names.decode().split()[: self.left]:
            self.left -= 1
            thing = self._thing(file, said_by_git(root, "show", "--no-textconv", f"{name}:./{file}"))
            if thing is not None:
                yield thing

    def _thing(self, file: str, data: bytes) -> Spoken | None:
        source = source_at(file)
        if source.kind not in ("settings", "area"):
            return read_alone(source, data)[0]
        text, problems = decoded(file, data)
        value, _, more = read_parts(file, text)
        if stops([*problems, *more]):
            return None
        found: Settings | Area | None
        if source.kind == "settings":
            found, _ = read_settings(file, value)
        else:
            found, _ = read_area(source, value, self.school.settings)
        return found


def _fits(text: str | None, made: str) -> bool:
    return text is not None and fingerprint(text) == made
