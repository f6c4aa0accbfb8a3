"""The page of a competency: its skills at every level, the steps between levels, work, help, and what it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from site_builder import addresses
from site_builder.look.badges import Badge, badges
from site_builder.look.wording import step
from site_builder.model import Competency, Evidence, Skill, Standard, like
from site_builder.outline import CompetencyCard, ExemplarCard, Outline
from site_builder.site import structured
from site_builder.site.cards import WorkCard, work_card
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.sources.digest import digest
from site_builder.sources.markdown import Marks, Resolve, inline, plain

TAB = "competencies"
# More levels than this do not stand side by side even on a wide screen.
SIDE_BY_SIDE = 6
# And more than these not on a sheet of paper.
ON_A_SHEET = 5
# Titles with more letters than this are whole sentences: they get more room, and smaller letters.
LONGEST_TITLE = 100


class Column(NamedTuple):
    """A level as all its cells show it."""

    level: str
    label: Markup
    css: str


class Cell(NamedTuple):
    """One skill at one level: its descriptor as HTML, its own anchor, and a piece of work where it was noted.

    The template takes these apart by their order, as looking each up by its name costs more than showing it.
    """

    label: Markup
    css: str
    anchor: str
    code: str
    html: Markup
    seen_in: str


class Row(NamedTuple):
    """One skill, with a cell for each level; `words` are its descriptors without any markup."""

    anchor: str
    code: str
    title: Markup
    statement: Markup
    evidence: Evidence | None
    cells: list[Cell]
    words: list[str]
    edit: str


class Bare(NamedTuple):
    """One skill that nobody has described yet; `anchors` keep the addresses of its levels, which others may know."""

    anchor: str
    code: str
    title: Markup
    statement: Markup
    evidence: Evidence | None
    anchors: list[str]
    edit: str


class Change(NamedTuple):
    """What changes in one skill from a level to the next; `since` is the level before, if that is further below."""

    title: Markup
    before: Markup
    after: Markup
    since: Badge | None = None


class Pair(NamedTuple):
    """Two levels beside each other."""

    before: Badge
    after: Badge
    changes: list[Change]


class Link(NamedTuple):
    """Another page, by what it is called."""

    href: str
    title: str
    small: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Who stands beside a competency, without those that are retired."""

    before: tuple[CompetencyCard, ...]
    after: tuple[CompetencyCard, ...]
    work: tuple[ExemplarCard, ...]
    heir: CompetencyCard | None


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page for each competency, also for those that are retired."""
    areas = {slug: digest_of([area]) for slug, area in outline.areas.items()}
    routes = {id: digest_of(found) for id, found in outline.pathways_with.items()}
    for card in outline.competencies.values():
        beside = _beside(card, outline)
        shown = [it.digest for it in (*beside.before, *beside.after)] + [it.digest for it in beside.work]
        shown += [beside.heir.digest] if beside.heir else []
        noted = "".join(repr(it.annotated) for it in beside.work)
        key = digest(shared, card.source_digest, areas[card.area], routes.get(card.id, ""), noted, *shown)
        yield Plan(addresses.competency(card), "competency", card.id, key)


def render(plan: Plan, desk: Desk) -> Poured:
    """The whole page."""
    card = desk.outline.competencies[plan.subject]
    it = desk.competency(card.source)
    root = addresses.root(plan.address)
    resolve = desk.resolver(card.source, root)
    beside = _beside(card, desk.outline)
    area = desk.outline.areas[card.area]
    shown = [badge for badge in badges(area.scale, card.target) if badge.id in card.levels]
    seen_in = _seen_in(beside.work, root)
    columns = [Column(badge.id, desk.label(badge), _css(badge)) for badge in shown]
    lines = [(skill, desk.edit(card.source, skill.line)) for skill in it.skills]
    marks = desk.marks(_said_of(it), root)
    rows = [_row(skill, columns, seen_in, resolve, edit, marks) for skill, edit in lines if skill.levels]
    bare = [_bare(skill, shown, resolve, edit) for skill, edit in lines if not skill.levels]
    article = desk.article(
        "competency",
        root,
        card.source,
        it=it,
        marks=marks,
        area=area,
        area_href=root + addresses.area(area),
        judging=desk.outline.settings.judging,
        evidence=_evidence(it),
        shown=shown,
        chosen=next((badge.position for badge in shown if badge.is_target), shown[0].position if shown else 0),
        is_long=len(shown) > SIDE_BY_SIDE,
        is_crowded=len(shown) > 4,
        is_stacked=len(shown) > ON_A_SHEET,
        is_wordy=any(len(row.title) > LONGEST_TITLE for row in rows),
        has_long_title=len(it.title) > LONGEST_TITLE,
        rows=rows,
        bare=bare,
        is_its_own_skill=card.skills == ((card.id, card.title),),
        pairs=_pairs(rows, shown) if rows else [],
        work=_work(beside.work, shown, desk.outline, root),
        work_count=len(beside.work),
        at_home=[skill for skill in it.skills if skill.at_home],
        supports=list(_supports(it, shown)),
        before=[_link(other, root) for other in beside.before],
        after=[_link(other, root) for other in beside.after],
        heir=_link(beside.heir, root) if beside.heir else None,
        routes=_routes(card, desk.outline, root),
        standards=[(at, desk.as_written(at.framework), _address(at, resolve)) for at in it.standards],
        edit=desk.edit(card.source),
    )
    data = structured.of_competency(card, desk)
    return Poured(plain(card.title), plain(card.statement), article, "competency", TAB, data)


def _routes(card: CompetencyCard, outline: Outline, root: str) -> list[Link]:
    """The pathways that ask for a competency."""
    return [Link(root + addresses.pathway(it), plain(it.title)) for it in outline.pathways_with.get(card.id, ())]


def _said_of(it: Competency) -> Iterator[str]:
    """What the page says in sentences, in its order; titles are none."""
    yield from (it.statement if it.statement != it.title else "", it.why, it.about)
    for skill in it.skills:
        yield from (text for texts in skill.levels.values() for text in texts)
    for skill in it.skills:
        yield skill.at_home
    for skill in it.skills:
        yield from (text for texts in skill.supports.values() for text in texts)


def _beside(card: CompetencyCard, outline: Outline) -> Beside:
    named = (outline.competencies.get(id) for id in card.prerequisites)
    return Beside(
        tuple(other for other in named if other and not other.retired),
        outline.leads_to.get(card.id, ()),
        outline.work_for.get(card.id, ()),
        outline.competencies.get(card.retired.replaced_by) if card.retired else None,
    )


def _css(badge: Badge) -> str:
    return f"{badge.css} tg" if badge.is_target else badge.css


def _row(
    skill: Skill,
    columns: Sequence[Column],
    seen_in: Mapping[tuple[str, str], str],
    resolve: Resolve,
    edit: str,
    marks: Marks | None,
) -> Row:
    first, _, rest = skill.id.partition(".")
    short = rest if "." in rest and first.isalpha() else skill.id
    cells = [
        Cell(
            label,
            css,
            addresses.cell(skill.id, level),
            f"{short}-{level}",
            _statements(skill.levels.get(level, ()), resolve, marks),
            seen_in.get((skill.id, level), ""),
        )
        for level, label, css in columns
    ]
    words = [_words(skill.levels.get(level, ())) for level, _, _ in columns]
    return Row(addresses.anchor(skill.id), skill.id, *_said(skill, resolve), skill.evidence, cells, words, edit)


def _bare(skill: Skill, shown: Sequence[Badge], resolve: Resolve, edit: str) -> Bare:
    anchors = [addresses.cell(skill.id, badge.id) for badge in shown]
    return Bare(addresses.anchor(skill.id), skill.id, *_said(skill, resolve), skill.evidence, anchors, edit)


def _said(skill: Skill, resolve: Resolve) -> tuple[Markup, Markup]:
    """A skill's title, and its statement where that says more."""
    statement = skill.statement if skill.statement != skill.title else ""
    return Markup(inline(skill.title, resolve)), Markup(inline(statement, resolve))  # noqa: S704  the renderer escapes


def _words(texts: Sequence[str]) -> str:
    """A descriptor without any markup, in the language that it is in."""
    return like(texts[0], "\n".join([plain(text) for text in texts])) if texts else ""


def _statements(texts: Sequence[str], resolve: Resolve, marks: Marks | None) -> Markup:
    if len(texts) == 1:
        return Markup(f"<p>{inline(texts[0], resolve, marks)}</p>")  # noqa: S704  the renderer escapes
    items = "".join([f"<li>{inline(text, resolve, marks)}</li>" for text in texts])
    return Markup(f"<ul>{items}</ul>" if items else "")  # noqa: S704  the renderer escapes


def _pairs(rows: Sequence[Row], shown: Sequence[Badge]) -> list[Pair]:
    return [
        Pair(shown[place - 1], shown[place], [change for row in rows if (change := _change(row, place, shown))])
        for place in range(1, len(shown))
    ]


def _change(row: Row, place: int, shown: Sequence[Badge]) -> Change | None:
    """The step up to the level at `place` from the last one below it that this skill describes."""
    below = next((number for number in range(place - 1, -1, -1) if row.words[number]), None)
    if below is None or not row.words[place]:
        return None
    since = None if below == place - 1 else shown[below]
    return Change(row.title, *step(row.words[below], row.words[place]), since)


def _seen_in(work: Sequence[ExemplarCard], root: str) -> dict[tuple[str, str], str]:
    """For each cell that a note speaks of, the first piece of work that has one."""
    found: dict[tuple[str, str], str] = {}
    for card in work:
        for cell in card.annotated:
            found.setdefault(cell, root + addresses.exemplar(card))
    return found


def _work(
    work: Sequence[ExemplarCard], shown: Sequence[Badge], outline: Outline, root: str
) -> list[tuple[Badge, list[WorkCard]]]:
    cards = [(card.level, work_card(card, outline, root)) for card in work]
    return [(badge, [card for level, card in cards if level == badge.id]) for badge in shown]


def _supports(it: Competency, shown: Sequence[Badge]) -> Iterator[tuple[Badge, list[tuple[str, tuple[str, ...]]]]]:
    """What helps at each level, skill by skill."""
    for badge in shown:
        found = [(skill.title, skill.supports[badge.id]) for skill in it.skills if skill.supports.get(badge.id)]
        if found:
            yield badge, found


def _evidence(it: Competency) -> Evidence | None:
    """What is asked for in every skill alike, when it is."""
    if it.evidence:
        return it.evidence
    asked = {skill.evidence for skill in it.skills}
    return asked.pop() if len(asked) == 1 else None


def _link(card: CompetencyCard, root: str) -> Link:
    return Link(root + addresses.competency(card), plain(card.title), card.id)


def _address(standard: Standard, resolve: Resolve) -> str:
    return (resolve(standard.uri) or "") if standard.uri else ""
