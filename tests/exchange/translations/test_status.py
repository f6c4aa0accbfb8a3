"""How far a continuum is translated."""

from __future__ import annotations

from pathlib import Path

from site_builder.exchange.translations.status import SourceStatus, status_of
from tests.exchange.translations.bilingual import ARGUE, ARGUE_ES, bilingual, texts_in
from tests.project import Project


def states(school: Project, language: str = "es") -> dict[str, SourceStatus]:
    return {it.file: it for it in status_of(texts_in(school.root).sources, language)}


def test_each_source_is_counted(tmp_path: Path) -> None:
    found = states(bilingual(tmp_path).change(ARGUE, "title: Claim", "title: My claim"))
    argue = found[ARGUE]
    assert (argue.translation, argue.texts, argue.translated) == (ARGUE_ES, 11, 5)
    assert argue.changed == ("skills/LIT.ARG.1/title",)
    assert argue.unwatched == ("statement", "skills/LIT.ARG.1/levels/1", "skills/LIT.ARG.1/levels/2")
    assert argue.not_yet[0] == "why"
    assert not argue.is_done
    other = found["continuum/literacy/retell.yml"]
    assert (other.translation, other.translated, len(other.not_yet)) == ("", 0, other.texts)


def test_a_source_whose_every_text_is_translated_and_watched_is_done() -> None:
    assert SourceStatus("a.yml", "a.es.yml", 3, (), (), ()).is_done
    assert not SourceStatus("a.yml", "a.es.yml", 3, (), (), ("title",)).is_done
