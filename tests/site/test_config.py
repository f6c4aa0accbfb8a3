"""What mkdocs.yml says of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.data.publications import PUBLICATIONS
from site_builder.problems import Problem, Severity, Span
from site_builder.site.config import Config, read_config


def read(tmp_path: Path, text: str | bytes | None = None, **given: str) -> tuple[Config, list[Problem]]:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_config(tmp_path, **given)


def test_the_name_of_the_site_is_that_of_the_continuum_and_no_other(tmp_path: Path) -> None:
    assert read(tmp_path, "site_name: Something else\n") == read(tmp_path, None)


def test_without_the_file_the_site_is_as_it_comes(tmp_path: Path) -> None:
    config, problems = read(tmp_path)
    assert (config.site_url, config.edit_uri, config.copyright, config.look.icon) == ("", "", "", "")
    assert problems == []


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("https://school.example", "https://school.example/"),
        ("https://school.example/continuum//", "https://school.example/continuum/"),
        ("ftp://school.example", ""),
        ("javascript:alert(1)", ""),
        ("school.example", ""),
        ("[https://school.example]", ""),
        ("2026", ""),
    ],
)
def test_the_address_of_the_site_is_a_web_address_with_a_slash_at_its_end(
    tmp_path: Path, said: str, address: str
) -> None:
    assert read(tmp_path, f"site_url: {said}\n")[0].site_url == address


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("repo_url: https://git.example/a/b", "https://git.example/a/b/edit/main/"),
        ("repo_url: https://git.example/a/b/\nedit_uri: /-/edit/trunk", "https://git.example/a/b/-/edit/trunk/"),
        ("edit_uri: edit/main", ""),
        ("repo_url: javascript:alert(1)", ""),
    ],
)
def test_sources_are_edited_where_the_repository_is(tmp_path: Path, said: str, address: str) -> None:
    assert read(tmp_path, said)[0].edit_uri == address


def test_addresses_that_are_given_win_over_those_in_the_file(tmp_path: Path) -> None:
    text = "site_url: https://school.example\nrepo_url: https://git.example/a/b\n"
    config, _ = read(tmp_path, text, site_url="http://127.0.0.1:8000/", repo_url="")
    assert (config.site_url, config.edit_uri) == ("http://127.0.0.1:8000/", "")


@pytest.mark.parametrize(
    ("said", "icon"),
    [
        ("theme: {icon: {logo: material/school}}", "material/school"),
        ("theme: {icon: {logo: ../../secret}}", ""),
        ("theme: {icon: {logo: [material/school]}}", ""),
        ("theme: {icon: school}", ""),
        ("theme: material", ""),
    ],
)
def test_a_mark_is_an_icon_of_the_theme_by_its_name(tmp_path: Path, said: str, icon: str) -> None:
    assert read(tmp_path, said)[0].look.icon == icon


def test_what_has_no_effect_is_pointed_at(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "site_name: Riverbend\nplugins: [blog]\n")
    (note,) = problems
    assert (note.code, note.severity, str(note.at)) == ("config-unused", Severity.NOTE, "mkdocs.yml:2:1")


@pytest.mark.parametrize(
    "text", ["a: b: c", "- a list", "x: !!python/object:os.system y", b"\xff\xfe\xfa", "theme: *nothing"]
)
def test_a_file_that_cannot_be_read_is_a_problem_and_no_bug(tmp_path: Path, text: str | bytes) -> None:
    config, problems = read(tmp_path, text)
    assert config == read_config(tmp_path / "nowhere")[0]
    assert problems or text == "- a list"


@pytest.mark.parametrize("key", ["site_url", "repo_url"])
def test_an_address_without_its_beginning_is_pointed_at(tmp_path: Path, key: str) -> None:
    _, [problem] = read(tmp_path, f"# ours\n{key}: school.example\n")
    assert (problem.code, str(problem.at)) == ("config-address", f"mkdocs.yml:2:{len(key) + 3}")


def line_of(problem: Problem) -> int:
    assert isinstance(problem.at, Span)
    return problem.at.line


EVERYTHING = tuple(it.name for it in PUBLICATIONS)


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ("site_name: A", EVERYTHING),
        ("extra: {analytics: none}", EVERYTHING),
        ("extra: {publish: []}", ()),
        ("extra: {publish: case}", ("case",)),
        ("extra: {publish: [case, api]}", ("api", "case")),
    ],
)
def test_a_school_names_the_data_that_it_publishes(tmp_path: Path, said: str, published: tuple[str, ...]) -> None:
    config, problems = read(tmp_path, f"{said}\n")
    assert config.published == published
    assert [it for it in problems if it.severity is not Severity.NOTE] == []


def test_without_the_file_all_data_is_published(tmp_path: Path) -> None:
    assert read(tmp_path)[0].published == EVERYTHING


def test_what_else_stands_beside_it_has_no_effect(tmp_path: Path) -> None:
    [problem] = read(tmp_path, "extra:\n  publish: [case]\n  analytics: none\n")[1]
    assert (problem.code, line_of(problem)) == ("config-unused", 3)


@pytest.mark.parametrize("said", ["[case, cas]", "[case, [api]]", "[case, 7]", "[case, {api: yes}]"])
def test_data_of_an_unknown_kind_is_pointed_at(tmp_path: Path, said: str) -> None:
    config, [problem] = read(tmp_path, f"site_name: A\nextra:\n  publish: {said}\n")
    assert config.published == ("case",)
    assert (problem.code, problem.severity, line_of(problem)) == ("publish-unknown", Severity.WARNING, 3)
    assert "case" in problem.hint


@pytest.mark.parametrize(
    ("said", "offline"),
    [
        ("", True),
        ("extra: {publish: []}\n", True),
        ("extra: {offline: true}\n", True),
        ("extra: {offline: false}\n", False),
    ],
)
def test_families_can_keep_a_copy_unless_a_school_says_no(tmp_path: Path, said: str, offline: bool) -> None:
    config, problems = read(tmp_path, f"site_name: Ours\n{said}")
    assert (config.offline, problems) == (offline, [])


@pytest.mark.parametrize("said", ["no", "0", "[]", "{}", "False"])
def test_what_is_neither_true_nor_false_is_pointed_at(tmp_path: Path, said: str) -> None:
    config, [problem] = read(tmp_path, f"extra:\n  offline: {said}\n")
    assert config.offline
    assert (problem.code, problem.severity, problem.hint) == (
        "offline-unclear",
        Severity.WARNING,
        "write true or false",
    )
    assert isinstance(problem.at, Span)
    assert (problem.at.file, problem.at.line) == ("mkdocs.yml", 2)
