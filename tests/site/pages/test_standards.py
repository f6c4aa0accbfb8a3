"""Which competency answers to which standard."""

from __future__ import annotations

from datetime import date
from typing import Any

from site_builder.model import Competency, Retired, Standard
from tests.site.continua import competency, page, page_in
from tests.site.markup import Element


def answering(id: str, *codes: str, framework: str = "Common Core", **changes: Any) -> Competency:
    return competency(id, standards=tuple(Standard(code, framework) for code in codes), **changes)


def rows(it: Element) -> list[str]:
    return [row.all("td")[0].words for row in it.all("tr") if row.all("td")]


def test_codes_stand_in_the_order_that_people_count_in() -> None:
    it = page("standards", [answering("LIT.A", "W.10.1", "W.8.1", "W.8.10", "W.8.2", "RL.3", "8")])
    assert rows(it) == ["8", "RL.3", "W.8.1", "W.8.2", "W.8.10", "W.10.1"]


def test_digits_of_any_script_are_sorted_without_harm() -> None:
    assert len(rows(page("standards", [answering("LIT.A", "W.²", "W.٣", "W.1", "")]))) == 4


def test_frameworks_stand_apart_by_name() -> None:
    it = page(
        "standards", [answering("LIT.A", "1", framework="Ours"), answering("LIT.B", "1", framework="Common Core")]
    )
    assert [head.words for head in it.all("h2")] == ["Common Core", "Ours"]


def test_a_standard_that_several_answer_to_has_a_row_for_each() -> None:
    it = page("standards", [answering("LIT.B", "1", title="Second"), answering("LIT.A", "1", title="First")])
    assert list(it.one("tbody").links()) == ["First", "Second"]


def test_a_row_leads_to_the_standard_and_to_the_competency() -> None:
    both = competency(
        standards=(Standard("W.8.1", "Common Core", "https://example.org/w", "close"), Standard("W.8.2", "Common Core"))
    )
    first, second = page("standards", [both]).one("tbody").all("tr")
    assert first.links() == {"W.8.1": "https://example.org/w", "Argue from evidence": "../literacy/lit-arg/"}
    assert first.words.endswith("LIT.ARG close")
    assert list(second.links()) == ["Argue from evidence"]


def test_a_code_stays_as_it_is_amid_words_that_are_written_from_the_right() -> None:
    assert page_in("ar", "standards", [answering("LIT.A", "6.SP.B.5")]).one("bdi").words == "6.SP.B.5"


def test_how_close_a_standard_is_stands_in_our_words_where_we_have_them_and_else_says_its_language() -> None:
    matches = ("Exact", "The part about evidence.")
    both = competency(standards=tuple(Standard("W.1", "Common Core", "", match) for match in matches))
    ours, own = (row.all("td")[-1] for row in page_in("es", "standards", [both]).one("tbody").all("tr"))
    assert not ours.all("span")
    assert own.words == "The part about evidence."
    assert (own.one("span", "src")["lang"], own.one("span", "src")["dir"]) == ("en", "ltr")


def test_a_standard_that_is_no_web_address_is_no_link() -> None:
    it = page("standards", [competency(standards=(Standard("W.8.1", "Common Core", "javascript:alert(1)"),))])
    assert not any(address.startswith("javascript") for address in it.links().values())


def test_what_is_retired_answers_to_nothing() -> None:
    assert rows(page("standards", [answering("LIT.A", "1", retired=Retired(date(2026, 8, 1)))])) == []


def test_without_standards_the_page_says_so() -> None:
    assert "No competency names a standard of another framework yet." in page("standards").words
