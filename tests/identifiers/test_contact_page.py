"""Pages for forms, appointments and applications on hosts that no list knows."""

from __future__ import annotations

import pytest
from spans import found, marked

PAGES = (
    "There's a form, [[lindenfonts.example/shout-at-me]], send your logo through it.",
    "Réservez un créneau : [[rdv.phare-et-fil.example/decouverte]]",
    "Записаться: [[mayakfoto.example/zapis]]",
    "Форма заявки: [[mayakfoto.example/zayavka]]",
    "prenota qui: [[faroepietra.example/prenota]]",
    "plan een kennismaking: [[vuurtoren.example/afspraak]]",
    "boka tid: [[fyrstudion.example/boka]]",
    "Randevu: [[fenerkoy.example/randevu]]",
    "预约：[[dengtadesign.example/yuyue]]",
    "put your name on the waiting list using [[lighthousefelt.example/waitlist-form]].",
    "or put your opening into our ATS: [[jobs.lanternpool.recruitee.example/o/client-request]]",
    "We book through our form [[https://lanternpool-team.typeform.example/to/k3Qz]]",
    "Take half an hour of mine at [[https://cal.example.com/lindenkiln/intro]] and I'll show you.",
    "[[https://teams.example.com/l/meetup-join/19%3ameeting_abc]] is my standing bridge.",
    "More about me and a small form: [[lindenkiln.example/hello]]",
)
OTHERS = (
    "I tested pondandpine.example/contact for you and the form fails.",
    "Please fix https://pondandpine.example/appointments/new, the ticket says.",
    "The route is on pondandpine.example/zapis in the old theme.",
    "Your booking form at pondandpine.example/boka needs a label.",
    "I built the application form at pondandpine.example/careers-wizard for a client.",
)


@pytest.mark.parametrize("text", PAGES)
def test_page(text: str) -> None:
    plain, spans = marked(text)
    assert found("link", plain, ("link",)) == spans


@pytest.mark.parametrize("text", OTHERS)
def test_others(text: str) -> None:
    assert found("link", text, ("link",)) == []
