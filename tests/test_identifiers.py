"""The UUIDs of things: made of ids alone, as the standard library would make them."""

from __future__ import annotations

from uuid import RFC_4122, UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from site_builder.identifiers import (
    area_identifier,
    as_uuid,
    competency_identifier,
    framework_identifier,
    identifier,
    skill_identifier,
)
from site_builder.model import Skill
from tests.site.continua import area, competency, small_outline

FRAMEWORK = "0b6e1f52-54a5-4d3b-9b1d-0d2f1c3a9e77"
GIVEN = "7fbbd2fa-885d-41e7-a99d-449ef607a326"


@given(st.uuids(), st.text(), st.lists(st.text(), max_size=3))
def test_an_identifier_is_a_uuid_of_version_5_in_the_frameworks_namespace(
    framework: UUID, kind: str, ids: list[str]
) -> None:
    made = identifier(str(framework), kind, *ids)
    assert made == str(uuid5(framework, "/".join([kind, *ids])))
    assert UUID(made).version == 5 and UUID(made).variant == RFC_4122


def test_two_kinds_and_two_frameworks_never_share_one() -> None:
    made = {identifier(one, kind, "A") for one in (FRAMEWORK, GIVEN) for kind in ("area", "competency", "skill")}
    assert len(made) == 6


def test_a_thing_keeps_the_identifier_that_it_came_with() -> None:
    assert competency_identifier(FRAMEWORK, competency(identifier=GIVEN)) == GIVEN
    assert skill_identifier(FRAMEWORK, Skill("A.1", "One", {}, identifier=GIVEN)) == GIVEN
    assert area_identifier(FRAMEWORK, area()) == identifier(FRAMEWORK, "area", area().id)


def test_titles_files_and_words_do_not_change_it() -> None:
    before = competency_identifier(FRAMEWORK, competency())
    assert competency_identifier(FRAMEWORK, competency(title="Else", slug="else", area="other")) == before


def test_a_framework_without_an_identifier_of_its_own_has_the_common_one() -> None:
    assert framework_identifier(small_outline().settings) == "92665883-c5fc-5c02-91d4-5e30138b7718"


def test_a_uuid_is_known_in_large_letters_too_and_anything_else_is_none() -> None:
    assert as_uuid(GIVEN) is GIVEN
    assert as_uuid(GIVEN.upper()) == GIVEN
    assert [as_uuid(it) for it in ("", "LIT.ARG", GIVEN[:-1], f"{{{GIVEN}}}", f"{GIVEN}\n")] == [""] * 5
