"""The theme's page as a mould."""

from __future__ import annotations

import pytest

from site_builder.site.shell import shell


def test_a_slot_takes_its_part() -> None:
    assert shell("<title>%%title%%</title>").pour({"title": "Levels"}) == b"<title>Levels</title>"


def test_a_shell_without_slots_is_what_it_was() -> None:
    assert shell("<p>100% of 50%</p>").pour({}) == b"<p>100% of 50%</p>"


def test_what_is_poured_in_is_never_a_slot_itself() -> None:
    assert shell("%%title%%%%nav%%").pour({"title": "%%nav%%", "nav": "N"}) == b"%%nav%%N"


def test_a_slot_without_its_part_is_a_bug() -> None:
    with pytest.raises(KeyError):
        shell("%%title%%").pour({})


@pytest.mark.parametrize(
    ("written", "poured"),
    [
        ('<link href="../assets/a.css">', '<link href="R/assets/a.css">'),
        ('<a href="..">', '<a href="R/">'),
        ("<a href='../'>", "<a href='R/'>"),
        ('<a href="./..">', '<a href="R/">'),
        ('new URL("..",location)', 'new URL("R/",location)'),
        ('{"base":"..","search":"../assets/s.js"}', '{"base":"R/","search":"R/assets/s.js"}'),
        ("[...e].reduce", "[...e].reduce"),
        ('"...and more"', '"...and more"'),
        ("up there .. and down", "up there .. and down"),
    ],
)
def test_addresses_that_the_engine_wrote_lead_to_the_root_of_the_site(written: str, poured: str) -> None:
    assert shell(written).pour({"root": "R/"}).decode() == poured


def test_words_of_any_script_keep_their_letters() -> None:
    assert shell("%%title%%").pour({"title": "مستويات"}).decode("utf-8") == "مستويات"
