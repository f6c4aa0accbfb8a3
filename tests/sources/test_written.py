"""What is written reads back as what it was, and looks as a careful person would write it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.sources.text import CONTROL, decoded
from site_builder.sources.written import written, written_scalar
from site_builder.sources.yaml import Value, read_yaml

LONG = "A tenant who wants the heating mended, a mechanic who says which part is worn and a voter at a town meeting all"
ODD = st.sampled_from(
    ["", " ", "null", "~", "Null", "true", "no", "010", "a: b", "a:", ":a", "a #b", "#", "- a", "-a", "---", "--- a"]
    + ["...", "'", '"', "it's", 'say "yes"', "{a}", "[b]", "a, b", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "?", "? a"]
    + ["a\tb", "\ta", "a\n", "\na", "a\n\nb", "a\n  b\nc", "a \nb", "  a\nb", "a\n\n", "\\", "\\n", "\u2028", "a\u2029b"]
    + ["\u200b", "\ufeff", "\u00a0", "é", "e\u0301", "日本語", "🙂", "x" * 130, f"{LONG} {LONG}", f"{LONG}  {LONG}"]
    + ["word " * 60, ("word " * 60).strip(), f"{'x' * 200} {'y' * 200} # {'z' * 9}: ", "a\r\nb", "<<", "=", "a\x7fb"]
)
TEXTS = (st.text() | ODD | st.lists(ODD).map(" ".join) | st.lists(ODD).map("\n".join)).filter(
    lambda it: not CONTROL.search(it)
)
SCALARS = st.none() | TEXTS
KEYS = TEXTS.filter(lambda it: it == it.strip()).map(lambda it: __import__("unicodedata").normalize("NFC", it))
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


def read(text: str) -> Value:
    """What a reader makes of a file with this text."""
    plain, _ = decoded("a.yml", text.encode())
    value, problems = read_yaml("a.yml", plain)
    assert problems == []
    return value


@given(VALUES)
@example({"a": "x" * 1100, "b" * 1100: ["c", None]})
def test_what_is_written_reads_back(value: Value) -> None:
    assert read(written(value)) == value


@given(SCALARS)
def test_a_text_reads_back_on_its_line_and_in_brackets(text: str | None) -> None:
    assert read(f"a: {written_scalar(text)}\n") == {"a": text}
    assert read(f"a: [{written_scalar(text, in_brackets=True)}, b]\n") == {"a": [text, "b"]}
