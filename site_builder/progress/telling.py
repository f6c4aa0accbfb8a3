"""The continuum and our own words as a family reads them: told in one language, as far as somebody speaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from site_builder.evidence.student import Student
from site_builder.look.words import OWN, SOURCE_LANGUAGE, Words, catalogue, is_spoken
from site_builder.model import Area, Settings, SourceText
from site_builder.outline import CompetencyCard, ExemplarCard, Outline, outline
from site_builder.problems import Problem, Severity, Span
from site_builder.progress.code_pages import folder_for
from site_builder.progress.ground import Ground, ground_from, ground_of
from site_builder.sources.crew import Crew
from site_builder.sources.languages import name_in, nearest
from site_builder.sources.load import Loaded
from site_builder.sources.names import spoken as names_spoken
from site_builder.sources.texts import retold
from site_builder.sources.translated import outline_in

_Say = Callable[[str, str], str]


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """All that pages in one language are told from.

    `language` is that of our own words, and so of a page; a text of the continuum that is in another one says so.
    `site` is the folder of the public site that speaks it, and `typing` the one where a code is typed in it: es/, or
    nothing for the root of either.
    """

    language: str
    ground: Ground
    outline: Outline
    words: Words
    site: str = ""
    typing: str = ""

    def say(self, text: str, **values: object) -> str:
        """A text of our own as plain words, for what is no page."""
        return self.words.gettext(text) % values if values else self.words.gettext(text)

    @property
    def is_own(self) -> bool:
        """Whether this is the language in which the school itself writes."""
        return nearest(self.language, [self.ground.settings.languages[0]]) is not None


@dataclass(frozen=True, slots=True)
class Tellings:
    """The school's own telling, and those for families who read another language."""

    own: Telling
    others: Mapping[str, Telling] = field(default_factory=dict)

    def of(self, language: str) -> Telling:
        """How a reader of this language is told; the school's own where nobody speaks it."""
        return self.others.get(language, self.own)


def tellings(loaded: Loaded, crew: Crew, wanted: Iterable[str]) -> Tellings | None:
    """A telling for each language that somebody reads; nothing where the continuum could not be read."""
    ground = ground_from(loaded, crew)
    if ground is None or loaded.outline is None or loaded.setting is None:
        return None
    root, own = loaded.setting.root, ground.settings.languages[0]
    told: dict[tuple[str, str], Telling] = {}

    def telling(language: str) -> Telling:
        spoken, texts = _spoken(language, own, root), nearest(language, ground.settings.languages) or own
        if (spoken, texts) not in told:
            told[spoken, texts] = _told(spoken, texts, loaded, crew)
        return told[spoken, texts]

    others = {it: telling(it) for it in sorted(set(wanted)) if it}
    return Tellings(telling(own), others)


def unspoken(students: Iterable[Student], told: Tellings, file: Path) -> Iterator[Problem]:
    """A warning that some families of a roster read a language that pages do not speak, once for all of them."""
    readers = [
        it.language for it in students if it.language and not nearest(it.language, [told.of(it.language).language])
    ]
    if readers:
        names = names_spoken(sorted({name_in(it, SOURCE_LANGUAGE) for it in readers}))
        many = "student's family reads" if len(readers) == 1 else "students' families read"
        message = f"{len(readers)} {many} {names}, which pages do not speak: theirs are in the school's own language"
        hint = f"put our words into it in {OWN}/, or tell these families what is there in another way"
        yield Problem(Span(file.as_posix()), "language-unspoken", message, Severity.WARNING, hint)


def as_written(ground: Ground, whole: Outline, root: Path | None = None) -> Telling:
    """The telling in the sources' own language; ours is English where nobody speaks that."""
    own = ground.settings.languages[0]
    return _in_words(_spoken(own, own, root), own, ground, whole, root)


def _spoken(language: str, own: str, root: Path | None) -> str:
    """The language of our words: the one that is asked for, or the school's, or English."""
    return next((it for it in (language, own) if is_spoken(it, root)), SOURCE_LANGUAGE)


def _told(spoken: str, texts: str, loaded: Loaded, crew: Crew) -> Telling:
    assert loaded.outline is not None
    assert loaded.setting is not None
    whole = outline_in(texts, loaded.outline, loaded.setting.translations)
    ground = ground_from(loaded, crew, whole)
    assert ground is not None
    return _in_words(spoken, texts, ground, whole, loaded.setting.root)


def _in_words(spoken: str, texts: str, ground: Ground, whole: Outline, root: Path | None) -> Telling:
    """Our words beside texts in this language, which say so where it is another."""
    own = ground.settings.languages[0]
    if nearest(spoken, [texts]) is None:
        ground, whole = _set_apart(ground, whole, texts, spoken)
    site = "" if texts == own else f"{texts}/"
    words = catalogue(spoken, root)
    return Telling(spoken, ground, whole, words, site, folder_for(spoken, ground.settings.languages, root))


def _set_apart(ground: Ground, whole: Outline, texts: str, spoken: str) -> tuple[Ground, Outline]:
    """Both for a page in another language than their texts: each text says in which one it is."""

    def say(place: str, text: str) -> str:
        language = text.language if isinstance(text, SourceText) else texts
        return str(text) if nearest(language, [spoken]) else SourceText(text, language)

    settings = retold(whole.settings, say)
    areas = {slug: _area(it, settings, say) for slug, it in whole.areas.items()}
    marked = outline(
        settings,
        areas.values(),
        [_competency(it, say) for it in whole.competencies.values()],
        [_exemplar(it, say) for it in whole.exemplars.values()],
        [retold(it, say) for it in whole.pathways],
        [retold(it, say) for it in whole.pages],
    )
    competencies = [retold(it, say) for it in ground.competencies.values()]
    return ground_of(settings, areas, competencies, marked.pathways), replace(marked, language=whole.language)


def _area(it: Area, settings: Settings, say: _Say) -> Area:
    scale = replace(settings.scales[it.scale.id], is_habit=it.scale.is_habit)
    return replace(retold(it, say), scale=scale)


def _competency(it: CompetencyCard, say: _Say) -> CompetencyCard:
    skills = tuple((id, say("", title)) for id, title in it.skills)
    return replace(it, title=say("", it.title), statement=say("", it.statement), skills=skills)


def _exemplar(it: ExemplarCard, say: _Say) -> ExemplarCard:
    return replace(it, title=say("", it.title), summary=say("", it.summary), task=say("", it.task))
