"""Which characters are drawn like which ASCII ones: the tables of `fold`. Data, and what derives from it."""

from __future__ import annotations


def _pairs(*rows: tuple[str, str]) -> dict[str, str]:
    return {char: plain for chars, plains in rows for char, plain in zip(chars, plains, strict=True)}


# Undone whatever stands around them.
PLAIN = {
    **dict.fromkeys("‘’‚‛′´ʹʻʼʽˈ＇❛❜", "'"),
    **dict.fromkeys("“”„‟″〃❝❞«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−⁃﹘﹣－➖─━", "-"),
    **dict.fromkeys("。｡．․﹒⸳˙ꓸ", "."),
    **dict.fromkeys("﹫＠", "@"),
    **dict.fromkeys("・･‧∙⋅", "·"),
    **dict.fromkeys("〜～∼˜", "~"),
    **dict.fromkeys("⁄∕⧸", "/"),
    **dict.fromkeys("❨❪⦅", "("),
    **dict.fromkeys("❩❫⦆", ")"),
    **dict.fromkeys("【〔〖「『〘⟦❲⁅", "["),
    **dict.fromkeys("】〕〗」』〙⟧❳⁆", "]"),
    **dict.fromkeys("⟨〈《‹❬❮❰", "<"),
    **dict.fromkeys("⟩〉》›❭❯❱", ">"),
    **dict.fromkeys("❴⦃", "{"),
    **dict.fromkeys("❵⦄", "}"),
    **dict.fromkeys("\u2028\u2029\u0085\u2800", " "),
    **{"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"},
    **{"🔟": "10", "〇": "0", "🄋": "0", "🄌": "0", "℮": "e", "™": "™", "℠": "℠"},
    **_pairs(
        ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz"),  # small capitals
        ("ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ", "acefghijkmrtvwy"),  # turned letters
        ("ıȷɑɡɩʋ", "ijagiv"),
        ("ⱧⱨⱩⱪⱫⱬøØłŁđĐħĦŧŦŀĿƀɃɨƗʉɄɇɆɉɈɍɌɏɎⱥȺȼȻƶƵǥǤⱡⱠðÐ", "hhkkzzoollddhhttllbbiiuueejjrryyaacczzgglldd"),  # strokes
        ("ɓƁƈƇɗƊƒƑɠƓɦƙƘƥƤʠʈƭƬʂƴƳƞɲɱʐɽɫɬ", "bbccddffgghkkppqtttsyynnmzrll"),  # hooks
        ("ᗩᗪᗷᑕᖴᗰᑎᑌᐯᗯ᙭", "adbcfmnuvwx"),  # syllabics that stand for capitals in fancy text
    ),
    **{chr(first + i): chr(97 + i) for first in (0x1F130, 0x1F150, 0x1F170) for i in range(26)},  # squared, negative
}

# Undone in a word that mixes scripts, by how the lower-case letter is drawn.
_SMALL = _pairs(
    ("авгеёзіїјкмнопрстухьѕѵһӏԁԍԛԝүұӧӓӗҡқңҫҳє", "abree3iijkmhonpctyxbsvhldgqwyyoaekkhcxe"),  # Cyrillic
    ("αβγεηικνορσςτυχωϲϳ", "abyenikvopostuxwcj"),  # Greek
    ("օսհոռցզգյլ", "ouhnngqqjl"),  # Armenian
    ("ⲁⲃⲉⲍⲏⲓⲕⲙⲛⲟⲣⲥⲧⲩⲭ", "abezhikmnopctyx"),  # Coptic
)
# Capitals that look like another letter than their lower case does: a Greek Η is an H, its lower case is like an n.
_CAPITAL = _pairs(
    ("ΖΗΙΜΝΣΥ", "zhimney"),
    ("ՍՕՏ", "uos"),
    ("ᎠᎡᎢᎥᎩᎪᎫᎬᎳᎷᎻᏀᏂᏃᏎᏏᏒᏔᏙᏚᏞᏟᏢᏦᏧᏌᏴᏳ", "drtiyajewmhghz4brwvslcpkdubg"),  # Cherokee
    ("ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "bpdtgkjczfmnlsrvhwxyaeiou"),  # Lisu
)
# Signs of currencies that fancy text uses as letters; undone next to a letter, since "₱500" is a price.
CURRENCIES = _pairs(("₳฿₵₡₣₲₭₤₥₦₱₴₮₩₿", "abccfgklmnpstwb"))
DRAWN_ALIKE = {
    **{letter.upper(): plain for letter, plain in _SMALL.items()},
    **_SMALL,
    **{letter.lower(): plain for letter, plain in _CAPITAL.items() if "Ꭰ" <= letter <= "Ᏼ"},  # drawn as small capitals
    **_CAPITAL,
}

# Variation selectors, joiners, fillers and enclosing marks that belong to the character before them.
INVISIBLE = frozenset(
    "\u3164\uffa0\u115f\u1160\u034f\u180b\u180c\u180d\u180f\u20dd\u20de\u20df\u20e0\u20e2\u20e3\u20e4"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
# Lines through, under and over letters: no script needs them.
OVERLAYS = frozenset(
    "\u0305\u0332\u0333\u0334\u0335\u0336\u0337\u0338\u033f\u0347\u20d2\u20d3\u20d8\u20d9\u20da\u20e5\u20e6"
)

_CODES = """
ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw
by bz ca cc cd cf cg ch ci ck cl cm cn co cp cr cu cv cw cx cy cz de dg dj dk dm do dz ea ec ee eg eh er es
et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu ic id ie
il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc
md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe
pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv
sx sy sz ta tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um un us uy uz va vc ve vg vi vn vu wf ws
xk ye yt za zm zw
"""
COUNTRIES = frozenset(_CODES.split())  # two regional letters of these are a flag
