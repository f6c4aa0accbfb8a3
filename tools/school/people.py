"""Everybody at the invented school: 60 students and their teachers. Any likeness to a living person is chance."""

from __future__ import annotations

from tools.school.pupil import Path, Pupil

STATISTICS = ("MAT.DAT", "MAT.EST", "SCI.OBS", "LIT.SRC", "LIT.EXP")
COMMUNITY = ("COL.LIS", "MAT.DAT", "SCI.SYS", "COL.PRE", "COL.DEC", "AGE.REF")
ARGUING = ("LIT.INF", "LIT.ARG", "LIT.SRC", "COL.LIS", "AGE.FBK")

PUPILS = (
    Pupil("S1007", "Amara Nwosu-Hale", "Amara", "Nwosu-Hale, Amara", "en", "Heron", 12, crew="Garden crew"),
    Pupil("S1012", "Lucía Belmonte Quiroga", "Lucía", "Belmonte Quiroga, Lucía", "es", "Heron", 14, "H-104"),
    Pupil("S1013", "Mateo Belmonte Quiroga", "Mateo", "Belmonte Quiroga, Mateo", "es", "Otter", 11, "H-104"),
    Pupil("S1019", "Niamh O'Dowd", "Niamh", "O'Dowd, Niamh", "en", "Willow", 16, focus=ARGUING),
    Pupil("S1021", "Đặng Thảo Vy", "Vy", "Đặng, Thảo Vy", "vi", "Kestrel", 13, "H-111"),
    Pupil("S1022", "Đặng Minh Khôi", "Khôi", "Đặng, Minh Khôi", "vi", "Heron", 17, "H-111", "", Path.AHEAD, STATISTICS),
    Pupil("S1028", "ليلى منصور", "ليلى", "Mansour, Layla", "ar", "Otter", 15),
    Pupil("S1031", "林小雨", "小雨", "Lin, Xiaoyu", "zh", "Willow", 12),
    Pupil("S1034", "Wulandari", "Wulandari", "Wulandari", "id", "Kestrel", 14, crew="Garden crew"),
    Pupil("S1036", "Tobias Rønningen", "Tobias", "Rønningen, Tobias", "en", "Heron", 18, path=Path.AHEAD),
    Pupil(
        "S1042", "Imani Castellanos", "Imani", "Castellanos, Imani", "en", "Otter", 16, "", "", Path.READ_TWICE, ARGUING
    ),
    Pupil("S1043", "Zofia Wrońska", "Zofia", "Wrońska, Zofia", "pl", "Willow", 11),
    Pupil("S1047", "Kwabena Asante-Price", "Kwabena", "Asante-Price, Kwabena", "en", "Kestrel", 15),
    Pupil("S1050", "Søren Dahlgaard", "Søren", "Dahlgaard, Søren", "en", "Heron", 13),
    Pupil("S1053", "Aaliyah Siddiqi", "Aaliyah", "Siddiqi, Aaliyah", "ur", "Otter", 17, "H-120", focus=COMMUNITY),
    Pupil("S1054", "Bilal Siddiqi", "Bilal", "Siddiqi, Bilal", "ur", "Willow", 14, "H-120"),
    Pupil("S1055", "Hafsa Siddiqi", "Hafsa", "Siddiqi, Hafsa", "ur", "Kestrel", 11, "H-120"),
    Pupil("S1060", "João Pedro Vasconcelos", "João Pedro", "Vasconcelos, João Pedro", "pt", "Heron", 15),
    Pupil("S1061", "Hoàng Mai Lan", "Lan", "Hoàng, Mai Lan", "vi", "Otter", 12),
    Pupil(
        "S1066", "Oluwaseun Balogun", "Seun", "Balogun, Oluwaseun", "en", "Willow", 18, "", "", Path.AHEAD, COMMUNITY
    ),
    Pupil("S1068", "Freya MacAllister", "Freya", "MacAllister, Freya", "en", "Kestrel", 11, crew="Garden crew"),
    Pupil("S1071", "عمر الشامي", "عمر", "Al-Shami, Omar", "ar", "Heron", 13, "H-133", "", Path.REVISES),
    Pupil("S1072", "سارة الشامي", "سارة", "Al-Shami, Sara", "ar", "Kestrel", 16, "H-133"),
    Pupil("S1077", "Seo Ji-ho", "Ji-ho", "Seo, Ji-ho", "ko", "Otter", 14),
    Pupil("S1080", "Valentina D'Amico", "Valentina", "D'Amico, Valentina", "en", "Willow", 13, path=Path.PAUSE),
    Pupil("S1083", "Deng Akech", "Deng", "Akech, Deng", "en", "Kestrel", 17),
    Pupil("S1085", "Itzel Lucero Tecuapa", "Itzel", "Tecuapa, Itzel Lucero", "es", "Heron", 16),
    Pupil("S1088", "Besnik Krasta", "Besnik", "Krasta, Besnik", "sq", "Otter", 12, path=Path.STARTING),
    Pupil("S1091", "Ngozi Eze-Hartmann", "Ngozi", "Eze-Hartmann, Ngozi", "en", "Willow", 15, focus=STATISTICS),
    Pupil(
        "S1094",
        "Paloma Reyes Iturbe",
        "Paloma",
        "Reyes Iturbe, Paloma",
        "es",
        "Kestrel",
        18,
        "H-140",
        "",
        Path.AHEAD,
        COMMUNITY,
    ),
    Pupil("S1095", "Emiliano Reyes Iturbe", "Emiliano", "Reyes Iturbe, Emiliano", "es", "Willow", 12, "H-140"),
    Pupil("S1099", "Maile Kahananui", "Maile", "Kahananui, Maile", "en", "Heron", 14, crew="Bicycle workshop"),
    Pupil(
        "S1102",
        "Priya Venkataraghavan",
        "Priya",
        "Venkataraghavan, Priya",
        "en",
        "Otter",
        17,
        "",
        "",
        Path.AHEAD,
        STATISTICS,
    ),
    Pupil("S1105", "Léo-Paul Aumont", "Léo-Paul", "Aumont, Léo-Paul", "fr", "Willow", 11),
    Pupil("S1108", "Tsering Yangdol", "Tsering", "Yangdol, Tsering", "en", "Kestrel", 13, path=Path.TWO_SECTIONS),
    Pupil("S1111", "Yekaterina Lavrentsova", "Katya", "Lavrentsova, Yekaterina", "ru", "Heron", 16),
    Pupil("S1114", "Kaito Moriwaki", "Kaito", "Moriwaki, Kaito", "ja", "Otter", 11, path=Path.STARTING),
    Pupil("S1116", "Samira Wardaki", "Samira", "Wardaki, Samira", "fa", "Willow", 17),
    Pupil("S1119", "Gwendolyn Abernathy", "Wren", "Abernathy, Gwendolyn", "en", "Kestrel", 12),
    Pupil(
        "S1122",
        "Abdullahi Warfa",
        "Abdullahi",
        "Warfa, Abdullahi",
        "so",
        "Heron",
        18,
        crew="Bicycle workshop",
        path=Path.AHEAD,
    ),
    Pupil("S1125", "Ximena Arriaga Solís", "Ximena", "Arriaga Solís, Ximena", "es", "Otter", 15),
    Pupil("S1127", "Teuila Faleafa", "Teuila", "Faleafa, Teuila", "en", "Willow", 14),
    Pupil("S1130", "Caoimhe Brannigan", "Caoimhe", "Brannigan, Caoimhe", "en", "Kestrel", 16, path=Path.FEW),
    Pupil("S1133", "Marisol Vega-Thornton", "Marisol", "Vega-Thornton, Marisol", "en", "Heron", 11),
    Pupil("S1136", "Lâm Phúc Nguyên", "Nguyên", "Lâm, Phúc Nguyên", "vi", "Otter", 18),
    Pupil("S1139", "Yared Tekleab", "Yared", "Tekleab, Yared", "am", "Willow", 13, crew="Garden crew"),
    Pupil("S1142", "Ottilie Meulendijk", "Ottilie", "Meulendijk, Ottilie", "en", "Kestrel", 15),
    Pupil("S1145", "Jasur Ermatov", "Jasur", "Ermatov, Jasur", "ru", "Heron", 12, path=Path.STARTING),
    Pupil("S1148", "Nayeli Cuautle Pérez", "Nayeli", "Cuautle Pérez, Nayeli", "es", "Otter", 13),
    Pupil("S1150", "陈宇航", "宇航", "Chen, Yuhang", "zh", "Willow", 16, focus=STATISTICS),
    Pupil("S1153", "Augustin Mbuyi", "Augustin", "Mbuyi, Augustin", "fr", "Kestrel", 14, crew="Bicycle workshop"),
    Pupil(
        "S1156", "Sinéad Walsh-Okoro", "Sinéad", "Walsh-Okoro, Sinéad", "en", "Heron", 17, "", "", Path.AHEAD, ARGUING
    ),
    Pupil("S1159", "Levi Steinhauer", "Levi", "Steinhauer, Levi", "en", "Otter", 16),
    Pupil("S1162", "Marjan Tavakol", "Marjan", "Tavakol, Marjan", "fa", "Willow", 18),
    Pupil("S1165", "Dominika Sedláková", "Dominika", "Sedláková, Dominika", "en", "Kestrel", 12),
    Pupil("S1168", "Elijah Brightwater", "Elijah", "Brightwater, Elijah", "en", "Heron", 15, path=Path.FEW),
    Pupil("S1171", "Tiago Sequeira", "Tiago", "Sequeira, Tiago", "pt", "Kestrel", 14),
    Pupil("S1174", "Rosalind Achterberg", "Rosalind", "Achterberg, Rosalind", "en", "Willow", 11, path=Path.STARTING),
    Pupil("S1177", "Khadija Benmoussa", "Khadija", "Benmoussa, Khadija", "ar", "Otter", 17),
    Pupil("S1180", "Beatriz Salcedo", "Beatriz", "Salcedo, Beatriz", "es", "Otter", 13, path=Path.NEW),
)

TEACHERS = {
    "LIT": ("Ms Harrowgate", "Mr Ekwueme"),
    "MAT": ("Ms Lindgård", "Mr Tsosie"),
    "SCI": ("Dr Vanterpool", "Ms Harrowgate"),
    "COL": ("Mr Ekwueme", "Ms Quispe"),
    "AGE": ("Ms Quispe", "Mr Tsosie"),
}
ADVISERS = {"Heron": "Ms Lindgård", "Otter": "Ms Quispe", "Willow": "Mr Ekwueme", "Kestrel": "Dr Vanterpool"}
SPANISH_SPEAKER = "Ms Quispe"
