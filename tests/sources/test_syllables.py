"""How many syllables words have, beside lists of words whose syllables are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.sources.ease import FORMULAS
from site_builder.sources.syllables import SPELLINGS, syllables

# A dot between syllables. Where a language has a rule for a spelling, a word is here that needs it.
KNOWN = {
    "en": """
        the cat dog I you make makes made rule rules called asked thing friend square league choice school through
        thought eyes skill don't you're it's their yes bread these whole where
        ta·ble ta·bles lit·tle want·ed need·ed us·es chang·es play·er be·yond try·ing say·ing do·ing see·ing some·thing
        home·work there·fore ques·tion na·tion lev·el sci·ence pa·tient cli·ent qui·et so·cial peo·ple po·em lan·guage
        ar·gue hope·ful state·ment rhyth·m did·n't does·n't on·ly re·act maybe·x
        stud·y·ing some·bod·y an·y·thing ev·ery·thing o·pin·ion ev·i·dence me·di·a cu·ri·ous eas·i·er i·de·a ar·e·a
        vid·e·o the·o·ry cre·a·tive u·su·al ar·gu·ment in·flu·ence care·ful·ly el·e·ment doc·u·ment fam·i·ly beau·ti·ful
        mul·ti·ply di·a·gram im·ple·ment mu·se·um po·et·ry
        com·pe·ten·cy re·al·i·ty ex·pe·ri·ence con·tin·u·ous crit·i·cis·m com·mu·ni·ty math·e·mat·ics
    """,
    "es": """
        yo y el la hoy muy que quien rey bien viu·da ca·sa le·er cre·o ciu·dad puer·ta es·cue·la cui·da·do a·gua guí·a
        gue·rra pin·güi·no dí·a pa·ís ma·íz ba·úl aun a·ún a·ho·ra al·co·hol ca·os ma·yo re·yes cons·tru·ye na·ción
        a·vión pue·do bue·no rui·do cau·sa eu·ro oi·go es·tu·diáis le·í·ais o·í·a a·é·re·o po·e·ma i·de·a fa·mi·lia
        es·tu·dian·te e·vi·den·cia com·pe·ten·cia ha·bi·li·dad en·se·ñan·za ex·pe·rien·cia cre·er te·o·rí·a
        ma·te·má·ti·cas con·ti·nuar pa·ra·guay
    """,
    "pt": """
        eu e o não mãe põe pão pai meu viu qual que quer ca·sa es·co·la mui·to cui·da·do sa·í·da pa·ís a·in·da ra·iz
        ra·i·nha ju·iz ru·im di·a ri·o his·tó·ria á·gua fa·mí·lia sé·rie lín·gua ex·pe·ri·ên·cia quan·do guer·ra
        guar·da com·pe·tên·cia ha·bi·li·da·de na·ção na·ções ler vo·ar po·e·ma sa·ú·de te·o·ri·a pos·so a·pren·der
        ho·ra ma·te·má·ti·ca i·dei·a
    """,
    "it": """
        e il la più può già ciò qui noi poi ca·sa cit·tà miei pia·no i·de·a pa·e·se po·e·ta scuo·la fi·glio gio·co
        ac·qua que·sto guer·ra lin·gua mi·o tu·o su·a du·e zi·o gio·ia lu·ce pos·so per·ché fa·mi·glia scien·za
        eu·ro·pe·o i·ta·lia·no na·zio·ne e·sem·pio pro·va com·pe·ten·za a·bi·li·tà ma·e·stra a·iu·ta·re stu·den·te
        so·cie·tà
    """,
    "fr": """
        je le la que vie joie rue table eau beau fille feuille œil oui lui bruit mieux science parlent preuve type yeux
        guerre langue peuvent i·dée é·cole pe·tit mai·son voy·age a·yons na·tion thé·âtre fa·mille tra·vail meil·leur
        cu·rieux é·taient sou·vent mo·ment pa·rent é·lève ap·prendre sa·voir po·ème ma·ïs é·tu·diant vi·dé·o e·ssa·yer
        cré·a·tion ac·cueil·lir ou·bli·er ou·vri·er qua·tri·ème ex·pé·rience com·pé·tence ha·bi·le·té ré·a·li·té
    """,
    "de": """
        ich das die sie wie knie boot see haar jahr ei·ne neu·e bau·er frei·e mäd·chen schu·le lei·te bei·spiel häu·ser
        le·sen the·ma ty·pisch be·weis kön·nen leh·re·rin schü·ler·in·nen li·ni·en me·di·en na·ti·on i·de·al mu·se·um
        be·ach·ten be·en·den ge·eig·net eu·ro·pa kom·pe·tenz fä·hig·keit er·klä·ren fa·mi·li·e fa·mi·li·en por·ti·on
        qua·li·tät ak·tu·ell be·ein·flus·sen va·ri·ie·ren
    """,
    "nl": """
        ik het de jij wij school mooi nieuw groei eeuw taal buurt bo·ken zoe·ken ruim·te kij·ken lee·raar leer·ling
        i·dee leu·ke le·zen schrij·ven be·wijs op·dracht bij·een ni·veau vaar·dig·heid i·dee·ën ge·ë·ist ge·oe·fend
        mu·se·um fa·mi·lie ra·di·o kwa·li·teit re·a·ge·ren be·oor·de·len ma·te·ri·aal ja·nu·a·ri com·pe·ten·tie
    """,
}
WORDS = [
    (language, word.replace("·", ""), word.count("·") + 1)
    for language, words in KNOWN.items()
    for word in words.split()
    if not word.endswith("·x")
]


@pytest.mark.parametrize(("language", "word", "count"), WORDS)
def test_a_word_has_as_many_syllables_as_are_heard(language: str, word: str, count: int) -> None:
    assert syllables(word, language) == count
    assert syllables(word.upper(), language) == count


def test_each_language_with_a_formula_has_a_way_to_count_and_words_to_test_it() -> None:
    assert set(FORMULAS) == set(SPELLINGS) == set(KNOWN)


@pytest.mark.parametrize("language", SPELLINGS)
def test_the_words_that_a_language_knows_are_those_that_its_rules_do_not(language: str) -> None:
    for word, count in SPELLINGS[language].known.items():
        assert syllables(word, language) == count
        assert count >= 1


def test_a_hyphen_joins_what_is_counted_apart() -> None:
    assert syllables("self-assessment", "en") == syllables("self", "en") + syllables("assessment", "en") == 4
    assert syllables("-", "en") == 0


def test_letters_with_their_accents_apart_are_the_same_letters() -> None:
    assert syllables("di\u0301a", "es") == syllables("día", "es") == 2


def test_both_apostrophes_are_one() -> None:
    assert syllables("didn’t", "en") == syllables("didn't", "en") == 2


@given(st.sampled_from(list(SPELLINGS)), st.text(min_size=1, max_size=30).filter(lambda it: "-" not in it))
def test_any_word_has_at_least_one_syllable_and_not_more_than_letters(language: str, word: str) -> None:
    assert 1 <= syllables(word, language) <= max(2 * len(word), 1)
