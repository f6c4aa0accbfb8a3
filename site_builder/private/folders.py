"""Where private things may lie: never where git keeps them, never in the public site, and only over our own."""

from __future__ import annotations

from pathlib import Path

from site_builder.private.git import Answer, is_tracked, would_track
from site_builder.private.output import MARKER, NEXT, OLD, beside
from site_builder.problems import Problem, Severity, Span

# What a build writes into each public site, and into the spare of one.
SITE_MARKER = ".continuum-site"
_SOURCES = ("continuum", "exemplars")
_ELSEWHERE = "choose a folder of its own, such as private/"
_HISTORY = "ask whoever looks after the repository to take it out"


def reading_refusal(path: Path, what: str) -> Problem | None:
    """Why a roster, an export or a register of keys may not be read from there; `what` names it in words."""
    match is_tracked(path):
        case Answer.YES:
            message = f"git keeps {what}, so everybody who has the repository has it too"
            hint = f"move it out of the repository and “git rm --cached” it; its history keeps it still: {_HISTORY}"
            return Problem(Span(str(path)), "private-tracked", message, hint=hint)
        case Answer.UNKNOWN:
            return _unclear(path)
    public = _marked(path, SITE_MARKER)
    return _in_site(path, f"{what} lies in the public site", public) if public else None


def writing_refusal(path: Path, what: str) -> Problem | None:
    """Why a file of private things may not be written there: git would keep it at the next “add”; `what` names it."""
    refusal = reading_refusal(path, what)
    if refusal:
        return refusal
    match would_track(path.parent):
        case Answer.YES:
            message = f"{path} would lie in a repository, and git would keep {what}"
            hint = "keep it outside of every repository, or in a folder that .gitignore names"
            return Problem(Span(str(path)), "private-tracked", message, hint=hint)
        case Answer.UNKNOWN:
            return _unclear(path)
    return None


def plain_refusal(out: Path, site: Path | None = None, root: Path | None = None) -> Problem | None:
    """Why pages that anybody can read may not be written there; `site` and `root` as in `private_refusal`."""
    refusal = private_refusal(out, site, root)
    if refusal:
        return refusal
    match would_track(out):
        case Answer.YES:
            message = f"{out} lies in a repository, and git would keep the pages that are written there"
            hint = "choose a folder outside of the repository, or name this one in .gitignore"
            return Problem(Span(str(out)), "private-tracked", message, hint=hint)
        case Answer.UNKNOWN:
            return _unclear(out)
    return None


def private_refusal(out: Path, site: Path | None = None, root: Path | None = None) -> Problem | None:
    """Why private pages, sealed or plain, may not be written there.

    `site` is where the public site goes, built or not; `root` is the school's folder, where that is another than here.
    """
    link = next((it for it in _written(out) if it.is_symlink()), None)
    if link:
        return _refused(out, f"{link} is a link to somewhere else", "name a folder that is none")
    resolved = out.resolve()
    public = _marked(resolved, SITE_MARKER) or _overlap(resolved, site)
    if public:
        return _in_site(out, f"{out} would mix private pages with the public site", public)
    root = (root or Path.cwd()).resolve()
    if any(it.resolve().is_relative_to(resolved) for it in (root, Path.cwd(), Path.home())):
        return _refused(out, f"{out} holds your own files, and everything in it would be replaced", _ELSEWHERE)
    if any(resolved.is_relative_to(root / name) for name in _SOURCES):
        return _refused(out, f"{out} lies among your sources", _ELSEWHERE)
    if out.exists() and not out.is_dir():
        return _refused(out, f"{out} is a file", _ELSEWHERE)
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        return _refused(out, f"{out} holds files that are not private pages of ours", "choose an empty folder")
    return None


def public_refusal(out: Path) -> Problem | None:
    """Why the public site may not be written there: private pages are there already."""
    private = _marked(out.resolve(), MARKER)
    if private is None:
        return None
    message = f"{out} would mix the public site with the private pages in {private}"
    return _refused(out, message, "choose a folder such as site/, outside of them")


def git_absent(path: Path) -> Problem | None:
    """A note that nobody could ask git, where there is none on this machine."""
    if is_tracked(path) is not Answer.ABSENT:
        return None
    message = "git is not on this machine, so it was not asked whether it keeps private files"
    return Problem(Span(str(path)), "git-absent", message, Severity.NOTE, "keep them outside of any repository")


def _written(out: Path) -> tuple[Path, ...]:
    """The folders that a run writes, or changes the names of."""
    return (out, beside(out, NEXT), beside(out, OLD)) if out.name else (out,)


def _marked(path: Path, marker: str) -> Path | None:
    """The folder with this marker in which a path lies, or would lie."""
    resolved = path.resolve()
    return next((it for it in (resolved, *resolved.parents) if (it / marker).is_file()), None)


def _overlap(resolved: Path, site: Path | None) -> Path | None:
    if site is None:
        return None
    public = site.resolve()
    return public if resolved.is_relative_to(public) or public.is_relative_to(resolved) else None


def _in_site(path: Path, message: str, public: Path) -> Problem:
    hint = f"choose a folder that neither holds {public.name}/ nor lies in it"
    return Problem(Span(str(path)), "private-in-site", message, hint=hint)


def _refused(path: Path, message: str, hint: str) -> Problem:
    return Problem(Span(str(path)), "private-refused", message, hint=hint)


def _unclear(path: Path) -> Problem:
    message = f"git does not say whether it keeps {path.name}, so it is taken for public"
    hint = "use a folder outside of the repository; “git status” there says what is the matter"
    return Problem(Span(str(path)), "git-unclear", message, hint=hint)
