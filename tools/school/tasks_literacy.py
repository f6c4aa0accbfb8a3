"""Tasks in literacy: what goes through Canvas carries no comment, what a teacher noted by hand does."""

from __future__ import annotations

from tools.school.task import Task, Tasks

LITERACY: Tasks = {
    "LIT.ARG": (
        Task("Letter to the bus company", "writing", (1, 2, 3, 5)),
        Task(
            "Rehearsal: the two-minute case",
            "discussion",
            (1, 3, 4, 5),
            (
                (
                    "You took a side and stayed on it. Try the line “I would change my mind if …” next time and see "
                    "where it leads."
                ),
                (
                    "“Phones away at lunch, for the seventh grade, on Mondays” is a claim that I could go and check. "
                    "That is what made people lean in."
                ),
                "You told us yourself which count would make you give up your claim. Nobody had to ask.",
            ),
            is_practice=True,
        ),
        Task("Should the library open on Saturdays?", "writing", (1, 2, 3, 4)),
        Task(
            "A talk about the river path",
            "conversation",
            (4, 2, 3),
            (
                (
                    "You knew at once who would see the river path another way: the dog owners. Next, ask "
                    "one of them why."
                ),
                "You gave the cyclists' reason in a way that a cyclist would sign, and then you answered it.",
                (
                    "You made the anglers' case so well that I was on their side for a moment. And you kept the part "
                    "of it that you could accept."
                ),
            ),
        ),
        Task("Seminar: who should choose what we read?", "discussion", (1, 2, 3, 4, 5)),
    ),
    "LIT.EXP": (
        Task("Sheet for whoever feeds the fish", "writing", (1, 2, 3, 4)),
        Task(
            "Practice: fold it without speaking",
            "performance",
            (4, 2),
            (
                "Your hands told me more than the arrows did. Draw one of the hands, and the paper will tell it too.",
                "The picture shows the fold and the words say how hard to press. Each does what the other cannot.",
                "You chose film for the turning-over and words for the rest, and you could say why for both.",
            ),
            is_practice=True,
        ),
        Task("How to mend a flat tyre", "writing", (1, 2, 3, 5)),
        Task(
            "Watching a reader try it",
            "observation",
            (5, 1, 3),
            (
                (
                    "You sat on your hands, nearly, and helped when she asked. Next time put a dot where "
                    "her finger stops."
                ),
                "He stopped at step four, you rewrote step four, and the next reader sailed through it.",
                (
                    "You saw that both readers stopped for the same cause, two moves in one step, and you hunted down "
                    "the other three."
                ),
            ),
        ),
        Task("A guide for a new student's first day", "writing", (1, 2, 3, 4, 5)),
    ),
    "LIT.INF": (
        Task("The uncle who never sits down", "writing", (1, 2, 4)),
        Task(
            "Reading aloud: one poem, two moods",
            "performance",
            (2, 3),
            (
                (
                    "You put your finger on “she folded the letter smaller” and said that she was afraid. That is "
                    "reading between the lines."
                ),
                (
                    "Your idea that the brother already knows holds from the first line to the last. I tried to break "
                    "it and could not."
                ),
                (
                    "You read it once as a goodbye and once as a joke, and then told us which line would have to "
                    "change to settle it."
                ),
            ),
            is_practice=True,
        ),
        Task("What the photographer left out", "writing", (1, 2, 3)),
        Task(
            "A talk about the last chapter",
            "conversation",
            (4, 1, 3),
            (
                "On page ninety you stopped and said “Oh, then he is not angry.” Keep saying that out loud.",
                "You went back to the scene in the kitchen and showed me the very word that turned your idea round.",
                "You keep two readings open at once and tell me what each costs. I went home and read it again.",
            ),
        ),
        Task("Quiz: clues in a short notice", "quiz", (1, 2)),
        Task("Essay: the ending, read twice", "writing", (1, 2, 3, 4)),
    ),
    "LIT.STO": (
        Task("A story in one hundred words", "writing", (1, 2, 3)),
        Task(
            "Telling it round the stove",
            "performance",
            (4, 2, 3),
            (
                "When you forgot the paper, the voice was yours. Forget it sooner next time.",
                (
                    "The aunt in your story never finishes a sentence, and the boy never starts one. I knew who spoke "
                    "each time."
                ),
                (
                    "You told it once for the little ones and once for us. The dog did the same things; the words "
                    "were all different."
                ),
            ),
            is_practice=True,
        ),
        Task("The day that went differently", "writing", (1, 2, 3, 4)),
        Task(
            "A talk about the draft",
            "conversation",
            (2, 1),
            (
                "The cold tap is a fine detail. What did it sound like at night, when you could not sleep?",
                "You cut the weather and kept the one wet shoe. Now I feel how far he has walked.",
                "Each detail does two jobs in this draft: the lamp lights the room and tells us who is not at home.",
            ),
        ),
        Task("Three-minute film with one prop", "performance", (1, 2, 3, 4)),
    ),
    "LIT.SRC": (
        Task("Where does our water come from?", "writing", (1, 2, 4)),
        Task(
            "Practice: three search words",
            "observation",
            (1, 2),
            (
                (
                    "You found a page with the very first words you tried, and copied its address. Now try words that "
                    "an engineer would use."
                ),
                "When “old mill” gave you hotels, you changed it to the name of the street. That turn is the skill.",
                (
                    "You asked the archive, the neighbour and the map, and wrote down what you expected of each "
                    "before you looked."
                ),
            ),
            is_practice=True,
        ),
        Task("Two reports on one storm", "writing", (2, 3, 4)),
        Task(
            "A talk about who wrote this page",
            "conversation",
            (2, 3, 4),
            (
                "You found the name at the bottom of the page. Next: how would that person know?",
                (
                    "“They sell the filters, so they would like me to worry.” You said who is speaking and what they "
                    "may want."
                ),
                (
                    "You trusted the seller on how the filter works and the city on whether we need one, and you "
                    "could say why."
                ),
            ),
        ),
        Task("Sourced page for the town's website", "writing", (1, 2, 3, 4)),
    ),
}

IN_SPANISH: Tasks = {
    "LIT.INF": (
        Task(
            "Conversación sobre el cuento de la casa vacía",
            "conversation",
            (2, 1),
            (
                (
                    "Encontraste la llave debajo del plato y supiste que alguien pensaba volver. La próxima vez busca "
                    "otra pista que diga lo mismo."
                ),
                (
                    "Tu idea de que la madre ya lo sabía se sostiene de principio a fin. Me la mostraste en tres "
                    "lugares del cuento."
                ),
                (
                    "Leíste el final de dos maneras y dijiste qué palabra lo decidiría. Me dejaste "
                    "pensando toda la tarde."
                ),
            ),
            language="es",
        ),
    ),
    "LIT.STO": (
        Task(
            "Una historia contada en casa",
            "performance",
            (4, 2),
            (
                "Se oía tu voz cuando dejaste el papel. Cuéntala otra vez así, mirando a quien te escucha.",
                "La abuela y el vendedor hablan cada uno a su manera. Siempre supe quién hablaba.",
                "La contaste para los pequeños y después para nosotros. El perro era el mismo; las palabras, no.",
            ),
            language="es",
        ),
    ),
    "AGE.GOA": (
        Task(
            "Charla sobre mi meta",
            "conversation",
            (1, 3),
            (
                (
                    "Juntas le pusimos nombre a lo que quieres lograr. El primer paso lo elegiste sin que nadie te lo "
                    "dijera."
                ),
                "Dijiste por qué te importa ahora y no «algún día». Eso hace fuerte una meta.",
                (
                    "Además de tu meta, le hiciste a tu compañero las preguntas que le faltaban. Y "
                    "esperaste sus respuestas."
                ),
            ),
            language="es",
        ),
    ),
}
