"""User names in disguise: what a passage reads like, where its characters are written, and what is found in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spans import found, in_range, marked

from linter.draft import Draft
from linter.identifiers.base import Passage
from linter.identifiers.handle_reading import Reader
from linter.rulebook.words import load_words

READER = Reader(load_words())


def passage(text: str) -> Passage:
    """The whole of a text."""
    draft = Draft.from_text(text)
    return Passage(draft, 0, len(draft.folded.text))


READINGS = (
    ("tg: n o o r _ k 4", "tg: noor_k4"),
    ("tg: n-o-o-r-k-4", "tg: noork4"),
    ("ig: noor underscore kite dot k", "ig: noor_kite.k"),
    ("ig: noor (underscore) kite", "ig: noor_kite"),
    ("ig: noor[.]kite", "ig: noor.kite"),
    ("ig: noor guión bajo kite", "ig: noor_kite"),
    ("инста: noor нижнее подчёркивание kite", "инста: noor_kite"),
    ("skype: noor point kite", "skype: noor.kite"),
    ("skype: noor point of view", None),
    ("tg (at) noor_kite", "tg @noor_kite"),
    ("tg: at noor_kite", "tg: @noor_kite"),
    ("tg: at weekends only", None),
    ("тг собака noor_kite", "тг @noor_kite"),
    ("tg: no**or_ki**te", "tg: noor_kite"),
    ("tg: no<b>or_ki</b>te", "tg: noor_kite"),
    ("tg: __@noor_kite__", "tg: @noor_kite"),
    ("tg: noor&#95;kite", "tg: noor_kite"),
    ("tg: noor%5Fkite", "tg: noor_kite"),
    ("tg: %6E%6F%6F%72", "tg: noor"),
    ("tg: \u202eetik_roon\u202c ok", "tg: noor_kite ok"),
    ("tg: \u202ek t i k\u202c", "tg: kitk"),
    ("R&D for Telegram", None),
    ("a plain line about Telegram", None),
)


@pytest.mark.parametrize(("text", "reading"), READINGS)
def test_reading(text: str, reading: str | None) -> None:
    read = READER(passage(text))
    assert (read.places.text if read and read.places.text != text.lower() else None) == reading


def test_places_lead_back_to_what_is_written() -> None:
    text = "On Telegram I am n o o r underscore k, ask away."
    read = READER(passage(text))
    assert read is not None
    start = read.places.text.index("noor_k")
    assert text[slice(*read.written(start, start + 6))] == "n o o r underscore k"


def test_the_source_of_a_reading() -> None:
    text = "Тг: \u202eetik_roon\u202c"
    read = READER(passage(text))
    assert read is not None
    start = read.places.text.index("noor")
    first, last = read.passage.folded.source(start, start + 1)
    assert text[first:last] == "n"


FOUND = {
    "messaging": (
        "Telegram: [[n o o r k i t e]]",
        "my disc is [[m o s s g o b l i n]] (no spaces)",
        "Discord: [[noor underscore kite]]",
        "TG: [[noor (underscore) kite]]",
        "my tg is [[noor[.]kite]]",
        "Skype ( [[noor dot kite dot 88]] )",
        "в скайпе мой логин [[verstak точка noor]], напишите",
        "Mi Telegram: [[noor guion bajo kite]]",
        "Manager in TG 👉 [[собака noor_kite]]",
        "Telegram: «[[@noor_kite]]»",
        "Telegram: [[[noor_kite]]]".replace("[[[", "[ [[").replace("]]]", "]] ]"),
        "Signal: ➡️ [[noor_kite]]",
        "Viber: **[[noor_kite]]**",
        "Viber: [[no**or_ki**te]]",
        "Discord: `[[@noor_kite]]`",
        "WhatsApp: [[noor&#95;kite]]",
        "LINE: \u202e[[etik_roon]]\u202c",
        "Kakao: [[&#110;&#111;&#111;&#114;&#95;&#107;]]",
        "tg is where I am all day → [[0xferret]] (add the @)",
        "QQ [[二八三九一一四四〇二]]",
        "Session [[05c1d29a7be04f3386aa90e1b74cd25f8e6610397b2ac4d8ef0157396ab8cd42e1]]",
        "Threema [[H4T7QPKM]]",
        "telegram[[@noorkite]]",
        "✈️ [[noor_kite]]",
    ),
    "social": (
        "IG [[noor dot kite]], write any time",
        "Instagram: [[@ n o o r _ k i t e]]",
        "insta → [[noor (underscore) kite]]. Write me.",
        "TikTok: [[noor<b>.ki</b>te]]",
        "LinkedIn: “[[noor_weber]]”",
        "Instagram: [[esther.writes]]",
        "Me acha no X, sou [[noor_kite]].",
        "My dresses are in Instagram, [[noor_stitch]]. It is easier to call me on Viber.",
        "follow me [[@noor.kite]]",
        "Sígueme: [[@noor.kite]]",
    ),
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_found(kind: str, text: str) -> None:
    plain, spans = marked(text)
    assert found(kind, plain, (kind,)) == spans


HARMLESS = (
    "LinkedIn: data point analysis",
    "Instagram: polka dot prints",
    "X: a b c d e",
    "Facebook: C P C and C P M",
    "Slack's `conversations.history` is limited now",
    "Discord: `on_message` handlers",
    "Telegram: at weekends only",
    "drop your tg handle otherwise I can't find you",
    "prefer usdc, no upw0rk fee, tg is fine later",
    "Thank you!\n@Olu __ Webflow developer",
    "telegram@work",
    "Zoom: at 10.30 your time",
    "TikTok: 4x-growth in a year",
    "Instagram handle: the brand's own",
    "In Telegram, escape the underscore and the dot",
    "cell 4o2.555.o1.six.two, Telegram later",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless(text: str) -> None:
    assert found("messaging", text, ("messaging", "social")) == found("social", text, ("social",)) == []


@given(
    st.lists(
        st.sampled_from(
            ["tg: ", "&#95;", "%5f", "\u202e", "\u202c", "**", "<b>", "__", "`", "j a n e ", " dot ", "(at)", "собака ", "➡️", "[", "]", "ß", "\n"]
        ),
        max_size=25,
    ).map("".join)
)  # fmt: skip
def test_any_mixture(text: str) -> None:
    assert in_range("messaging", text)
    assert in_range("social", text)
