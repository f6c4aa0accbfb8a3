"""What students wrote under their own work, in a line or two."""

from __future__ import annotations

REFLECTIONS: dict[str, tuple[str, ...]] = {
    "COL.LIS": (
        "I counted my own turns. Nine. I want it to be five.",
        "Waiting is harder than talking.",
        "I asked one question and he talked for ten minutes. I think that was a good question.",
    ),
    "COL.PLN": (
        "The cards helped. I moved mine twice.",
        "I took the job that nobody wanted and it was fine.",
    ),
    "COL.DEC": (
        "My idea lost and I can still say why the other one is good.",
        "We voted too early. Next time we say first what matters.",
    ),
    "COL.PRE": (
        "I looked at the clock at the back and it looked like looking at people.",
        "Somebody asked something I did not know and I said so and nothing bad happened.",
    ),
    "COL.CON": (
        "I was angrier than the thing was big.",
        "We are okay again. It took three talks.",
    ),
    "AGE.HLP": (
        "I read the card even when I am not stuck.",
        "I wanted to take the pencil. I sat on my hand.",
    ),
    "AGE.REF": (
        "The moment that mattered was before it began.",
        "My old page made me laugh. In a good way.",
    ),
    "AGE.GOA": (
        "It is a small goal but it is my goal.",
        "I changed it because it had become somebody else's.",
    ),
    "AGE.MAN": (
        "I planned sleep. I had never planned sleep.",
        "Four dots. Yesterday it was nine.",
        "The song works better than the alarm.",
    ),
    "AGE.FBK": (
        "I left one comment out and I can say why.",
        "I asked too late this time, so there was no time to use it.",
    ),
    "LIT.STO": ("I took out my favourite sentence and the story got better. Unfair.",),
    "SCI.OBS": ("I thought it was always the same bird. It was three.",),
    "SCI.TST": ("Next time I change one thing. I changed one and a half.",),
}
