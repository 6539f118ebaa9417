"""Invented identifiers of every kind, drawn at random. None of them is taken from the recognisers or their tests."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

KINDS = ("email", "phone", "messaging", "social", "link", "address")


@dataclass(frozen=True, slots=True)
class Invented:
    """An identifier as it would be written plainly. `app` is the tool or network of a handle."""

    kind: str
    text: str
    app: str = ""


FIRST = (
    "maya jonas nadia ravi kofi amina luis chiara piotr oksana dmitri fatima bilal rosa joao pierre anke sven wei hana "
    "joel grace tunde priya arjun sana omar leila yusuf dewi budi linh kemal ayse vera goran ines tomas eva noor"
).split()
LAST = (
    "okafor weber lindqvist kumar mensah haddad romero bianchi nowak shevchenko volkov rahman qureshi santos ferreira "
    "moreau schuster berg zhang tanaka cruz otieno adeyemi iyer mehta siddiqui farouk hosseini wijaya santoso tran demir "
    "petrova kovac marin svoboda horvat elamin pereira"
).split()
_MAKES = "pixel code bright north river copper maple quiet blue swift ember lumen paper stone harbor".split()
_THINGS = "forge haus loop works craft labs mint field lane crew nest byte grid kite dock".split()
_TRADES = "dev ux codes design writes art studio media web data seo edits".split()
_PROVIDERS = (
    "gmail.com gmail.com gmail.com gmail.com outlook.com outlook.com yahoo.com yahoo.com hotmail.com icloud.com proton.me "
    "protonmail.com gmx.de web.de yahoo.co.uk yahoo.fr live.com mail.ru yandex.ru ukr.net rediffmail.com zoho.com aol.com "
    "libero.it wp.pl orange.fr uol.com.br bk.ru fastmail.com mail.com"
).split()
_ENDINGS = (
    "com com com net org io dev co studio design agency de fr es it nl pl se in pk ng co.uk com.br com.au com.mx ru ua "
    "ph id tech me app site online xyz"
).split()

# National and international forms by country; # is any digit, % one from 2 to 9. Numbers kept for fiction where a country has them.
_PHONES = {
    "US": ("(4%%) 555-01##", "3%%-555-01##", "7%%.555.01##", "+1 6%% 555 01##", "+1 (2%%) 555-01##", "1-9%%-555-01##", "+19%%55501##"),
    "CA": ("(416) 555-01##", "+1 604-555-01##", "514 555 01##"),
    "UK": ("07700 900###", "+44 7700 900###", "020 7946 0###", "+44 (0)20 7946 0###", "+447700900###", "0161 496 0###", "07700900###"),
    "IE": ("+353 20 915 ####", "085 555 ####", "(01) 555 ####"),
    "AU": ("0491 570 ###", "+61 491 570 ###", "(02) 5550 ####", "+61 2 5550 ####"),
    "NZ": ("+64 21 555 ####", "021 555 ####"),
    "IN": ("+91 98%%0 555##", "+91-98%%0-555##", "98%%0 555##", "+9198%%0555##", "9%%%055###", "098%%0 555##", "+91 (98%%) 055 5###"),
    "PK": ("+92 3%% 555 ####", "03%%-555####", "03%% 555 ####", "+923%%555####", "0092 3%% 555####"),
    "BD": ("+880 17%%-555###", "017%%-555###", "+88017%%555###", "01755 5#####"),
    "LK": ("+94 77 555 ####", "077 555 ####"),
    "NP": ("+977 98%% 555###", "98%%-555###"),
    "PH": ("+63 917 555 ####", "0917 555 ####", "0917-555-####", "+63917555####", "(02) 8555 ####"),
    "ID": ("+62 812-5550-####", "0812 5550 ####", "0812-5550-####", "+628125550####"),
    "VN": ("+84 90 555 ## ##", "0905 55# ###", "090 555 ####"),
    "MY": ("+60 12-555 ####", "012-555 ####"),
    "NG": ("+234 803 555 ####", "0803 555 ####", "+234803555####", "0803-555-####"),
    "KE": ("+254 712 555 ###", "0712 555 ###", "+254712555###"),
    "GH": ("+233 24 555 ####", "024 555 ####"),
    "ZA": ("+27 82 555 ####", "082 555 ####"),
    "EG": ("+20 100 555 ####", "0100 555 ####", "+20100555####"),
    "MA": ("+212 6 61 55 5# ##", "06 61 55 5# ##"),
    "AE": ("+971 50 555 ####", "050 555 ####", "+971-50-555####"),
    "SA": ("+966 55 550 ####", "055 550 ####"),
    "TR": ("+90 532 555 ## ##", "0532 555 ## ##", "+90 (532) 555 ####"),
    "UA": ("+380 67 555 ## ##", "067 555 ## ##", "+38 (067) 555-##-##", "(067) 555-##-##", "+38067555####"),
    "RU": ("+7 916 555-##-##", "8 (916) 555-##-##", "+7 (916) 555 ## ##", "8-916-555-##-##", "+7916555####"),
    "PL": ("+48 555 ### ###", "+48 601 55# ###", "601-55#-###", "601 55# ###"),
    "RO": ("+40 721 555 ###", "0721 555 ###", "0721.555.###"),
    "RS": ("+381 64 555 ####", "064 555-####"),
    "CZ": ("+420 601 555 ###", "601 555 ###"),
    "DE": ("0171 3920###", "+49 171 3920###", "030 23125 ###", "+49 (0)30 23125###", "+49 30 23125-###", "0171/3920###", "(0 30) 23 12 5###"),
    "FR": ("06 39 98 ## ##", "+33 6 39 98 ## ##", "06.39.98.##.##", "+33 (0)6 39 98 ## ##", "0639 98 ## ##"),
    "ES": ("+34 612 55# ###", "612 55 ## ##", "612 55# ###", "+34 612 55 ## ##"),
    "PT": ("+351 912 555 ###", "912 555 ###"),
    "IT": ("+39 333 555 ####", "333 555 ####", "333-555####", "+39 06 5550 ####"),
    "NL": ("+31 6 555 ## ###", "06-555#####", "06 555 ## ###"),
    "SE": ("070-174 06 ##", "+46 70 174 06 ##"),
    "BR": ("+55 11 95555-####", "(11) 95555-####", "11 95555 ####", "+55 (21) 95555-####", "(21) 9 5555-####", "+551195555####"),
    "MX": ("+52 55 5550 ####", "55 5550 ####", "+52 1 55 5550 ####", "(33) 5550 ####"),
    "CO": ("+57 310 555 ####", "310 555 ####"),
    "AR": ("+54 9 11 5550-####", "11 5550-####", "+54 11 5550 ####"),
    "VE": ("+58 414-555####", "0414-555####"),
    "PE": ("+51 955 55# ###", "955 55# ###"),
    "JP": ("+81 90-5550-####", "090-5550-####"),
    "CN": ("+86 138 5550 ####", "138 5550 ####"),
}  # fmt: skip

MESSAGING = ("Telegram", "WhatsApp", "Skype", "Discord", "WeChat", "Signal", "Viber", "LINE", "Slack", "KakaoTalk")
SOCIAL = ("Instagram", "LinkedIn", "Facebook", "Twitter", "TikTok", "Threads", "X")
_LINKS = (
    "https://wa.me/1415555{n}", "wa.me/44770090{n}", "https://t.me/{h}", "t.me/{h}", "https://discord.gg/{code}", "discord.gg/{code}",
    "https://m.me/{h}", "https://calendly.com/{h}/30min", "calendly.com/{h}", "https://cal.com/{h}/intro", "https://linktr.ee/{h}",
    "linktr.ee/{h}", "https://www.instagram.com/{h}", "instagram.com/{h}", "https://www.linkedin.com/in/{h}", "linkedin.com/in/{h}",
    "facebook.com/{h}", "https://zoom.us/j/8451234{n}", "https://meet.google.com/abc-defg-hij", "https://{site}/contact",
    "{site}/contact", "https://www.{site}/book-a-call", "https://signal.me/#p/+1415555{n}", "https://join.slack.com/t/{h}/shared_invite/zt-{code}",
    "https://line.me/ti/p/{code}", "https://forms.gle/{code}{code}", "https://chat.whatsapp.com/{code}{code}", "skype:{h}?chat",
)  # fmt: skip

_STREETS = {
    "US": ("{n} {N} Street, {C}, {S} {z5}", "{n} {N} Ave, Apt {k}, {C}, {S} {z5}", "{n} {N} Blvd Suite {n}, {C}, {S} {z5}", "P.O. Box {n}, {C}, {S} {z5}",
           ("Oakland", "Austin", "Tacoma", "Dayton"), ("CA", "TX", "WA", "OH")),
    "CA": ("{n} {N} Street, Unit {k}, {C}, {S} M5V 2T6", "{n} {N} Road, {C} {S} V6B 1A1", ("Toronto", "Vancouver", "Halifax"), ("ON", "BC", "NS")),
    "UK": ("{k} {N} Road, {C} NW1 6XE", "Flat {k}, {n} {N} Street, {C}, SE1 9GF", "{k} {N} Close, {C} LS6 3AB", ("London", "Leeds", "Bristol"), ("",)),
    "AU": ("{n} {N} Street, {C} {S} 3000", "Unit {k}/{n} {N} Road, {C} {S} 2010", ("Melbourne", "Geelong", "Sydney"), ("VIC", "NSW")),
    "DE": ("{N}straße {k}, {z5} {C}", "{N}weg {k}, {z5} {C}", "Am {N} {k}, {z5} {C}", ("Hamburg", "Köln", "Leipzig"), ("",)),
    "FR": ("{k} rue de la {N}, {z5} {C}", "{k} bis avenue {N}, {z5} {C}", "{n} boulevard {N}, {z5} {C}", ("Lyon", "Paris", "Nantes"), ("",)),
    "ES": ("Calle {N} {k}, 3º B, {z5} {C}", "C/ {N}, {k}, {z5} {C}", "Avenida de {N} {n}, {z5} {C}", ("Madrid", "Sevilla", "Valencia"), ("",)),
    "MX": ("Av. {N} {n}, Col. Roma Norte, {z5} {C}", "Calle {N} #{n}, Colonia Centro, {C}, CP {z5}", ("CDMX", "Guadalajara", "Puebla"), ("",)),
    "BR": ("Rua {N}, {n}, Vila Nova, {C} - SP, {z5}-{n}", "Av. {N}, {n}, apto {k}, {C}, CEP {z5}-{n}", ("São Paulo", "Campinas", "Recife"), ("",)),
    "IT": ("Via {N} {k}, {z5} {C}", "Piazza {N}, {k} - {z5} {C}", "Corso {N} {k}/A, {z5} {C}", ("Milano", "Torino", "Bari"), ("",)),
    "PL": ("ul. {N} {k}/{k}, {z2}-{n} {C}", "al. {N} {k}, {z2}-{n} {C}", ("Kraków", "Gdańsk", "Poznań"), ("",)),
    "TR": ("{N} Mah. Gül Sok. No: {k}, {C}", "{N} Caddesi No:{k} D:{k}, {z5} Kadıköy/{C}", ("İstanbul", "İzmir", "Ankara"), ("",)),
    "IN": ("Flat {n}, {N} Apartments, MG Road, {C} {z6}", "{k}, {N} Nagar, 2nd Cross, {C} - {z6}", "H.No. {k}-{n}, {N} Colony, {C} {z6}",
           "Plot No. {k}, Sector {k}, {N} Vihar, {C} {z6}", ("Pune", "Bengaluru", "Hyderabad", "Jaipur"), ("",)),
    "PK": ("House {n}, Street {k}, F-10/2, {C}", "House No. {k}-B, {N} Block, Model Town, {C}", "Plot {k}-C, Lane {k}, DHA Phase 6, {C}",
           ("Islamabad", "Lahore", "Karachi"), ("",)),
    "BD": ("House {k}, Road {k}, Sector 7, Uttara, {C} 1230", "House # {k}, Road # {k}, Dhanmondi, {C}", "{k}/A {N} Road, {C} 1207", ("Dhaka", "Chattogram"), ("",)),
    "PH": ("Blk {k} Lot {k}, {N} Subdivision, {C}, Cavite", "{n} {N} St., Brgy. San Roque, {C}", "Unit {n} {N} Tower, Ayala Ave, {C} 1226",
           ("Quezon City", "Makati", "Davao"), ("",)),
    "NG": ("{k} {N} Street, Ikeja, {C}", "No. {k}, {N} Close, Lekki Phase 1, {C}", "Plot {n} {N} Crescent, Wuse 2, {C}", ("Lagos", "Abuja"), ("",)),
    "KE": ("{N} Road, House No. {k}, {C}", "P.O. Box {n}-00100, {C}", "{N} Plaza, 3rd Floor, Moi Avenue, {C}", ("Nairobi", "Mombasa"), ("",)),
    "EG": ("{k} {N} Street, Nasr City, {C}", "{k} El {N} St., Apt {k}, Maadi, {C}", ("Cairo", "Giza"), ("",)),
    "UA": ("вул. Хрещатик, {k}, кв. {k}, {C}", "вул. Садова {k}, {C}, {z5}", "vul. {N} {k}, kv. {k}, {C}", ("Київ", "Львів", "Одеса"), ("",)),
    "RU": ("ул. Садовая, д. {k}, кв. {k}, {C}", "{z6}, {C}, ул. Лесная, {k}", "ul. {N} {k}, kv. {k}, {C}", ("Казань", "Самара", "Тверь"), ("",)),
    "ID": ("Jl. {N} No. {k}, {C} {z5}", "Jalan {N} Raya No.{k}, RT 03/RW 05, {C}", ("Bandung", "Jakarta Selatan", "Surabaya"), ("",)),
    "VN": ("{n} {N} Street, District 3, {C}", "{k} Nguyen Trai, Ward 7, District 5, {C}", "Số {k}, đường {N}, Quận 1, {C}", ("Ho Chi Minh City", "Hanoi"), ("",)),
}  # fmt: skip
_STREET_NAMES = (
    "Maple Harbor Willow Cedar Linden Garden Mercado Rosen Victoria Lavender Garibaldi Juniper Orchid Palma".split()
)


def digits(pattern: str, rng: Random) -> str:
    """The pattern with digits for its signs: # any, % from 2 to 9 but no 5."""
    return "".join(rng.choice("0123456789") if c == "#" else rng.choice("2346789") if c == "%" else c for c in pattern)


def handle(rng: Random) -> str:
    """A user name that nobody would take for a word."""
    first, last, trade = rng.choice(FIRST), rng.choice(LAST), rng.choice(_TRADES)
    forms = (f"{first}.{trade}", f"{first}_{last}", f"{first}{last}{rng.randint(3, 99)}", f"{first}{trade}{rng.randint(2, 99)}", f"{last}.{first[0]}{rng.randint(1, 9)}", f"the_{trade}_{first}")  # fmt: skip
    return rng.choice(forms)


def site(rng: Random) -> str:
    """A domain of an invented business."""
    return f"{rng.choice(_MAKES)}{rng.choice(_THINGS)}.{rng.choice(_ENDINGS)}"


def email(rng: Random) -> Invented:
    """A mail address, two times in three at a large provider."""
    first, last = rng.choice(FIRST), rng.choice(LAST)
    forms = (
        f"{first}.{last}",
        f"{first}{last}{rng.randint(1, 99)}",
        f"{first[0]}{last}",
        f"{first}_{last}",
        handle(rng),
    )
    if rng.random() < 2 / 3:
        return Invented("email", f"{rng.choice(forms)}@{rng.choice(_PROVIDERS)}")
    return Invented("email", f"{rng.choice((*forms, 'hello', 'studio', first))}@{site(rng)}")


def phone(rng: Random) -> Invented:
    """A number of one of the countries, in a national or the international form."""
    return Invented("phone", digits(rng.choice(_PHONES[rng.choice(tuple(_PHONES))]), rng))


def address(rng: Random) -> Invented:
    """A street or mailing address in the form of one of the countries."""
    *forms, cities, states = _STREETS[rng.choice(tuple(_STREETS))]
    filled = str(rng.choice(forms)).format(
        n=rng.randint(101, 989), k=rng.randint(2, 98), N=rng.choice(_STREET_NAMES), C=rng.choice(cities), S=rng.choice(states),
        z2=rng.randint(10, 99), z5=rng.randint(10001, 89999), z6=rng.randint(110001, 790001),
    )  # fmt: skip
    return Invented("address", filled)


def invent(kind: str, rng: Random) -> Invented:
    """An identifier of the kind."""
    if kind == "email":
        return email(rng)
    if kind == "phone":
        return phone(rng)
    if kind == "address":
        return address(rng)
    if kind == "link":
        code = "".join(rng.choice("abcdefghkmnpqrstuvwxyzABCDEFGH23456789") for _ in range(8))
        filled = rng.choice(_LINKS).format(
            n=f"{rng.randint(100, 199):04}", h=handle(rng).replace("_", "-"), code=code, site=site(rng)
        )
        return Invented("link", filled)
    sign = "@" if rng.random() < 0.5 else ""
    return Invented(kind, sign + handle(rng), rng.choice(MESSAGING if kind == "messaging" else SOCIAL))


COUNTRIES = tuple(_PHONES)
