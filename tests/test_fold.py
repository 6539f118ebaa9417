"""What folding undoes, what it leaves alone, and that every folded character knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.alike import DRAWN_ALIKE, PLAIN
from linter.fold import fold, fold_char

UNDONE = [
    ("𝗺𝗮𝘆𝗮@𝗴𝗺𝗮𝗶𝗹.𝗰𝗼𝗺", "maya@gmail.com"),
    ("𝓳𝓸𝓷𝓪𝓼 𝕵𝖔𝖓 𝙹𝚘𝚗 𝔍𝔬𝔫 ℓℯℊ", "jonas jon jon jon leg"),
    ("ｊｏｈｎ＠ｇｍａｉｌ．ｃｏｍ", "john@gmail.com"),
    ("ⓝⓐⓓⓘⓐ ⒷⒸ", "nadia bc"),
    ("🄹🄰🄽🄴 🅙🅐🅝🅔 🅹🅰🅽🅴", "jane jane jane"),
    ("ᴊᴀɴᴇ ꜱᴋʏᴘᴇ", "jane skype"),
    ("ʲᵃⁿᵉ", "jane"),
    ("ɯoɔ˙lᴉɐɯƃ", "moc.liamg"),
    ("4️⃣1️⃣5️⃣", "415"),
    ("④①⑤ ❹❶❺ ➃➀➄ ⁴¹⁵ ₄₁₅ 𝟜𝟙𝟝 𝟒𝟏𝟓 ４１５ 🔟", "415 415 415 415 415 415 415 415 10"),
    ("٤١٥ ۴۱۵ ४१५ ৪১৫ ௪௧௫ ๔๑๕", "415 415 415 415 415 415"),
    ("m̶a̶y̶a̶@̶x̶.̶c̶o̶", "maya@x.co"),
    ("jöhn.dóé@gmáil.com", "john.doe@gmail.com"),
    ("jo\u0308hn", "john"),
    ("ja\u200bne\u00ad@\u2060x\ufeff.c\u200do", "jane@x.co"),
    ("\u202emoc.liamg@ayam\u202c", "moc.liamg@ayam"),
    ("a\u180eb\u034fc\ufe0fd\U000e0101e", "abcde"),
    ("Don’t “say” 5–6 — or…", 'don\'t "say" 5-6 - or...'),
    ("jane【at】mail❨dot❩com", "jane[at]mail(dot)com"),
    ("mаyа@gmаil.соm", "maya@gmail.com"),
    ("ΗELLO Νet ΜAIL", "hello net mail"),
    ("Ꭺnna Ꮮisa ꓐob", "anna lisa bob"),
    ("WhаtsАpp", "whatsapp"),
    ("🇯🇦🇾🇪", "jaye"),
    ("🇹🇪🇱🇪🇬🇷🇦🇲", "telegram"),
    ("🇼🇭🇦🇹🇸", "whats"),
    ("Straße Łódź Æsir Đorđe", "strasse lodz aesir dorde"),
    ("№ 5 ™", "no 5 ™"),
    ("₮ⱧɆ_₳Ɽ₮@Ɏ₳ⱧØØ.₣Ɽ", "the_art@yahoo.fr"),
    ("🇱🇮🇧🇪🇷🇴.🇮🇹", "libero.it"),
    ("🇲🇦🇮🇱 🇦🇹 🇺🇰🇷", "mail at ukr"),
    ("ja\u3164ne\uffa0@x", "jane@x"),
    ("➀➁🄋", "120"),
]

KEPT = [
    "Пишите мне в телеграм, отвечу сегодня. Наш сайт скоро откроется!",
    "Я працюю дистанційно, пишіть будь-коли; її проєкт готовий.",
    "Καλημέρα, μπορώ να ξεκινήσω αύριο το πρωί. Η ομάδα είναι έτοιμη.",
    "मैं आपकी वेबसाइट पर काम कर सकता हूँ।",
    "أستطيع أن أبدأ العمل غدا صباحا إن شاء الله",
    "میں کل سے کام شروع کر سکتا ہوں",
    "こんにちは、よろしくお願いします",
    "안녕하세요 저는 개발자입니다",
    "Ես ծրագրավորող եմ",
    "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ",
]

FLAGS = ["🇺🇸", "🇺🇸🇬🇧🇩🇪", "🇵🇱 🇨🇿", "live in 🇺🇦🇵🇭 now"]


@pytest.mark.parametrize(("text", "folded"), UNDONE)
def test_disguise_is_undone(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize("text", KEPT)
def test_other_scripts_stay(text: str) -> None:
    folded = fold(text).text
    assert not any(c.isascii() and c.isalnum() for c in folded)
    assert folded == text.lower()


SCRIPTS = {
    "Cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюяїієґАВЕКМНОРСТУХ",
    "Greek": "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "Hindi": "अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशसहािीुूेैोौंः्",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإةىپچڈکگہےّ",
}


@pytest.mark.parametrize("script", SCRIPTS)
@given(st.data())
def test_a_text_of_one_script_stays(script: str, data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet=SCRIPTS[script] + " .,!?-0123456789\n", max_size=80))
    assert not any(c.isascii() and c.isalpha() for c in fold(text).text)


@pytest.mark.parametrize("price", ["₱500 and ₦5,000", "PHP₱500, ₱ 500k", "₿ 0.5 BTC", "₩₩ or ₱₱"])
def test_prices_stay(price: str) -> None:
    assert fold(price).text == price.lower()


def test_digits_in_another_script_do_not_touch_its_letters() -> None:
    assert fold("मेरा नंबर ९८२ है").text == "मेरा नंबर 982 है"


@pytest.mark.parametrize("text", FLAGS)
def test_flags_stay(text: str) -> None:
    assert fold(text).text == text


def test_a_borrowed_word_in_russian_is_not_undone() -> None:
    assert fold("email-рассылка и Django-разработчик").text == "email-рассылка и django-разработчик"


def test_places_point_into_the_source() -> None:
    source = "Write: j\u200ba\u0301n…e"
    folded = fold(source)
    assert folded.text == "write: jan...e"
    assert folded.source(7, 10) == (7, 12)
    assert folded.source(10, 13) == (12, 13)
    assert folded.source(11, 12) == (12, 13)
    assert folded.offset(12) == 10
    assert folded.source(14, 14) == (14, 14)


def test_an_emoji_digit_covers_its_enclosing_marks() -> None:
    folded = fold("x 4️⃣1️⃣")
    assert folded.source(2, 3) == (2, 5)
    assert folded.source(2, 4) == (2, 8)


@pytest.mark.parametrize(("char", "plain"), [*PLAIN.items(), *DRAWN_ALIKE.items()])
def test_tables_map_single_characters(char: str, plain: str) -> None:
    assert len(char) == 1
    assert not char.isascii()
    assert 1 <= len(plain) <= 2
    assert plain in (char, "·") or plain.isascii()
    assert plain == plain.lower()


@pytest.mark.parametrize("char", DRAWN_ALIKE)
def test_a_look_alike_keeps_its_script_alone(char: str) -> None:
    assert fold(char).text == char.lower()
    assert fold(f"x{char}").text == "x" + DRAWN_ALIKE[char]
    assert (
        char.lower() not in DRAWN_ALIKE or char.upper() in DRAWN_ALIKE or char.upper() == char or len(char.upper()) > 1
    )


TRICKY = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(
            "аеоΗηΣςσμßẞİıﬁǅ…ſK①⒈４🇯🇦🇳🇪🇺🇸\u0301\u0336\u20e3\ufe0f\u200b\u00ad\u202e\u0345\u1e9bЙйё₱₳Ɽ\u3164 @.+_ab1\n\r\t"
        ),
    ),
    max_size=60,
)


@settings(max_examples=1500, deadline=None)
@given(TRICKY)
@example("bа\u0301х")
@example("🇯🇳🇪\u0301а")
@example("xΣ")
@example("\u0345ͅ")
def test_folding_any_text(text: str) -> None:
    folded = fold(text)
    size = len(folded.text)
    assert len(folded.starts) == len(folded.ends) == size
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert all(
        folded.starts[i] <= folded.starts[i + 1] and folded.ends[i] <= folded.ends[i + 1] for i in range(size - 1)
    )
    assert fold(folded.text).text == folded.text


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_ascii_only_changes_case(text: str) -> None:
    assert fold(text).text == text.lower()
    assert fold(text + "é").text == text.lower() + "e"
    assert list(fold(text).starts) == list(range(len(text)))


@given(
    st.text(alphabet=st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=30), st.integers(0, 40)
)
def test_offset_finds_the_folded_place(text: str, place: int) -> None:
    folded = fold(text)
    offset = folded.offset(place)
    assert 0 <= offset <= len(folded.text)
    assert all(start < place for start in list(folded.starts)[:offset])
    assert all(start >= place for start in list(folded.starts)[offset:])


def test_one_character_at_a_time() -> None:
    assert fold_char("é") == "e"
    assert fold_char("\u200b") == ""
    assert fold_char("й") == "й"


@pytest.mark.parametrize("piece", ["😀", "\u0301", "🇦", "а", "(", "①", "а\u0301b", "\u200b"])
def test_long_runs_end(piece: str) -> None:
    assert fold(piece * 10_000).text is not None
