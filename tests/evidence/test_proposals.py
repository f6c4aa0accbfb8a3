"""What outcomes may mean, for a person to confirm."""

from __future__ import annotations

import yaml

from site_builder.evidence.mapping import read_map
from site_builder.evidence.proposals import as_map, proposals
from site_builder.evidence.read import Outcome
from tests.evidence.school import COMPETENCIES


def test_an_id_in_the_text_is_proposed_first_and_alone() -> None:
    found = proposals([Outcome(("Grade 7 – WRI.DIR.2: readers",), 3)], COMPETENCIES)
    assert [(it.skill, it.by_code) for it in found[0].candidates] == [("WRI.DIR.2", True)]


def test_an_id_within_a_longer_one_is_not_proposed() -> None:
    found = proposals([Outcome(("WRI.DIR.22 zzz",), 1), Outcome(("XWRI.DIR.2 zzz",), 1)], COMPETENCIES)
    assert [it.candidates for it in found] == [(), ()]


def test_words_that_are_alike_are_proposed_with_how_alike_they_are() -> None:
    found = proposals([Outcome(("Thinking of the reader",), 3)], COMPETENCIES)
    best = found[0].candidates[0]
    assert best.skill == "WRI.DIR.2" and 60 <= best.likeness < 100
    assert best.words == "Give directions: Think of the reader"


def test_what_is_printed_means_nothing_until_a_person_confirms_it() -> None:
    text = as_map(proposals([Outcome(('Say "each"\nturn # 1',), 2), Outcome(("Qqq",), 1)], COMPETENCIES))
    assert yaml.safe_load(text) == {"outcomes": None}
    said, problems = read_map("map.yml", text.encode())
    assert said is not None and problems == [] and said.common.outcomes == {}
    confirmed = text.replace('# "Say', '"Say', 1)
    said, problems = read_map("map.yml", confirmed.encode())
    assert said is not None and problems == []
    assert said.common.outcomes == {'Say "each"\nturn # 1': "WRI.DIR.1"}
    assert "Qqq: 1 row, and nothing is like it" in text


def test_an_outcome_without_any_name_has_no_proposal() -> None:
    assert proposals([Outcome((), 4)], COMPETENCIES) == []
