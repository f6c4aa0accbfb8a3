"""What a second teacher wrote where two had read the same piece."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SecondReading:
    """A second teacher's words; `differs` is the place of the skill on which the two saw different levels "
    "(0: none)."""

    differs: int
    comment: str


SECOND_READINGS = {
    "Letter to the bus company": SecondReading(
        2, "I find the timetable in it and the count at the stop, but I had to work out for myself how the count helps."
    ),
    "Should the library open on Saturdays?": SecondReading(
        0, "I read it without knowing the first level and came to the same one. The line about the cleaners decided it."
    ),
    "What the photographer left out": SecondReading(
        3, "You name the frame and what it cuts off. I would like to hear why someone would choose to cut it off."
    ),
    "Two reports on one storm": SecondReading(
        0, "Agreed, and for the same sentence: the harbour counted boats, and the paper counted owners."
    ),
    "Sourced page for the town's website": SecondReading(
        3, "You say clearly where the two sources part. I looked for a reason why they may, and found half of one."
    ),
}
