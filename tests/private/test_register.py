"""The register of keys: who has one, who gets one, who loses one."""

from __future__ import annotations

from datetime import date

from site_builder.private.register import Entry, Register, retired, rotated, unknown, verified, with_new
from site_builder.private.secret import Secret
from site_builder.problems import Severity

BEFORE, TODAY = date(2026, 9, 1), date(2026, 11, 24)
ONE, TWO = Secret(bytes(16)), Secret(b"2" * 16)
REGISTER = Register({"s1": Entry(ONE, BEFORE)}, {"g1": Entry(TWO, BEFORE)})


def codes(register: Register, *students: str, groups: tuple[str, ...] = ("g1",)) -> list[str]:
    """The codes of what is wrong with a register beside a roster."""
    return [it.code for it in verified(register, "keys.json", students=students, groups=groups)]


def test_whoever_has_no_key_gets_one_and_whoever_has_one_keeps_it() -> None:
    found = with_new(REGISTER, TODAY, students=["s1", "s2"], groups=["g2"])
    assert found.students["s1"] == REGISTER.students["s1"]
    assert found.students["s2"].since == TODAY
    assert found.groups["g1"] == REGISTER.groups["g1"]
    assert set(found.group_secrets()) == {"g1", "g2"}
    assert len({*found.student_secrets().values(), *found.group_secrets().values()}) == 4


def test_a_register_is_never_changed_itself() -> None:
    with_new(REGISTER, TODAY, students=["s2"])
    rotated(REGISTER, TODAY, students=["s1"])
    retired(REGISTER, students=["s1"])
    assert Register({"s1": Entry(ONE, BEFORE)}, {"g1": Entry(TWO, BEFORE)}) == REGISTER


def test_a_rotated_key_is_another_and_its_old_address_is_remembered() -> None:
    found = rotated(REGISTER, TODAY, students=["s1"], groups=["g1"])
    assert found.students["s1"].secret not in (ONE, None)
    assert found.students["s1"].since == TODAY
    assert found.students["s1"].retired == (ONE.page_id,)
    assert found.groups["g1"].retired == (TWO.page_id,)
    again = rotated(found, TODAY, students=["s1"])
    assert len(again.students["s1"].retired) == 2


def test_somebody_unknown_gets_no_key_by_rotating() -> None:
    assert rotated(REGISTER, TODAY, students=["s9"]) == REGISTER
    [problem] = unknown(REGISTER, "keys.json", students=["s1", "s9"], groups=["g1"])
    assert problem.code == "key-nobodys"
    assert "“s9”" in problem.message


def test_a_retired_key_is_gone_and_its_address_is_remembered() -> None:
    found = retired(REGISTER, students=["s1", "s9"], groups=["g1"])
    assert found.student_secrets() == {}
    assert found.students["s1"].retired == (ONE.page_id,)
    assert set(found.students) == {"s1"}
    assert retired(found, students=["s1"]) == found


def test_somebody_who_comes_back_gets_another_key() -> None:
    found = with_new(retired(REGISTER, students=["s1"]), TODAY, students=["s1"])
    assert found.students["s1"].secret not in (ONE, None)
    assert found.students["s1"].retired == (ONE.page_id,)


def test_a_register_that_fits_the_roster_is_without_problems() -> None:
    assert codes(REGISTER, "s1") == []


def test_who_lacks_a_key_is_named() -> None:
    assert codes(REGISTER, "s1", "s2") == ["key-lacking"]
    assert codes(REGISTER, "s1", groups=("g1", "g2")) == ["key-lacking"]
    assert codes(retired(REGISTER, students=["s1"]), "s1") == ["key-lacking"]


def test_who_has_a_key_and_is_not_on_the_roster_is_noted() -> None:
    [problem] = verified(REGISTER, "keys.json", students=[], groups=["g1"])
    assert problem.code == "key-unused"
    assert problem.severity is Severity.NOTE


def test_two_with_one_key_are_named_also_when_one_is_a_group() -> None:
    assert codes(Register({"s1": Entry(ONE, BEFORE), "s2": Entry(ONE, BEFORE)}), "s1", "s2", groups=()) == ["key-twice"]
    [problem] = verified(
        Register({"s1": Entry(ONE, BEFORE)}, {"g1": Entry(ONE, BEFORE)}), "keys.json", students=["s1"], groups=["g1"]
    )
    assert problem.code == "key-twice"
    assert ONE.link not in problem.message + problem.hint


def test_a_key_that_was_withdrawn_and_came_back_is_noticed() -> None:
    back = Register({"s1": Entry(ONE, TODAY, (ONE.page_id,))})
    assert codes(back, "s1", groups=()) == ["key-twice"]
