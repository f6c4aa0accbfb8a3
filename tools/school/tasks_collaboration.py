"""Tasks in collaboration, with what the teacher who watched wrote down."""

from __future__ import annotations

from tools.school.task import Task, Tasks

COLLABORATION: Tasks = {
    "COL.LIS": (
        Task(
            "Circle: what makes a place ours?",
            "discussion",
            (1, 3),
            (
                "You said her idea back in your own words, and she nodded. Ask “Is that it?” and wait for the nod.",
                "“So for you it is the smell, have I got that right?” He had more to say, because you asked.",
                "You said back an idea that you do not share, and its owner could not have put it better.",
            ),
        ),
        Task(
            "Interview with a grown-up at work",
            "conversation",
            (2, 1),
            (
                "Your question about the oven was your own, and it came from what he had just told you.",
                "“What made you stay?” She thought for a long time. It was the question that helped her say why.",
                "You let a silence stand, and the best story of the morning came out of it.",
            ),
        ),
        Task(
            "Planning the winter fair, first meeting",
            "observation",
            (3, 4),
            (
                "You turned to the corner and asked by name. The corner had an idea.",
                "Two minutes of writing before anyone spoke: your suggestion, and it brought in three new voices.",
                "You noticed who had stopped speaking and found a way back for them that cost them nothing.",
            ),
        ),
        Task(
            "Seminar with two opinions",
            "discussion",
            (4, 2),
            (
                (
                    "“Going on from what he said about the bell …” You named whose idea it was and added a piece of "
                    "your own."
                ),
                "You told us where the two sides meet, the cost, and where they part, the noise. Then we could go on.",
                "Your own view moved in the middle of the seminar, and you told us which sentence moved it.",
            ),
        ),
    ),
    "COL.PLN": (
        Task(
            "A raised bed for the yard",
            "lab",
            (1, 3),
            (
                "Your group can say what it builds and for whom. Ask the first graders how high they can reach.",
                "“A five-year-old can water it alone.” You wrote down what the bed has to do, so you could check.",
                "When the first graders changed their wish you changed the goal with them, and told the others why.",
            ),
        ),
        Task(
            "Newspaper in a week",
            "writing",
            (2, 4),
            (
                "The steps are on cards and in an order. Which card waits for the photo?",
                "Your board shows which step waits for which, so nobody sat idle on Wednesday.",
                "You left a day free where you felt least sure, and on Thursday we needed it.",
            ),
        ),
        Task(
            "Set and lights for the play",
            "performance",
            (3, 2, 1),
            (
                "A name beside each task. You asked before you wrote the names.",
                "The sound went to the one who wants to learn it, and you said so. Fair is not the same as equal.",
                "Halfway through you shared the work out again, and each person could say why it was fair.",
            ),
        ),
        Task(
            "Check-in, Wednesday",
            "observation",
            (4, 3),
            (
                "You told the group how far you are, also the part that has not begun. They could plan with that.",
                "You kept the list up to date, and used it to move the painting to Friday.",
                "You saw two days ahead that the steps would collide, and brought a choice and not a complaint.",
            ),
        ),
    ),
    "COL.DEC": (
        Task(
            "Where shall we go in May?",
            "discussion",
            (1, 3),
            (
                "All four ideas were on the board, and your own was not on top.",
                "You wrote what speaks for and against each, your own too. I could not tell which was yours.",
                "You made a fifth idea out of the good half of two others, and both sides knew their half.",
            ),
        ),
        Task(
            "One budget, five wishes",
            "writing",
            (2, 1),
            (
                (
                    "You said what matters to you and what matters to the person opposite, and they were different. "
                    "That is a beginning."
                ),
                "You agreed on three things that matter before you looked at the wishes again. It saved an hour.",
                "You asked what matters to those who were not in the room, and held each wish against that too.",
            ),
        ),
        Task(
            "Mural: choosing one sketch of nine",
            "observation",
            (3, 4),
            (
                "You remembered how we chose the name of the hamster, and suggested that way again.",
                "You asked each person whether they could live with a vote before there was one.",
                "You proposed a trial week because nobody could know yet. The way fitted the question.",
            ),
        ),
        Task(
            "Telling the other half of the class",
            "conversation",
            (4, 2),
            (
                "You told them what was decided and which reason won.",
                "You told it so that those who had wanted the lake nodded as well.",
                "When it came out that the bus is full, you opened the decision again, and only as far as was needed.",
            ),
        ),
    ),
    "COL.PRE": (
        Task(
            "A minute for the school council",
            "performance",
            (1, 2),
            (
                "They know what you would like. Tell them next what they can do about it.",
                "“Please each bring one jar by Friday, to room twelve.” Eleven jars came.",
                "You asked the little ones for one thing and the teachers for another, and both did it.",
            ),
        ),
        Task(
            "Asking the neighbours about the noise",
            "conversation",
            (2, 1, 5),
            (
                "You had a reason that matters to people who get up at five.",
                "The count of lorries was on your card, and one of them checked it from her own window.",
                "You gave the baker and the nurse different reasons, both of them true, and told me how you chose.",
            ),
        ),
        Task(
            "Opening the exhibition",
            "performance",
            (3, 4, 1),
            (
                "It had a beginning and an end, and you knew both by heart.",
                "“That was the past; now the cellar.” We always knew where we were.",
                "You saw that they were cold, left out the middle, and it still hung together.",
            ),
        ),
        Task(
            "Questions after the talk",
            "discussion",
            (5, 3, 4),
            (
                "You answered from what you know and stopped where it ends. Good.",
                "You said the question back before you answered. It turned out to be another one than we thought.",
                "You took a sharp question, found the fair point in it and thanked her for it.",
            ),
        ),
    ),
    "COL.CON": (
        Task(
            "After the quarrel about the kiln",
            "conversation",
            (1, 3),
            (
                "You told what you saw, and you told it to the one it happened with. That takes courage.",
                "You put your own part in it, and he said “Yes, like that.”",
                "You told it so that the next pair could learn from it, and asked him first whether you may.",
            ),
        ),
        Task(
            "I need, you need",
            "writing",
            (2, 4),
            (
                "You named two feelings and one need. Make the need into something that someone could say yes to.",
                "“Could you knock before you take the saw?” A request, and he was free to say no.",
                "You made a request, heard a no, and made another one that met both needs.",
            ),
        ),
        Task(
            "Role play: the double booking",
            "performance",
            (3, 1, 2),
            (
                "You let her finish and told her what you had heard. Her shoulders came down.",
                "You told her side, and she said “That is how it was for me.”",
                "You stood between the two of them and each felt heard by you, which is rare.",
            ),
        ),
        Task(
            "Two weeks later",
            "conversation",
            (4, 2),
            (
                "You offered to glue the handle. It was your own idea.",
                "You agreed on who does what, and you checked on Monday as you had said.",
                "You both changed how the tools are put away, so that it will not happen to others.",
            ),
        ),
    ),
}
