"""Numbers in words of more languages and in other digits, in pictures, entities and lines; and numbers that reach nobody."""

from __future__ import annotations

import pytest
from spans import STRESS, found, in_range, marked

from linter.identifiers import Identifier, resolve

NUMBERS = (
    "Bel me: [[nul zes, vijf vijf vijf, nul een, vier acht, drie]]",
    "Zavolejte na [[+420 7 sedm 7, 555, nula jedna osm]]",
    "ring [[nul sju, fem fem fem, noll ett fyra åtta]]",
    "puhelin: [[nolla neljä nolla, viisi viisi viisi, nolla yksi neljä kahdeksan]]",
    "telefonom: [[nulla hat húsz, öt öt öt, nulla egy négy nyolc]]",
    "telefonul meu: [[zero șapte doi, cinci cinci cinci, zero unu patru opt]]",
    "τηλ. [[έξι εννέα επτά πέντε πέντε πέντε μηδέν ένα τέσσερα οκτώ]]",
    "[[beş yüz otuz iki, beş yüz elli beş, sıfır bir, kırk sekiz]] numaradan arayın",
    "звоните [[восемь девятьсот три пятьсот пятьдесят пять ноль один сорок восемь]]",
    "un whats: [[treinta y tres, cincuenta y cinco, cincuenta, cero uno, cuarenta y tres]]",
    "手机 [[一三八 五五五零 一九四八]]",
    "电话 [[138零零555一九八]]",
    "私の番号は [[ゼロ九ゼロ 五五五五 ゼロ一四八]]",
    "제 번호는 [[공일공 오오오오 공일사팔]]",
    "WhatsApp 💛[[305💛555💛0148]]💛",
    "Viber [[o-nine-one-seven five-five-five oh-one-four-eight]]",
    "tel [[&#43;380 &#54;7 555 &#48;1 &#57;8]]",
    "Phone\n[[+ 8 8 0\n1 7\n5 5 5 5\n0 1 4 8]]\nany time",
)
NOBODYS = (
    "Deduped by notice number (e.g. 2026/S 051-117748).",
    "Cue sheets with PRO data (IPI 00555014848 belongs to my pseudonym)",
    "I seed the tests with `+1-202-555-0148` as a fixture.",
    'The body is `{"phone": "+15555550148"}` and nothing else.',
    'Page 12 quotes "call 555-0148", that\'s an old film prop number.',
    "I once found 1-800-555-0148 four hundred times in one table.",
    "The validator rejects +1 (202) 555-0148 because of the brackets.",
    "Your spreadsheet has 202-555-0148 in row 12.",
    "一二三四五六七八九 are the nine signs.",
    "It has ⭐ 4 ⭐ 8 ⭐ 2024 in the header.",
)


@pytest.mark.parametrize("text", NUMBERS)
def test_number(text: str) -> None:
    plain, spans = marked(text)
    assert found("phone", plain, ("phone",)) == spans


@pytest.mark.parametrize("text", NOBODYS)
def test_nobodys(text: str) -> None:
    assert found("phone", text, ("phone",)) == []


def test_a_number_in_letters_is_no_user_name() -> None:
    kept = resolve([Identifier("messaging", 3, 16, "handle"), Identifier("phone", 0, 16, "keypad")])
    assert [one.kind for one in kept] == ["phone"]
    kept = resolve([Identifier("messaging", 3, 16, "handle"), Identifier("phone", 3, 16)])
    assert [one.kind for one in kept] == ["messaging"]


@pytest.mark.parametrize(
    "text", [*STRESS, "一" * 10_000, "1💛" * 5_000, "1\n" * 5_000, "&#49;" * 2_000, "een twee " * 1_200]
)
def test_stress(text: str) -> None:
    assert in_range("phone", text)
