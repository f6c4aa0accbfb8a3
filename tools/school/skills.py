"""The skills of the demonstration continuum by competency; a test holds them against its files."""

from __future__ import annotations

SKILLS: dict[str, tuple[str, tuple[str, ...]]] = {
    "LIT.ARG": ("Argue from evidence", ("Claim", "Evidence", "Reasoning", "Counter-view", "Voice")),
    "LIT.EXP": (
        "Explain so that others can act",
        ("Reader", "Order", "Signs", "Words and pictures", "Trying it out"),
    ),
    "LIT.INF": ("Read between the lines", ("Clues", "What is not said", "Writer's choices", "Thinking again")),
    "LIT.STO": ("Tell a story that stays", ("Heart", "Details", "Shape", "Voice")),
    "LIT.SRC": ("Find and weigh sources", ("Looking", "Who speaks", "Comparing", "Giving credit")),
    "MAT.WHY": (
        "Convince with reasons",
        ("Claiming", "Trying to break it", "Giving a reason", "Weighing other reasons"),
    ),
    "MAT.EST": ("Estimate and check", ("Guessing first", "Choosing a way", "Looking back", "How exact")),
    "MAT.DAT": (
        "Make sense of data",
        ("The question", "Gathering", "Showing", "Typical and spread", "Conclusion"),
    ),
    "MAT.SPA": (
        "Measure and build",
        ("Measuring", "Using shapes", "Drawing to scale", "How much fits", "Making it fit"),
    ),
    "MAT.FUN": (
        "Model with functions",
        ("What depends on what", "The rule", "Showing it", "Using it", "Testing it"),
    ),
    "SCI.TST": ("Design a fair test", ("Question", "Keeping it fair", "Repeats", "Answer")),
    "SCI.MOD": ("Explain with a model", ("Parts", "Explaining", "Predicting", "Limits")),
    "SCI.OBS": ("Observe and record", ("Noticing", "Measuring", "Record", "Seen and thought")),
    "SCI.SYS": ("Trace a system", ("Parts and edges", "Flow", "What a change does", "How I know")),
    "SCI.CLM": (
        "Weigh a scientific claim",
        ("The claim", "What it rests on", "Who says so", "How sure I am"),
    ),
    "COL.LIS": ("Listen so that others speak", ("Saying back", "Asking", "Making room", "Building on")),
    "COL.PLN": ("Plan and share the work", ("Shared goal", "Steps", "Fair shares", "Keeping in step")),
    "COL.DEC": (
        "Reach a decision together",
        ("Options", "What matters", "Way of deciding", "Standing by it"),
    ),
    "COL.PRE": (
        "Speak so that a group can act",
        ("The request", "Reasons for these listeners", "Shape", "Reaching people", "Answering"),
    ),
    "COL.CON": (
        "Work through a conflict",
        ("What happened", "What I need", "The other side", "Putting it right"),
    ),
    "AGE.HLP": ("Ask for help and give it", ("Noticing", "Where to turn", "Asking", "Helping")),
    "AGE.REF": ("Look back and learn", ("What happened", "Reasons", "Next time", "Growth")),
    "AGE.GOA": ("Set a goal that matters", ("Purpose", "Picture of done", "First step", "Course")),
    "AGE.MAN": ("Steer my own day", ("Planning", "Getting going", "Attention", "Setbacks")),
    "AGE.FBK": ("Use feedback to improve", ("Asking", "Making sense of it", "Choosing", "Trying again")),
}


def skill_id(competency: str, place: int) -> str:
    """The id of a competency's skill by its place, from 1."""
    return f"{competency}.{place}"


def skill_title(competency: str, place: int) -> str:
    """The title of a competency's skill by its place, from 1."""
    return SKILLS[competency][1][place - 1]
