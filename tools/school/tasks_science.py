"""Tasks in science: what goes through Canvas carries no comment, what a teacher noted by hand does."""

from __future__ import annotations

from tools.school.task import Task, Tasks

SCIENCE: Tasks = {
    "SCI.TST": (
        Task("Which paper boat carries most?", "lab", (1, 2, 3, 4)),
        Task(
            "Dry run: what would you keep the same?",
            "discussion",
            (2, 1),
            (
                (
                    "You changed the paper and left the water alone. Make a list next time, so that a partner can "
                    "keep it the same too."
                ),
                (
                    "You said what warm water could have done to each tablet, and so why it has to stay "
                    "at one temperature."
                ),
                (
                    "You found something that none of us had on the list, the draught from the door, and "
                    "designed round it."
                ),
            ),
            is_practice=True,
        ),
        Task("Does the size of a seed matter?", "lab", (1, 2, 3, 4)),
        Task(
            "A talk at the bench",
            "conversation",
            (3, 4),
            (
                "You ran it again because the first try surprised you. Write both numbers down, also the odd one.",
                "Your five times lie within two seconds, and you used that to say how sure you are.",
                "You decided how often to repeat from how far the first three lay apart. That is how it is done.",
            ),
        ),
        Task("A test of my own", "lab", (1, 2, 3, 4)),
    ),
    "SCI.MOD": (
        Task("Model: how a lock lifts a boat", "model", (1, 2, 3)),
        Task(
            "Show me with your hands",
            "observation",
            (2, 1, 4),
            (
                "Your two fists were the two plates, and you let one slide. Now tell me what makes it slide.",
                "Each step of your model pushes the next: the marble warms, the water rises, the float tips. No gaps.",
                "You gave me two models of the same eclipse and told me which questions each is good for.",
            ),
            is_practice=True,
        ),
        Task("A lung in a bottle", "model", (1, 2, 4)),
        Task(
            "A talk about where the model ends",
            "conversation",
            (4, 3),
            (
                "You noticed that a real heart has no tape on it. What else is different, and does it matter?",
                (
                    "You said that whoever trusts the string model would get the planets' speeds wrong. That is a "
                    "limit with a use."
                ),
                "You changed the model because of its limit, and then found the new one. Honest work.",
            ),
        ),
        Task("Predict, then look: the shadow stick", "lab", (1, 2, 3, 4)),
    ),
    "SCI.OBS": (
        Task("One square metre of the yard", "lab", (1, 3, 4)),
        Task(
            "Ten quiet minutes at the window",
            "observation",
            (1, 4),
            (
                "You found your own pigeon again among thirty, by the ring on its left leg.",
                "You wrote what changed about the cloud and what did not. Few people notice what stays.",
                "You looked for what would not fit your idea about the ants, and wrote it down when it came.",
            ),
            is_practice=True,
        ),
        Task("A week of temperatures", "lab", (2, 3)),
        Task(
            "A talk over the notebook",
            "conversation",
            (4, 2, 3),
            (
                "With the line down the middle of the page, “seen” and “I think” came apart by themselves.",
                (
                    "You kept “the leaf is limp” apart from “it is thirsty”, and told me which of the two you could "
                    "be wrong about."
                ),
                "You saw that two ideas explain the limp leaf, and looked for what would tell them apart.",
            ),
        ),
        Task("Field record: the pond in four seasons", "lab", (1, 2, 3, 4)),
    ),
    "SCI.SYS": (
        Task("Where does the lunch waste go?", "writing", (1, 2, 4)),
        Task(
            "Arrows on the floor",
            "observation",
            (2, 1, 3),
            (
                (
                    "You walked the water from the tap to the drain and named each place. What moves along the arrow "
                    "you stood on?"
                ),
                "You followed the heat out of the window and the air in under the door, and said where each ends up.",
                "Your arrows went round twice, and you saw what the second time round would change.",
            ),
            is_practice=True,
        ),
        Task("A school without bees", "writing", (1, 2, 3)),
        Task(
            "A talk about the compost heap",
            "conversation",
            (3, 4),
            (
                (
                    "You said what the worms do and what happens to the peel without them. Name one part "
                    "that lies between."
                ),
                "One change, two paths: less air, so fewer worms; less air, so more smell. You followed both.",
                (
                    "You saw that the heap slows itself down when it dries, and said how you would find out whether "
                    "that is so."
                ),
            ),
        ),
        Task("Map of a system I live in", "model", (1, 2, 3, 4)),
    ),
    "SCI.CLM": (
        Task("Quiz: three labels and a claim", "quiz", (1, 2)),
        Task(
            "Corner talk: true, sure or sold?",
            "discussion",
            (4, 3),
            (
                (
                    "You said “I don't believe it” and then found the reason in the small print. Start from the small "
                    "print next time."
                ),
                "You put yourself at “rather sure” and told us what would move you. The room went quiet.",
                "You changed your mind in front of everyone, and said what it took. That is harder than being right.",
            ),
            is_practice=True,
        ),
        Task("Does this drink help you think?", "writing", (1, 2, 3, 4)),
        Task(
            "A talk about the study behind the headline",
            "conversation",
            (2, 1),
            (
                (
                    "You found that the headline rests on one person's story. What kind of evidence would "
                    "you rather have?"
                ),
                "“Twelve people, one week, and nobody was compared with anyone.” You judged it by how it was made.",
                "You found what the study is good for, small as it is, and what nobody should build on it.",
            ),
        ),
        Task("Fact sheet for the front desk", "writing", (1, 2, 3, 4)),
    ),
}
