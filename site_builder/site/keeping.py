"""What pages say of the copy that a family can keep: the way to its page, what a browser can install, its script."""

from __future__ import annotations

from typing import Any

from site_builder import addresses
from site_builder.site.desk import Desk
from site_builder.site.manifest import manifest_file
from site_builder.site.plan import Plan

# Where somebody may think of keeping the site: other pages ask for nothing more because of it.
_INSTALLED_FROM = frozenset({"home", "offline"})


def keeping(desk: Desk, plan: Plan, root: str) -> dict[str, str]:
    """The slots of the frame that are about copies; empty where a school does not offer any."""
    said = {"keep": "", "manifest": "", "script": ""}
    if not desk.has_copies:
        return said
    module: Any = desk.templates.get_template("parts/keeping.html").module
    site = desk.site(root)
    said["keep"] = str(module.link(root + addresses.OFFLINE))
    if plan.kind in _INSTALLED_FROM:
        said["manifest"] = str(module.manifest(site + manifest_file(desk.tree.language)))
    if plan.kind == "offline":
        said["script"] = str(module.script(site))
    return said
