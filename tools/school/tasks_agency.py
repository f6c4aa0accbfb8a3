"""Moments in which habits were seen, with what the teacher or the adviser wrote down."""

from __future__ import annotations

from tools.school.task import Task, Tasks

AGENCY: Tasks = {
    "AGE.HLP": (
        Task(
            "Workshop hour, in the middle of it",
            "observation",
            (1, 3),
            (
                "The card on your desk asked “Where are you?” and you showed me line six.",
                "You noticed it yourself: “I have read this four times.” And you showed where.",
                "You saw that a neighbour was going round in circles and told how you notice it yourself.",
            ),
        ),
        Task(
            "Who knows about this?",
            "conversation",
            (2, 1, 4),
            (
                "From our list you chose the glossary first and then Mr Tsosie. It was a good order.",
                "You went to the woman at the bicycle shop, because she has that chain in her hands each day.",
                "You helped a younger student see that the book was the better place to turn, and why.",
            ),
        ),
        Task(
            "Helping at the reading bench",
            "observation",
            (4, 2),
            (
                "When I tapped my ear you asked before you told. It worked.",
                "“What have you tried?” came first, from you alone, and the pencil stayed in his hand.",
                "You showed the new helpers how you hold back, and told them that it is still hard.",
            ),
        ),
        Task(
            "A question for the expert",
            "writing",
            (3, 2),
            (
                "The starter got you going, and the letter asked what you wanted to know.",
                "You wrote what you had tried and which part you need. She answered within a day.",
                "You asked for help in front of the class, on purpose, so that others would dare to.",
            ),
        ),
    ),
    "AGE.REF": (
        Task(
            "After the first performance",
            "conversation",
            (1, 2),
            (
                "With the list of questions you told me the whole evening, and found the moment with the lamp.",
                "You went straight to the moment that mattered: the breath before the second verse.",
                "You asked your group what the moment was for them, and each had another one.",
            ),
        ),
        Task(
            "Two pages from my folder",
            "writing",
            (4, 1, 2),
            (
                "I asked for an old and a new page, and you said what grew: the reasons.",
                "You chose the two pages yourself. A stranger could tell them apart.",
                "You helped a friend find what had grown in hers, and let her say it.",
            ),
        ),
        Task(
            "Why it went as it went",
            "conversation",
            (2, 3),
            (
                "When I asked “Why?” you looked at what you did, not at the weather.",
                "You found the reason in your own plan and showed me the line.",
                "You found a reason, doubted it and found a better one, and told the group about both.",
            ),
        ),
        Task(
            "The next time came",
            "observation",
            (3, 4),
            (
                "The note in your pencil case said “measure twice”, and you did.",
                "Nobody reminded you. You stopped, smiled and measured twice.",
                "You told the newcomers what you had learned the hard way and let them try it their own way.",
            ),
        ),
    ),
    "AGE.GOA": (
        Task(
            "Goal talk in autumn",
            "conversation",
            (1, 2),
            (
                "It took a few questions, and then you said in your own words why it matters.",
                "You came with a goal and with the reason. I only had to listen.",
                "You asked your partner five questions and gave no advice. She left with a goal.",
            ),
        ),
        Task(
            "A film of the day it is done",
            "writing",
            (2, 1),
            (
                "With the sheet beside you, you wrote what someone would hear you play.",
                "“I read the bus timetable to Grandpa and he does not have to ask.” One can see that.",
                "Your partner's picture stayed in your partner's words. You held your own back.",
            ),
        ),
        Task(
            "First step, seen",
            "observation",
            (3, 4),
            (
                "The slip was in your shoe, and you took the step before lunch.",
                "“When I have put down my bag.” And you did, by yourself, on four days of five.",
                "You halved the step together until it was small enough, and he began.",
            ),
        ),
        Task(
            "Half-way look",
            "conversation",
            (4, 3),
            (
                "On the check-in day you kept the mornings and dropped the list.",
                "You saw before anyone that the plan had gone stale, and changed it on a Tuesday.",
                "You showed the group an old plan with all its crossings-out. They were relieved.",
            ),
        ),
    ),
    "AGE.MAN": (
        Task(
            "A week on one page",
            "writing",
            (1, 2),
            (
                "With the planner open between us, the week found its order.",
                "You put in sleep and football first, and the work fitted round them.",
                "You listened to your friend's Tuesday for ten minutes before you said a word about plans.",
            ),
        ),
        Task(
            "Quiet hour",
            "observation",
            (3, 2),
            (
                "We had agreed on two taps. I tapped once, and you were back.",
                "Three dots in the margin: you caught your mind three times and brought it back.",
                "You told the others about the dots, and now there are dots in many margins.",
            ),
        ),
        Task(
            "The day the file was gone",
            "conversation",
            (4, 3, 1),
            (
                "We breathed, and then you said one thing that we could do from here.",
                "You went round the yard once, came back and began with the part that you knew by heart.",
                "You sat beside a friend when hers was gone, and did not say that it would be all right.",
            ),
        ),
        Task(
            "Monday, nine o'clock",
            "observation",
            (2, 4, 3),
            (
                "The alarm was your own idea, and you began when it rang.",
                "The bell had not rung yet and you had begun.",
                "You helped the new group find out what gets them going. For one of them it is a song.",
            ),
        ),
    ),
    "AGE.FBK": (
        Task(
            "A question with a star",
            "writing",
            (1, 2),
            (
                "From three questions you chose the one about the ending, and that is what you got an answer to.",
                "You starred the second paragraph and asked while there was still a week. Well timed.",
                "You turned your friend's “Is it good?” into a question that she could use.",
            ),
        ),
        Task(
            "What did the comment mean?",
            "conversation",
            (2, 3),
            (
                "We read it together, and you touched the place that each word was about.",
                "“When you say ‘thin’, do you mean short or without reasons?” Now we both know.",
                "You helped a friend hear that his comment was asking for more of what he does well.",
            ),
        ),
        Task(
            "Keep two, leave one",
            "conversation",
            (3, 4),
            (
                "With two columns on the page you chose, and you gave your reason when I asked.",
                "You left my suggestion aside and told me why. You were right to.",
                "You showed how you choose, and left the choosing to them.",
            ),
        ),
        Task(
            "Second try",
            "observation",
            (4, 3, 1),
            (
                "The sticky note came off, because the place had changed.",
                "“Before, a reader asks who. Now she knows.” You could say what your change does.",
                "You laid your messiest first try in front of the sixth grade. It was the best lesson of the week.",
            ),
        ),
    ),
}
