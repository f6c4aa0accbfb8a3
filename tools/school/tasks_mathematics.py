"""Tasks in mathematics, with what the teacher wrote under the work."""

from __future__ import annotations

from tools.school.task import Task, Tasks

MATHEMATICS: Tasks = {
    "MAT.WHY": (
        Task(
            "The sum of three in a row",
            "writing",
            (1, 2, 3),
            (
                (
                    "You tried four rows and saw a three in each of them. Say in one sentence what you "
                    "think is always so."
                ),
                (
                    "You write “for any whole number in the middle”. One case would be enough to prove you wrong, and "
                    "you looked for it."
                ),
                (
                    "You proved it, and then asked what happens with five in a row. The second page is even better "
                    "than the first."
                ),
            ),
        ),
        Task(
            "Break my rule",
            "discussion",
            (2, 4),
            (
                "You picked three numbers, all of them even. Put an odd one among them and see.",
                "Zero, a half and a very large number: you could say what made you pick each one.",
                "You showed Tuesday's group how to find the case that hurts, and let them find it.",
            ),
        ),
        Task(
            "Why the corners of a quadrilateral fit",
            "model",
            (3, 1, 4),
            (
                (
                    "You tore off the corners and laid them round a point. Your drawing shows it for one; would it "
                    "work for a dented one?"
                ),
                "The cut from corner to corner covers every four-sided shape, and your words say so.",
                (
                    "You gave two reasons and weighed them: one is quicker, the other tells us why. I "
                    "have nothing to add."
                ),
            ),
        ),
        Task(
            "Two proofs, one of them leaky",
            "writing",
            (4, 3, 2),
            (
                "You put your finger on line three and asked about it. Line three is exactly where to ask.",
                "You checked each step and said what the open one needs before you would believe it.",
                "You mended the leak with the writer's own idea, so that it is still theirs.",
            ),
        ),
    ),
    "MAT.EST": (
        Task(
            "How many steps to the station?",
            "lab",
            (1, 2, 3),
            (
                (
                    "You used 70 cm and 1,000 because they are easy, and that is what guessing is for. Now, is the "
                    "true one more or less?"
                ),
                "“More, because I made my step too long.” You knew on which side of the truth your guess lies.",
                "You gave a lowest and a highest number and would bet on both. So would I.",
            ),
        ),
        Task(
            "Money for the class trip",
            "writing",
            (4, 2, 3),
            (
                "You gave it in whole dollars, and a bus has whole seats. Good sense.",
                "You rounded up for the bus and down for the money we have. You thought about what the answer is for.",
                (
                    "You showed the treasurer how far the total moves if each price is off by five per cent, and what "
                    "that asks of us."
                ),
            ),
        ),
        Task(
            "Quick check: which answers cannot be?",
            "quiz",
            (3, 1),
            (
                "You held each answer against your guess and caught the one with a zero too many.",
                "You found the slip itself, the point that moved, after a second way gave another number.",
                "You sorted the slips by their cause. I would like to use your list with other groups.",
            ),
        ),
        Task(
            "Choose a way and say why",
            "conversation",
            (2, 4),
            (
                "You went by tens because you like tens. Look at 25 × 48 once more: what do these numbers like?",
                "You halved and doubled because of the 25, and told me so before you began.",
                "You had three ways ready and chose by what the numbers offered. Calculating with open eyes.",
            ),
        ),
    ),
    "MAT.DAT": (
        Task(
            "How long do we sleep?",
            "writing",
            (1, 2, 3),
            (
                "Your question can be counted. Say whose sleep, and on which nights, and it is ready.",
                (
                    "“Seventh and eighth graders, school nights, to the nearest half hour.” Everyone knew what to "
                    "write down."
                ),
                "You changed the question after the first ten answers and told the reader why. That took judgement.",
            ),
        ),
        Task(
            "Lost property, week by week",
            "lab",
            (3, 4, 5),
            (
                "Equal steps, a title, and both axes have names. What would a reader look for first?",
                (
                    "You chose dots and not bars, so that one can see the two wet weeks stand apart. The "
                    "answer jumps out."
                ),
                "You drew it twice and told us what each picture hides. Newspapers should do that.",
            ),
        ),
        Task(
            "Typical, or not?",
            "conversation",
            (4, 5),
            (
                "You found the median by crossing off from both sides, and you explained it to me without a note.",
                (
                    "“Half of us live within nine minutes, but the far ones are forty away.” You need both numbers, "
                    "and you said both."
                ),
                (
                    "You told me what one new student from across the river would do to each of your numbers, and to "
                    "your advice."
                ),
            ),
        ),
        Task(
            "A survey that is fair to its question",
            "lab",
            (2, 1, 5),
            (
                "Your sheet has a place for every answer. Nobody had to write in the margin.",
                "You asked at the gate and at the bus stop, because the two groups would differ. That made it fair.",
                "You found out afterwards whom you had missed and said which way that tilts the result.",
            ),
        ),
        Task(
            "Report to the lunch committee",
            "performance",
            (5, 3, 4),
            (
                "You answered from the table and held your finger on the row. Say next how sure you are.",
                "You said “rather sure, since both weeks agree”, and the committee could work with that.",
                "You told them what the numbers cannot say, before they asked. They trusted you more for it.",
            ),
        ),
    ),
    "MAT.SPA": (
        Task(
            "Measure the stage",
            "lab",
            (1, 2),
            (
                "Every number has its unit. Where does the tape begin, at its end or at the little hook?",
                "You measured the curtain side twice, because a centimetre matters there, and only there.",
                (
                    "You said how far off each length may be and what that does to the platform. The builders will "
                    "thank you."
                ),
            ),
        ),
        Task(
            "Plan of a room I would like",
            "model",
            (3, 2, 5),
            (
                "One square is half a metre, all the way through. I could find the bed.",
                (
                    "You chose 1 to 25 so that the shelf would still be seen, and went from paper to room and back "
                    "with no slip."
                ),
                "You drew it at two scales, for two readers, and the door is where it should be in both.",
            ),
        ),
        Task(
            "How much paint, how much soil",
            "writing",
            (4, 1, 3),
            (
                "Rows and layers, and the box is full. Your drawing helped me count with you.",
                "You took the window out of the wall and the corner out of the bed. Nothing counted twice.",
                "You compared two ways of cutting up the L, and chose the one where a slip would do less harm.",
            ),
        ),
        Task(
            "A box that fits its thing",
            "performance",
            (5, 4, 1),
            (
                "It was made to the plan, and it closes. What would you check before the next cut?",
                "You tried it in newspaper first. The card was cut once.",
                "You left two millimetres for the glue, on purpose, and wrote it on the plan for the next maker.",
            ),
        ),
    ),
    "MAT.FUN": (
        Task(
            "The candle that burned all lesson",
            "lab",
            (1, 2, 3, 5),
            (
                "You saw that the height depends on the time, and said which one you choose and which one follows.",
                "Centimetres and minutes: you chose what to follow so that it answers “Will it last the evening?”",
                "You picked weight in the end, and not height, and told us what that made simpler.",
            ),
        ),
        Task(
            "Two phone plans",
            "writing",
            (2, 4, 3),
            (
                "Your rule gives every row of the table. What is the 12 in it, in the life of the person who pays?",
                "The 12 is what you pay before you have said a word. You know what each number means.",
                (
                    "You chose a rule with a bend in it, because the plan has one, and showed where the simple one "
                    "would mislead."
                ),
            ),
        ),
        Task(
            "Match the graph to the story",
            "quiz",
            (3, 1),
            (
                "Names and units on both axes, and the story with the bus stop found its graph.",
                "You pointed to the same stop in the graph, in the table and in the words.",
                "You wrote a story for the graph that had none, and it fits to the minute.",
            ),
        ),
        Task(
            "How full is the tank after the rain?",
            "model",
            (5, 4, 2),
            (
                "You held the model against the real tank and said how far apart they are. That is the right habit.",
                "It fits until the tank runs over, and you said so and why. A model with a fence round it.",
                "You changed the model for heavy rain, tried it in the next storm and reported what happened.",
            ),
        ),
    ),
}
