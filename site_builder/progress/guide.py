"""What a page says of a skill whoever it is about: its title, its levels, and the way from each level to the next.

These are drawn once for each skill and level and stand on thousands of pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from site_builder import addresses
from site_builder.evidence.piece import Mark, Piece
from site_builder.look.badges import Badge
from site_builder.look.templates import escaped, safe
from site_builder.look.wording import step
from site_builder.model import Area, Competency, Skill, like
from site_builder.outline import ExemplarCard
from site_builder.progress.desk import Desk
from site_builder.progress.frame import Frame
from site_builder.progress.listing import Listing
from site_builder.progress.mould import Mould, mould, place
from site_builder.progress.standing import SkillStanding, State
from site_builder.sources.markdown import inline, plain


@dataclass(frozen=True, slots=True)
class SkillGuide:
    """One skill on its competency's scale; `used` are the places of the levels that it has.

    `called` is its title as safe HTML, and so are `marks`, those of the levels.
    """

    skill: Skill
    competency: Competency
    area: Area
    called: Markup
    levels: tuple[Badge, ...]
    labels: tuple[Markup, ...]
    marks: tuple[Markup, ...]
    used: tuple[int, ...]
    following: tuple[int, ...]
    places: Mapping[str, int]
    frame: Frame

    @property
    def is_habit(self) -> bool:
        """Whether it is told apart from academics."""
        return self.area.scale.is_habit

    def next(self, position: int) -> int:
        """The place of the next level that the skill has; 0 where there is none."""
        return self.following[position]


@dataclass(slots=True)
class Guide:
    """Every skill, and what has been drawn of it so far."""

    desk: Desk
    skills: dict[str, SkillGuide] = field(default_factory=dict)
    folds: dict[tuple[str, bool], Mould] = field(default_factory=dict)
    rows: dict[tuple[str, int, State], Mould] = field(default_factory=dict)
    blanks: dict[str, str] = field(default_factory=dict)
    marks: dict[Mark, Markup] = field(default_factory=dict)
    spreads: dict[tuple[str, str, tuple[int, ...]], Markup] = field(default_factory=dict)
    listing: Listing = field(init=False)

    def __post_init__(self) -> None:
        self.listing = Listing(self.desk)

    def frames(self) -> list[Frame]:
        """Every frame that drawings of this continuum stand in."""
        return list(dict.fromkeys(it.frame for it in self.skills.values()))

    def place(self, piece: Piece) -> int:
        """Where the level that a piece shows stands on its scale; 0 for a piece without one."""
        return self.skills[piece.skill].places.get(piece.level, 0)

    def level(self, piece: Piece) -> Markup:
        """What a piece shows, as a badge."""
        place = self.place(piece)
        if place:
            return self.skills[piece.skill].labels[place - 1]
        return self._marked(piece.mark)

    def _marked(self, mark: Mark) -> Markup:
        if mark not in self.marks:
            say = self.desk.say
            words = say("to be shown another time") if mark is Mark.MISSED else say("settled by a teacher")
            self.marks[mark] = Markup('<span class="lv none"><b>&#8211;</b>%s</span>') % words
        return self.marks[mark]

    def fold(self, it: Competency, spread: str, says: str, skills: str, entries: str) -> str:
        """A competency as safe HTML, with what is safe HTML within."""
        key = (it.id, bool(entries))
        if key not in self.folds:
            self.folds[key] = mould(self._fold(it, has_entries=bool(entries)))
        texts = {"spread": spread, "says": escaped(says), "skills": skills, "entries": entries}
        return self.folds[key].filled(texts)

    def _fold(self, it: Competency, *, has_entries: bool) -> str:
        return self.desk.render(
            "fold",
            title=plain(it.title),
            href=self.desk.competency(it.id),
            is_described=any(skill.levels for skill in it.skills),
            spread=place("spread"),
            says=place("says"),
            skills=place("skills"),
            entries=place("entries") if has_entries else "",
        )

    def row(self, it: SkillStanding, says: str, reason: str, drawing: str) -> str:
        """A skill's line as safe HTML, and under it its growth and the way to the next level.

        Only the three texts are a student's own: the rest is drawn once, and they are poured in.
        """
        key = (it.skill.id, it.position, it.state)
        if key not in self.rows:
            self.rows[key] = mould(self._row(it))
        return self.rows[key].filled({"says": escaped(says), "reason": escaped(reason), "drawing": drawing})

    def unseen(self, it: SkillStanding) -> str:
        """The line of a skill that nobody has looked at, which says the same of everybody."""
        id = it.skill.id
        if id not in self.blanks:
            self.blanks[id] = self.row(it, self.desk.say("nobody has looked so far"), "", "")
        return self.blanks[id]

    def _row(self, it: SkillStanding) -> str:
        known = self.skills[it.skill.id]
        return self.desk.render(
            "skill",
            title=known.called,
            statement=self._statement(known),
            track=Markup(_track(known.levels, it.position)),  # noqa: S704  classes alone
            label=self._label(it),
            way=Markup(self._way(known, it)),  # noqa: S704  the template escapes
            says=place("says"),
            reason=place("reason"),
            drawing=place("drawing"),
        )

    def _statement(self, it: SkillGuide) -> Markup:
        """What the skill is in one sentence, where its title does not say all of it."""
        said = it.skill.statement if it.skill.statement != it.skill.title else ""
        return Markup(inline(said, self.desk.resolve(it.competency.source)))  # noqa: S704  the renderer escapes

    def _label(self, it: SkillStanding) -> Markup:
        """The level in force as a badge; a dashed one without evidence, a dotted one while evidence is early."""
        guide = self.skills[it.skill.id]
        if not it.position:
            words = self.desk.say("No evidence yet") if it.state is State.NONE else self.desk.say("No level yet")
            return Markup('<span class="lv none"><b>&#8211;</b>%s</span>') % words
        badge = guide.levels[it.position - 1]
        early = " early" if it.state is State.EARLY else ""
        name = safe(escaped(badge.name))
        return Markup('<span class="lv %s%s"><b>%s</b>%s</span>') % (badge.css, early, badge.mark, name)

    def _way(self, it: SkillGuide, now: SkillStanding) -> str:
        """From the level in force to the next: its words with what changes marked, work that shows it, what helps.

        Of a skill that nobody has looked at it says where it begins, and no more: the page is about what was shown.
        """
        place = it.next(now.position)
        if not place:
            return self.desk.render("furthest", is_described=bool(it.skill.levels))
        level, label = it.levels[place - 1], it.labels[place - 1]
        words = _words(it.skill, [it.levels[at - 1].id for at in it.used if at <= now.position], level)
        if now.state is State.NONE:
            return self.desk.render("beginning", label=label, words=words)
        work = self._work(it, level)
        return self.desk.render(
            "way",
            label=label,
            words=words,
            supports=self.desk.listed(self._supports(it, level), "; "),
            work=plain(work.title) if work else "",
            work_href=self.desk.public(addresses.exemplar(work)) if work else "",
        )

    def _supports(self, it: SkillGuide, level: Badge) -> list[Markup]:
        """What helps on the way to a level."""
        resolve = self.desk.resolve(it.competency.source)
        return [safe(inline(text, resolve)) for text in it.skill.supports.get(level.id, ())]

    def _work(self, it: SkillGuide, level: Badge) -> ExemplarCard | None:
        """A piece of work that shows this skill at this level, or else its competency."""
        work = self.desk.outline.work_for.get(it.competency.id, ())
        shows = [card for card in work if (it.skill.id, level.id) in (*card.skills, *card.annotated)]
        return next(iter(shows or [card for card in work if card.level == level.id]), None)


def guide_for(desk: Desk) -> Guide:
    """A guide to every skill of the continuum."""
    return Guide(desk, {it.skill.id: it for it in _skills(desk)})


def _skills(desk: Desk) -> Iterator[SkillGuide]:
    for competency in desk.ground.competencies.values():
        area = desk.ground.areas[competency.area]
        levels = desk.badges(area, competency.target)
        labels, marks = tuple(map(desk.label, levels)), tuple(desk.hand.mark(badge.mark) for badge in levels)
        for skill in competency.skills:
            measure = desk.ground.measures[skill.id]
            used = tuple(sorted(measure.described))
            frame = Frame(tuple(badge.mark for badge in levels), measure.target)
            yield SkillGuide(
                *(skill, competency, area, safe(escaped(plain(skill.title))), levels, labels, marks),
                *(used, measure.following, measure.places, frame),
            )


def _words(skill: Skill, before: Sequence[str], after: Badge) -> Markup:
    """The statements of a level, a line each; what is new since the last level that was described is marked.

    Of a skill that nobody has described yet, what the level means in general.
    """
    if not skill.levels:
        return safe(escaped(plain(after.means)))
    new = [plain(text) for text in skill.levels[after.id]]
    old = [plain(text) for text in skill.levels[before[-1]]] if before else []
    if old and len({getattr(it, "language", "") for it in (*old, *new)}) == 1:
        _, words = step("\n".join(old), like(new[0], "\n".join(new)))
        return words.replace("\n", Markup("<br>"))
    return Markup("<br>").join(map(escaped, new))


def _track(levels: Sequence[Badge], position: int) -> str:
    cells = "".join(f'<i class="{_cell(badge, position)}"></i>' for badge in levels)
    return f'<span class="track{"" if position else " none"}" aria-hidden="true">{cells}</span>'


def _cell(badge: Badge, position: int) -> str:
    here = " on at" if badge.position == position else " on" if badge.position < position else ""
    return f"{badge.css}{here}{' gl' if badge.is_target else ''}"
