"""Which scale the words for levels in a sheet belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_builder.exchange.format import Remark
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.levels import fits, level_in, made_scale
from site_builder.exchange.stand_in import stand_in
from site_builder.model import Scale


@dataclass(slots=True)
class Scales:
    """The scales that a sheet may mean: those in the table of levels; else those of the school, or one of its words."""

    said: Mapping[str, Scale]
    existing: Framework | None
    made: dict[tuple[str, ...], tuple[Scale, Mapping[str, str]]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def known(self) -> Mapping[str, Scale]:
        """The scales that have been described."""
        if self.said or self.existing is None:
            return self.said
        return self.existing.settings.scales

    def meant(self, words: Sequence[str], all_words: Sequence[str], name: str) -> Scale | None:
        """The scale of these words, which are some of a table's words; nothing where none of several fits.

        `name` is that of the table, which may be the name of its scale.
        """
        known = sorted(self.known().values(), key=lambda it: it.id != name)
        if known and not all_words:
            return known[0]
        for some in (words, all_words):
            for scale in known if some else ():
                if fits(scale, some):
                    return scale
        loose = next(self._with_other_names(known, all_words), None)
        if loose or self.said:
            return loose or (known[0] if len(known) == 1 else None)
        return self._made(all_words)

    def level_ids(self, scale: Scale, words: Sequence[str]) -> Mapping[str, str]:
        """The ids of the levels that words mean, by the words; those that mean none are not there."""
        for made, ids in self.made.values():
            if made.id == scale.id:
                return ids
        found = {it: level_in(scale, it) for it in words}
        return {words: it.id for words, it in found.items() if it}

    def _with_other_names(self, known: Sequence[Scale], words: Sequence[str]) -> Iterator[Scale]:
        """Scales that have all these ids, under other names."""
        for scale in known if words else ():
            if all(level_in(scale, it) for it in words) and (self.said or len(words) == len(scale.levels)):
                names = ", ".join(it.name for it in scale.levels)
                remark = Remark(scale.id, f"the sheet calls its levels otherwise; their names stay {names}")
                self.remarks += [remark] if remark not in self.remarks else []
                yield scale

    def _made(self, words: Sequence[str]) -> Scale:
        key = tuple(words)
        if key not in self.made:
            taken = {it.id for it, _ in self.made.values()} | set(self.known())
            scale, ids = (
                made_scale(_free("learning", taken), words)
                if words
                else (replace(stand_in(None), id=_free("learning", taken)), {})
            )
            self.made[key] = scale, ids
            names = ", ".join(f"{it.id} {it.name}" for it in scale.levels)
            self.remarks.append(Remark(scale.id, f"the levels are {names}; say what each means, and which is the goal"))
        return self.made[key][0]


def _free(wanted: str, taken: set[str]) -> str:
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found
