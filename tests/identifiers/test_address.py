"""Street and mailing addresses, and places, listings and products that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spans import STRESS, found, in_range, marked

FOUND = (
    "Ship it to [[48 Juniper Lane, Unit 3, Boise, ID 83702]].",
    "My office is at [[9 Albert Embankment, London SE1 7SP]].",
    "[[17 Orchard Close, Bath BA1 5QP]]",
    "Visit us: [[Hauptstraße 27, 10827 Berlin]]",
    "Anschrift: [[Lindenallee 4a, 20259 Hamburg]]",
    "Büro: [[Am Markt 12, 28195 Bremen]]",
    "mon atelier : [[14 bis, rue des Lilas, 69003 Lyon]]",
    "[[3 place de la République, 31000 Toulouse]], venez !",
    "Mi oficina: [[Calle de Alcalá 45, 3º B, 28014 Madrid]]",
    "Estoy en [[Avda. Libertad 120, 46001 Valencia]]",
    "Escritório: [[Rua das Flores, 215, 4050-262 Porto]]",
    "[[Av. Paulista, 1578 - Bela Vista, São Paulo - SP, 01310-200]]",
    "Ufficio: [[Via Garibaldi 8, 20121 Milano]]",
    "biuro: [[ul. Długa 14/3, 31-147 Kraków]]",
    "[[al. Jerozolimskie 100, 00-807 Warszawa]]",
    "Мой офис: [[ул. Ленина, д. 15, кв. 8, 630099 Новосибирск]]",
    "офіс: [[вул. Хрещатик 22, 01001 Київ]]",
    "kantor: [[Jl. Sudirman No. 45, Jakarta 10210]]",
    "address: No. [[12, Jalan Ampang, 50450 Kuala Lumpur]]",
    "Office address: [[Flat 302, Sai Residency, MG Road, Pune 411001]]",
    "Address: [[Plot No. 14, Phase 2, Industrial Area, Chandigarh 160002]]",
    "send samples to [[House 12, Street 5, F-7/2, Islamabad]]",
    "Blk 5 Lot [[12 Mabini St., Brgy. San Roque, Quezon City 1109]] is where I live, address for parcels",
    "adres: [[Keizersgracht 210, 1016 DX Amsterdam]]",
    "Kontor: [[Storgatan 12, 111 23 Stockholm]]",
    "mail it to [[PO Box 221, Dunedin 9054]]",
    "Postfach: [[Postfach 1204, 8021 Zürich]]",
    "Post to [[GPO Box 4410, Sydney NSW 2001]]",
    "studio: [[1-12-3 Jingumae, Shibuya-ku, Tokyo 150-0001]]",
    "My studio is [[220 W 24th Street, Apt 9, New York, NY 10011]]",
    "drop by [[55 King St W, Toronto, ON M5K 1A2]]",
    "come by my workshop at [[12 Mill Road]]",
    "The parcel goes to [[88 Rundle Mall Parade, Adelaide SA 5000]]",
    "Our office: [[Bulevardul Unirii 15, 030823 București]]",
    "Adresa: [[Vodičkova 30, 110 00 Praha]]",
    "cím: [[Váci utca 12, 1052 Budapest]]",
    "adres: [[Atatürk Caddesi 45, 35210 İzmir]]",
    "Regards,\nJoe\n[[12 Mill Road, Leeds]]\nTel 020 7946 0318",
    "Post to:\n[[9 Park Lane\nLeeds LS1 4AB]]",
)

NOT_FOUND = (
    "I live in Porto, Portugal (GMT+1).",
    "Based in New York, USA",
    "12 Street View images per listing",
    "3 Google Drive folders and 2 Dropbox links",
    "Route 53, ALB, SES",
    "I drove 30 leads to 5 landing pages",
    "Wall Street 2 and Main Street themes",
    "The listing at 1420 Harbor View Drive, Oakland, CA 94607 needs photos.",
    "Staged the house at 5 Park Avenue, Denver, CO 80202",
    "I designed the site for 21 Baker Street Museum",
    "Render of 17 Orchard Close, a 4 bedroom property",
    "Sprint 12: Lane detection",
    "5 Way split tests, 2 Road maps",
    "I finished 10 Court Booking apps",
    "24 Hour Place",
    "Place 3 orders per day",
    "Passage 4 of the text",
    "Route 66 project, Square 1",
    "Google Ads, Meta 5 Square",
    "Room 101 by Orwell",
    "Floor 3, unit 5 tests",
    "Unit 5 of the course, Level 3",
    "Suite 4 of tests",
    "In 2019 Drive was released",
    "Top 10 Way to cook",
    "San Francisco, CA 94107 area",
    "London SE1 designers",
    "Berlin 10115 residents survey",
    "10001 New York zip codes",
    "Address fields: Street 1, Street 2, City, ZIP",
    "parse 123 Main St, Springfield, IL 62701 style addresses",
    "geocoding 350 Fifth Avenue, New York, NY 10118",
    "Windows 10 Drive encryption",
    "2 Circle logos and 3 Square banners",
    "Python 3 Way to go",
    "5 Star Court designs",
    "iOS 17 Park app",
    "Open Monday to Friday, 9 to 5",
    "Via Zoom 2 times a week",
    "via Slack 3 days",
    "Plan 9 from Bell Labs",
    "am 5. März 2024",
    "im Jahr 2024",
    "Am 12 uhr",
    "zum 1. Mai",
    "Straße 5 ist nur ein Beispiel",
    "I worked on 10 Downing Street replica scenes for a film.",
    "Hire 5 Lane Health designers",
    "1 Drive, 2 Drives",
    "Calle 13 fan site",
    "Avenue 5 (HBO) subtitles",
    "Rue 21 store redesign",
    "Piazza 2.0 release",
    "6 pm - 2 am IST for US projects",
    "In the studio: Neve 1073, LA-2A, Genelec 8351.",
)


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    plain, spans = marked(text)
    assert found("address", plain, ("address",)) == spans


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert found("address", text, ("address",)) == []


@pytest.mark.parametrize("text", STRESS)
def test_long_runs_end(text: str) -> None:
    assert in_range("address", text)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["12", "Baker", "Street,", "London", "NW1", "6XE", "ul.", "Długa", "rue", "Apt", "PO", "Box", "\\n"]
        ),
        max_size=25,
    ),
    st.text(max_size=20),
)
def test_offsets_are_in_range(pieces: list[str], noise: str) -> None:
    assert in_range("address", " ".join(pieces) + noise)
    assert in_range("address", noise + "".join(pieces))


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    assert in_range("address", text)
