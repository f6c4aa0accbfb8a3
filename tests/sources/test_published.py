"""Media as they are published: made once, kept by what they hold, refused in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.model import Exemplar, Medium, PublishedMedium
from site_builder.problems import Problem, Severity, Spot
from site_builder.sources import published as module
from site_builder.sources.published import Shelf, bytes_of, is_whole, medium_of, published, published_media
from tests.site.continua import exemplar
from tests.sources.media.pictures import SECRET, photo, photo_with_notes, picture, saved
from tests.sources.media.sounds import id3, m4a, mp3_frame, wav

SOURCE = "exemplars/literacy/lunch/index.md"
PNG = saved(picture(), "PNG")
MP3 = id3() + mp3_frame() * 4


class School:
    """A folder with one piece of work, a shelf beside it, and a count of how often something was made safe."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.shelf = Shelf(root / "shelf", "made by 1")
        self.folder = root / "exemplars/literacy/lunch"
        self.folder.mkdir(parents=True)
        self.made = 0
        monkeypatch.setattr(module, "published", self._counted(module.published))

    def _counted(self, make: Callable[..., object]) -> Callable[..., object]:
        def counted(*given: object) -> object:
            self.made += 1
            return make(*given)

        return counted

    def work(self, **files: bytes) -> Exemplar:
        """A piece of work with these files, `__` for the dot in their names."""
        names = {name.replace("__", "."): data for name, data in files.items()}
        for name, data in names.items():
            (self.folder / name).write_bytes(data)
        return exemplar(media=tuple(Medium(name, alt="a") for name in names))

    def publish(self, work: Exemplar) -> tuple[tuple[PublishedMedium, ...], list[Problem]]:
        """Its media, as a build asks for them."""
        return published_media(work, self.root, self.shelf)

    def kept(self) -> dict[str, bytes]:
        """Everything on the shelf."""
        return {path.name: path.read_bytes() for path in self.shelf.folder.iterdir()}


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with an empty shelf."""
    return School(tmp_path, monkeypatch)


def all_whole(media: Iterable[PublishedMedium], school: School) -> bool:
    """Whether all files are on the shelf as they were."""
    return all(is_whole(it, school.shelf.folder) for it in media)


def test_a_picture_and_a_recording_are_published_without_what_was_written_beside_them(school: School) -> None:
    media, problems = school.publish(school.work(lunch__jpg=photo_with_notes(photo()), talk__mp3=MP3))
    assert problems == []
    assert [(it.file, it.is_picture, it.seconds > 0) for it in media] == [
        ("lunch.jpg", True, False),
        ("talk.mp3", False, True),
    ]
    assert all_whole(media, school)
    assert not any(SECRET in data for data in school.kept().values())


def test_a_medium_is_made_once(school: School) -> None:
    work = school.work(lunch__png=PNG, talk__mp3=MP3)
    first, before = school.publish(work), school.kept()
    assert school.publish(work) == first
    assert school.made == 2
    assert school.kept() == before


def test_two_files_with_the_same_bytes_have_names_of_their_own(school: School) -> None:
    media, _ = school.publish(school.work(one__png=PNG, two__png=PNG))
    assert [it.file for it in media] == ["one.png", "two.png"]
    assert [it.versions[0].name.partition("-")[0] for it in media] == ["one", "two"]


def test_a_medium_is_made_again_when_it_changes(school: School) -> None:
    (old,), _ = school.publish(school.work(lunch__png=PNG))
    (new,), _ = school.publish(school.work(lunch__png=saved(picture().rotate(180), "PNG")))
    assert school.made == 2
    assert not {it.name for it in old.versions} & {it.name for it in new.versions}


def test_a_medium_is_made_again_by_another_make_of_the_builder(school: School) -> None:
    work = school.work(lunch__png=PNG)
    school.publish(work)
    school.shelf = replace(school.shelf, make="made by 2")
    school.publish(work)
    assert school.made == 2


@pytest.mark.parametrize(
    "harm",
    [
        Path.unlink,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"[]"),
        lambda path: path.write_bytes(b"[" * 100_000),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes().replace(b"lunch", b"../..")),
        lambda path: path.write_bytes(path.read_bytes().replace(b"PNG", b"GIF")),
        lambda path: path.write_bytes(path.read_bytes() + b" "),
        lambda path: path.write_bytes(b'[["lunch.png", true, [], 0], ""]'),
    ],
    ids=["deleted", "emptied", "another list", "nested", "cut", "names", "pixels", "longer", "without files"],
)
def test_whatever_is_damaged_or_deleted_is_made_again(school: School, harm: Callable[[Path], object]) -> None:
    work = school.work(lunch__png=PNG)
    first = school.publish(work)
    before = school.kept()
    for name in before:
        harm(school.shelf.folder / name)
        assert school.publish(work) == first
        assert school.kept() == before


def test_the_whole_shelf_may_be_deleted(school: School) -> None:
    work = school.work(lunch__png=PNG)
    first = school.publish(work)
    for path in school.shelf.folder.iterdir():
        path.unlink()
    school.shelf.folder.rmdir()
    assert school.publish(work) == first
    assert all_whole(first[0], school)


def test_a_file_that_is_there_already_is_not_written_again(school: School) -> None:
    work = school.work(lunch__png=PNG)
    school.publish(work)
    times = {path.name: path.stat().st_mtime_ns for path in school.shelf.folder.iterdir()}
    school.publish(school.work(other__png=PNG))
    assert all((school.shelf.folder / name).stat().st_mtime_ns == time for name, time in times.items())


@pytest.mark.parametrize(
    ("name", "data", "says", "hints"),
    [
        ("letter.docx", b"PK\x03\x04 word/document.xml", "a Word document", "its writer's name"),
        ("letter.pdf", b"%PDF-1.7", "a PDF", "its writer's name"),
        ("letter.png", b"%PDF-1.7", "a PDF", "its writer's name"),
        ("map.svg", b"<svg xmlns='x'/>", "an SVG drawing", "save it as PNG"),
        ("map.png", b"<svg xmlns='x'/>", "an SVG drawing", "save it as PNG"),
        ("talk.mp3", PNG, "a PNG picture", "that ending"),
        ("talk.png", MP3, "an MP3 recording", "that ending"),
        ("talk", MP3, "an MP3 recording", "that ending"),
        ("page.html", b"<!doctype html>", "a web page", "save it as"),
        ("a.txt", b"words", "of a kind that this site does not know", "save it as"),
    ],
)
def test_a_file_of_a_kind_that_is_not_published_is_refused_in_words(
    school: School, name: str, data: bytes, says: str, hints: str
) -> None:
    media, (problem,) = school.publish(school.work(**{name.replace(".", "__"): data}))
    assert media == ()
    assert problem.severity is Severity.ERROR
    assert problem.at == Spot(SOURCE, ("media", 0, "file"))
    assert problem.message == f"“{name}” is not published: by its content it is {says}"
    assert hints in problem.hint
    assert not school.shelf.folder.exists()


def test_a_damaged_picture_is_refused_in_words(school: School) -> None:
    media, (problem,) = school.publish(school.work(lunch__png=PNG[:60]))
    assert media == ()
    assert (problem.code, problem.severity) == ("picture-damaged", Severity.ERROR)


def test_a_picture_of_another_kind_than_its_ending_says_is_still_a_picture(school: School) -> None:
    (medium,), problems = school.publish(school.work(lunch__jpg=PNG))
    assert problems == []
    assert medium.versions[-1].name.endswith(".png")


def test_a_picture_that_moves_is_noted(school: School) -> None:
    data = saved(picture(), "GIF", save_all=True, append_images=[picture().rotate(180)])
    for _ in range(2):
        media, (problem,) = school.publish(school.work(lunch__gif=data))
        assert len(media) == 1
        assert (problem.code, problem.severity) == ("medium-reduced", Severity.NOTE)


@pytest.mark.parametrize(
    "name", ["missing.png", "../lunch/lunch.png", "sub/lunch.png", "sub\\lunch.png", ".lunch.png", "sub", ""]
)
def test_only_a_file_of_that_very_folder_is_read(school: School, name: str) -> None:
    school.work(lunch__png=PNG)
    (school.folder / "sub").mkdir()
    for hidden in ("sub/lunch.png", ".lunch.png"):
        (school.folder / hidden).write_bytes(PNG)
    assert bytes_of(school.root, SOURCE, "lunch.png") == PNG
    assert bytes_of(school.root, SOURCE, name) is None
    assert school.publish(exemplar(media=(Medium(name),))) == ((), [])


def test_a_link_to_a_file_elsewhere_is_not_read(school: School) -> None:
    (school.root / "elsewhere.png").write_bytes(PNG)
    (school.folder / "lunch.png").symlink_to(school.root / "elsewhere.png")
    assert bytes_of(school.root, SOURCE, "lunch.png") is None


@pytest.mark.parametrize(
    ("file", "stem"),
    [
        ("Über den Bäumen.PNG", "uber-den-baumen"),
        ("../../x.png", "x"),
        ("<b>&.png", "b"),
        ("字.png", "file"),
        ("---.png", "file"),
        ("con.png", "con"),
        (f"{'a' * 90}.png", "a" * 40),
    ],
)
def test_a_published_name_is_an_address(tmp_path: Path, file: str, stem: str) -> None:
    made = published(file, PNG, tmp_path)
    assert isinstance(made, tuple)
    assert [it.name for it in made[0].versions] == [
        f"{stem}-40-{it.digest[:8]}{suffix}" for it, suffix in zip(made[0].versions, (".webp", ".png"), strict=True)
    ]


@pytest.mark.parametrize(
    ("file", "data", "suffix"), [("a.mp3", MP3, ".mp3"), ("a.mp4", m4a(), ".m4a"), ("a.wav", wav(), ".wav")]
)
def test_a_recording_has_the_ending_of_its_content(tmp_path: Path, file: str, data: bytes, suffix: str) -> None:
    made = published(file, data, tmp_path)
    assert isinstance(made, tuple)
    (version,) = made[0].versions
    assert version.name == f"a-{version.digest[:8]}{suffix}"
    assert (version.width, version.height) == (0, 0)


def test_what_an_index_keeps_of_a_medium_is_the_medium(school: School) -> None:
    (medium,), _ = school.publish(school.work(lunch__png=PNG))
    versions = [[it.name, it.width, it.height, it.digest] for it in medium.versions]
    assert medium_of(["lunch.png", True, versions, 0.0]) == medium


def test_a_medium_is_not_whole_once_a_file_is_gone_or_changed(school: School) -> None:
    (medium,), _ = school.publish(school.work(lunch__png=PNG))
    path = school.shelf.folder / medium.versions[0].digest
    path.write_bytes(path.read_bytes() + b"x")
    assert not all_whole([medium], school)
    path.unlink()
    assert not all_whole([medium], school)
