"""What students of the invented school say of their learning, in their own words. No teacher wrote any of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """A student's own words, what they aim for, and where they ask for help."""

    said: str
    words: str
    goals: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    language: str = ""


VOICES: dict[str, Voice] = {
    "S1007": Voice(
        "2026-11-17",
        (
            "I used to write everything I saw in the pond in one long line. Now I have a page with two "
            "sides, and my cousin could read it without me."
        ),
        ("Draw the newt so that you can see it is this one.",),
    ),
    "S1012": Voice(
        "2026-11-16",
        (
            "Antes contaba mis historias muy rápido porque me daba vergüenza. Ahora hago una pausa antes "
            "de lo importante, y la gente espera conmigo."
        ),
        ("Contar una historia de mi abuela delante de otra clase.",),
        language="es",
    ),
    "S1013": Voice(
        "2026-11-12",
        (
            "I like it when we build things. The box closed. My sister said it is too small for anything, "
            "but it is for my teeth."
        ),
        ("Cut straight.", "Ask before I get angry."),
    ),
    "S1019": Voice(
        "2026-11-18",
        (
            "I won most arguments at home by being louder. It turns out you can lose a bit of one on "
            "purpose and come out with a better claim."
        ),
        ("Find one source this month that makes me change something.", "Let other people finish."),
    ),
    "S1021": Voice(
        "2026-11-13",
        (
            "In my science group I write the record because I write small and clear. I want to also be "
            "the one who asks the question."
        ),
        ("Ask a question that nobody gave me.",),
        ("I do not know how to start when there is no sheet.",),
    ),
    "S1022": Voice(
        "2026-11-18",
        (
            "For two years I thought statistics was about getting the number. This autumn I spent three "
            "weeks on who had not answered my survey, and that was the interesting part."
        ),
        ("Finish the statistics credit before the new year.", "Explain spread to my grandfather with tea cups."),
    ),
    "S1028": Voice(
        "2026-11-15",
        (
            "كنت أسكت عندما يختلف معي أحد. الآن أسأله ماذا رأى، وأحيانًا أغيّر رأيي. أريد أن أكون أشجع "
            "عندما أشرح الرياضيات بصوت عالٍ."
        ),
        ("أن أشرح طريقتي في الحساب أمام المجموعة.",),
        language="ar",
    ),
    "S1031": Voice(
        "2026-11-11",
        "I draw first and then I find the words. My fish sheet had six drawings and the fish is fine.",
        ("Write how it looks when it is right.",),
    ),
    "S1034": Voice(
        "2026-11-17",
        (
            "My compost heap stopped being warm and I found out why by myself. It was too dry. I was "
            "proud, and a bit smelly."
        ),
        ("Measure it every day at the same time.", "Show the small ones the worms."),
    ),
    "S1036": Voice(
        "2026-11-18",
        (
            "I want to build boats, so I went through every page of my folder and asked what a boatyard "
            "would care about. It was not the pages I had been proudest of."
        ),
        ("Take the lock model further until it fails.", "Show my plan to someone who builds for a living."),
    ),
    "S1042": Voice(
        "2026-11-18",
        (
            "Two teachers read my letter and did not agree, so we all sat down with the words of the "
            "level. I learned more from that half hour than from the letter."
        ),
        ("Give the other side its best reason, not its silliest.",),
    ),
    "S1043": Voice(
        "2026-11-10",
        "I was new in spring and I said nothing. Then somebody gave us two minutes to write first. Now I say things.",
        ("Say one thing each day without writing it first.",),
    ),
    "S1047": Voice(
        "2026-11-16",
        "The graph with the dots was my idea. People looked at it and said the answer before I did.",
        ("Learn to say how sure I am.", "Get up before the second alarm."),
    ),
    "S1050": Voice(
        "2026-11-14",
        "I do not like writing but I like telling. My teacher lets me record it and then I write down what I said.",
        ("Tell the lighthouse story with two voices.",),
        ("Someone to read my spelling with me, not instead of me.",),
    ),
    "S1053": Voice(
        "2026-11-18",
        (
            "We counted the lorries for eleven mornings. The council moved the crossing, and a lady I do "
            "not know thanked me at the bakery."
        ),
        ("Write down what we did so that the next group can begin where we stopped.", "Hear the drivers too."),
    ),
    "S1054": Voice(
        "2026-11-13",
        (
            "I start everything and then there are nine things. This month I finished four. I made myself "
            "a card with the word “which?” on it."
        ),
        ("Three things at a time.",),
    ),
    "S1055": Voice(
        "2026-11-09",
        "My brother helped me too much so I told him: ask me what I tried. Now he does. It is slower but it is mine.",
        ("Do the next one alone and show him after.",),
    ),
    "S1060": Voice(
        "2026-11-17",
        (
            "When I came I translated every sentence in my head. Somewhere in the talk about the river I "
            "noticed that I had stopped."
        ),
        ("Write the first draft in Portuguese if I need to, and say so.", "Use a source in each language."),
    ),
    "S1061": Voice(
        "2026-11-12",
        "Practice does not count against you, so I tried the hard one. I got further than I thought.",
        ("Try the hard one when it does count.",),
    ),
    "S1066": Voice(
        "2026-11-18",
        (
            "I used to plan for the group and be surprised that they did not follow my plan. Now the plan "
            "is on a wall and everybody has a pen."
        ),
        ("Hand the garden over so well that nobody needs to ring me.", "Badge: community problem solver."),
    ),
    "S1068": Voice(
        "2026-11-06",
        (
            "I found the same snail three days in a row. I know because I put a dot of chalk on it. The "
            "dot was gone on the fourth day so I am not sure."
        ),
        ("Find a better dot.",),
    ),
    "S1071": Voice(
        "2026-11-17",
        "I sent my page in three times. The first one was long, the second one was short and the third one was right.",
        ("Ask my question before I hand it in, not after.",),
    ),
    "S1072": Voice(
        "2026-11-15",
        "أكتب للأصدقاء بسهولة، لكن الكتابة للبلدية كانت شيئًا آخر. كتبت الرسالة مرتين، مرة لكل قارئ.",
        ("أن أجد مصدرًا لا يربح شيئًا من رأيه.",),
        language="ar",
    ),
    "S1077": Voice(
        "2026-11-14",
        "The candle model was wrong after forty minutes and I knew why before I looked. That was a good feeling.",
        ("Find the rule for the bath tub.", "Talk more in my group than I count."),
    ),
    "S1083": Voice(
        "2026-11-16",
        "I read slowly and for a long time I hid it. Slow turned out to be how you find the second meaning.",
        ("Read one whole book that nobody gave me.",),
        ("A quiet place to read on Thursdays.",),
    ),
    "S1085": Voice(
        "2026-11-17",
        (
            "Me importa la receta de mi tía porque ella no la va a escribir. La escribí yo, la probó mi "
            "vecino y le salió bien."
        ),
        ("Explicar también lo que se hace cuando sale mal.", "Preguntar a tiempo."),
        language="es",
    ),
    "S1088": Voice(
        "2026-11-10",
        "I am at the start in many things. It is okay because I can see the next thing, and last year I could not.",
        ("Say “I am stuck at this line” and not “I can't”.",),
        ("Somebody beside me in mathematics.",),
    ),
    "S1091": Voice(
        "2026-11-18",
        (
            "I asked sixty people about sleep and forgot to ask when they had gone to bed. So I asked "
            "again. The second sheet is beautiful."
        ),
        ("One graph that my little cousin understands.",),
    ),
    "S1094": Voice(
        "2026-11-18",
        "Aprendí a pedir una sola cosa, con fecha y lugar. Cuando pedía diez, la gente me aplaudía y no venía nadie.",
        ("Dejar la huerta en buenas manos.", "Mostrar la carpeta entera en enero."),
        language="es",
    ),
    "S1099": Voice(
        "2026-11-12",
        (
            "In the workshop I know when a wheel is true by the sound. I want to find out if I can hear a "
            "wrong answer too."
        ),
        ("Guess before I work it out, every time for two weeks.",),
    ),
    "S1102": Voice(
        "2026-11-17",
        (
            "My proof was fine and nobody could follow it. I wrote it again for my sister, who is nine. "
            "It got shorter and truer."
        ),
        ("Extend the sum of three to any odd number.", "Listen to a proof without finishing it for them."),
    ),
    "S1105": Voice(
        "2026-11-05",
        "I speak French at home and here I speak English, and in science I draw. I have three ways.",
        ("Make a model that moves.",),
    ),
    "S1108": Voice(
        "2026-11-13",
        (
            "My mother asks each night what I would do differently. At first I made things up. Now there "
            "is always something."
        ),
        ("Use the note in my pencil case.",),
    ),
    "S1111": Voice(
        "2026-11-16",
        (
            "I quarrelled with my best friend about the kiln and we put it right, with a list on the "
            "wall. It is still there."
        ),
        ("Say what I need before I am angry.", "Finish the story about the ferry."),
    ),
    "S1116": Voice(
        "2026-11-17",
        (
            "I looked after my little brothers all summer and planned every day of it. Nobody gave me a "
            "level for it, but I told my adviser, and now it is a page in my folder."
        ),
        ("Plan one thing that is for me.",),
    ),
    "S1122": Voice(
        "2026-11-18",
        "I teach two boys to mend bicycles. The hard part is my hands: they want to do it.",
        ("Keep my hands in my pockets.", "Take the two phone plans further, with real bills."),
    ),
    "S1127": Voice(
        "2026-11-15",
        (
            "At church I speak to two hundred people and in class I could not speak to twelve. I brought "
            "my cousin to class once. That helped."
        ),
        ("Take one question after my talk.",),
    ),
    "S1133": Voice(
        "2026-11-04",
        "My story is about a bus that is afraid of bridges. I took out the dragon because the bus was enough.",
        ("Make somebody wait for what comes.",),
    ),
    "S1139": Voice(
        "2026-11-13",
        (
            "The bees went away and I wanted to know why. I found out three reasons and I do not know "
            "which. I can say how I would find out."
        ),
        ("Find the person who knows about bees and ask.",),
    ),
    "S1148": Voice(
        "2026-11-11",
        (
            "En el grupo yo decía siempre que sí. Ahora digo qué me importa a mí, y después pregunto qué "
            "les importa a los demás."
        ),
        ("Proponer una forma de decidir que no sea votar.",),
        language="es",
    ),
    "S1150": Voice(
        "2026-11-16",
        (
            "I believed the headline and then I read the study. Twelve people. I wrote to the newspaper "
            "and they answered."
        ),
        ("Weigh one claim a month.", "Let my graph say it before I do."),
    ),
    "S1156": Voice(
        "2026-11-18",
        (
            "The best thing that I read this year was my own essay from last October. I disagreed with "
            "all of it, politely."
        ),
        ("Argue against myself in public once.", "Help someone ask a better question than “Is it good?”"),
    ),
    "S1174": Voice(
        "2026-11-03",
        "I like when somebody sits with me. Then I can do it. I did one page alone on Tuesday.",
        ("Two pages alone.",),
    ),
}
