"""Contact links and own websites."""

from __future__ import annotations

import pytest
from harmless import HARMLESS
from hypothesis import given
from hypothesis import strategies as st
from spans import STRESS, found, in_range, marked

FOUND = (
    "My full contact page is at [[https://jonasweber.dev/contact]]",
    "See [[www.pixelforge.studio]] and fill in the contact form.",
    "Visit [[kodehaus.io]] to book me directly.",
    "Message me through my website: [[http://nadia-designs.com/hire-me]]",
    "my agency site is [[brightloop.agency]], use the chat bubble there",
    "Pick a time at [[cal.com/nadia/intro]]",
    "Join me now [[https://meet.google.com/abc-defg-hij]]",
    "My Zoom room is [[https://us02web.zoom.us/j/84512345678?pwd=abc]]",
    "[[https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc]] tomorrow at 10",
    "Meeting ID: [[845 1234 5678]] passcode 778812 on Zoom",
    "[[whereby.com/pixelforge]] is always open",
    "[[hxxps://jonasweber[.]dev/contact]]",
    "[[jonasweber dot dev slash contact]]",
    "[[pixelforge , studio]] (replace comma with a dot)",
    "[[bit.ly/3xJonas]]",
    "[[www pixelforge studio]] no dots",
    "[[kodehaus(.)io]]",
    "[[linktr.ee/mayapaints]]",
    "[[calendly dot com slash jonas-dev]]",
    "[Book a call]([[https://calendly.com/mira/intro]])",
    "[my portfolio]([[https://mirakovac.design]])",
    "Portfolio: [[https://mirakovac.design]]",
    "Website - [[mirakovac.design]]",
    "My website [[mirakovac.design]] has more case studies.",
    "You can see my full portfolio at [[mirakovac.design]]",
    "More about me: [[mirakovac.design/about]]",
    "I'm the founder of [[pixelforge.studio]]",
    "We run [[pixelforge.studio]], a small agency.",
    "Best,\nMira Kovac\n[[mirakovac.design]]",
    "Kind regards\nMira\n[[https://mirakovac.design]]",
    "Thanks,\nMira | [[mirakovac.design]]",
    "[[mirakovac.design]] is my portfolio.",
    "Have a look at [[mirakovac.design]] (my portfolio)",
    "My blog: [[notes.mirakovac.dev]]",
    "I write at [[notes.mirakovac.dev]] about Postgres.",
    "Our agency: [[pixelforge.studio]]",
    "check our website [[www.pixelforge.studio]] for more",
    "mi web: [[miraestudio.es]]",
    "Visita mi portafolio en [[miraestudio.es]]",
    "Meu site: [[bia.art.br]]",
    "Meine Webseite: [[weber-text.de]]",
    "Mon site : [[momo-pixel.fr]]",
    "Мой сайт: [[vladmotion.ru]]",
    "moje portfolio: [[kowalska.pl]]",
    "portfolio: [[mirakovac . design]]",
    "visit [[mirakovac[dot]design]]",
    "My portfolio is hosted on [[https://mirak.github.io]]",
    "Portfolio: [[https://mira.webflow.io]]",
    "Portfolio - [[mira.framer.website]]",
    "My CV site is [[https://mira.notion.site/cv]]",
    "Please fill this form: [[https://docs.google.com/forms/d/e/1FAIpQLSd/viewform]]",
    "start with [[https://tally.so/r/wMira1]]",
    "Brief form: [[https://pixelforge.typeform.com/to/abc123]]",
    "Book here: [[https://mirak.youcanbook.me]]",
    "[[https://calendar.app.google/AbCdEf123]]",
    "[[https://outlook.office365.com/owa/calendar/PixelForge@pixelforge.studio/bookings/]]",
    "schedule at [[tidycal.com/mira/30]]",
    "my calendly is [[mira-kovac/30min]]",
    "Apply to our team at [[https://pixelforge.workable.com]]",
    "[[https://beacons.ai/miracodes]]",
    "everything is here [[bio.link/miracodes]]",
    "Fill the brief at [[pixelforge.studio/start-a-project]]",
    "get in touch: [[https://pixelforge.studio/contact-us]]",
    "Contact form: [[pixelforge.studio/contact.html]]",
    "Termin buchen: [[https://weber-text.de/termin]]",
    "Book me on [[https://book.pixelforge.studio/mira]]",
    "request a quote via [[https://pixelforge.studio/get-a-quote]]",
    "zoom id [[555 014 2987]], passcode 1234",
    "I'm in the room now, meet code [[qza-idws-rkm]]",
    "jitsi: [[https://meet.jit.si/PixelForgeMira]]",
    "teams link [[https://teams.live.com/meet/9355501429]]",
    "[[cal . com / mira]]",
    "[[ca1endly.com/mira]]",
    "[[calendly(dot)com/mira]]",
    "[[linktr ee / mirakovac]]",
    "Google Meet: [[meet.google.com/abc-defg-hij]]",
    "my Calendly: [[jonas-dev/intro]]",
    "[[https://zoom.us/my/jonas]]",
    "[[https://airtable.com/appX1/pagY2/form]] please fill this in",
    "We're at [[pixelforge.studio]]",
    "My stuff lives at [[mirakovac.design]]",
    "Web: [[mirakovac.design]]",
    "Mira Kovac | Illustrator | [[mirakovac.design]]",
    "Hello, I'm Mira, a brand designer ([[mirakovac.design]]).",
    "More at [[kodehaus.io]]",
    "more → [[kodehaus.io]]",
    "Full rates and reviews on my page [[kodehaus.io]]",
    "Contact:\nWeb: [[kodehaus.io]]\nTG: @kodehaus_dev",
    "I host my own portfolio under [[https://jo.codes]]",
    "You'll find all my illustration work on [[oddfinch.art]].",
    "I keep an up-to-date portfolio over at [[oddfinch.art]]",
    "If you want to see who I am: [[oddfinch.art]]",
    "Hi there! Rosa here from Oddfinch, our studio site is [[oddfinch.art]] by the way.",
    "Our homepage ([[oddfinch.art]]) lists prices.",
    "portfolio site >> [[oddfinch.art]]",
    "Portfolio | [[oddfinch.art]]",
    "→ Portfolio: [[oddfinch.art/work]]",
    "🌐 [[oddfinch.art]]",
    "🔗 Portfolio: [[https://oddfinch.art]]",
    "**Website:** [[https://oddfinch.art]]",
    "- Website: [[www.oddfinch.art]]",
    "Regards,\nRosa Finch\nOddfinch Studio\n[[www.oddfinch.art]]\nLisbon, Portugal",
    "Cheers,\nRosa\nillustrator\n[[oddfinch.art]]",
    "--\nRosa Finch\n[[oddfinchrosa.art]]",
    "Rosa Finch\n[[rosafinch.art]] | behance.net/rosafinch",
    "my website, [[oddfinch dot art]], has the rest",
    "site: [[oddfinch[.]art]]",
    "please go to [[www.oddfinch.art]] and message me",
    "I blog at [[https://rosa.hashnode.dev]]",
    "my newsletter [[rosa.substack.com]]",
    "my resume is at [[rosa.github.io/cv]]",
    "Portfolio https://www.behance.net/rosa and my site [[oddfinch.art]]",
    "Founder @ [[kodehaus.io]]",
    "Owner, [[kodehaus.io]]",
    "CEO at [[kodehaus.io]]",
    "The booking form is here: [[https://forms.office.com/r/AbC123]]",
    "Let's talk: [[https://calendly.com/olga/15min]]",
    "Schedule a free consultation [[https://olga.as.me/]]",
    "[[https://app.reclaim.ai/m/olga/quick]]",
    "[[https://meetings.hubspot.com/olga]]",
    "here: [[https://tinyurl.com/olgahire]]",
    "Apply here [[https://oddfinch.bamboohr.com/careers/24]]",
    "[[https://jobs.lever.co/oddfinch/1234]]",
    "Our recruiter will send you [[https://boards.greenhouse.io/oddfinch/jobs/1]]",
    "Fill in our questionnaire: [[https://oddfinch.art/brief]]",
    "please leave your details at [[oddfinch.art/contact]]",
    "hire me at [[oddfinch.art/hire]]",
    "reserva una llamada: [[https://calendly.com/olga]]",
    "Formulario: [[https://oddfinch.art/contacto]]",
    "Kontaktformular: [[https://oddfinch.art/kontakt]]",
    "[[https://oddfinch.whereby.com/olga]]",
    "Webex: [[https://acme.webex.com/meet/olga]]",
    "my personal zoom: [[us04web zoom us / j / 5550142987]]",
    "[[g.co/meet/olga-room]]",
    "Consultation: free, by Zoom, book under [[bookme.example/lorcan-tax]]",
    "Grab a slot on my Calendly: [[calendly.example/jp-motion]]",
    "The interview can be on Meet, I've made the link: [[meet.google.example/qpz-lost-vow]]",
    "My site's live chat goes to my phone, ask me there anything, it's [[kuchenlinie.example]].",
    "skip this, type in [[brosmotion.example]] and press the bubble.",
    "[[oddfinch dot art]] is my little home on the web",
)


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    plain, spans = marked(text)
    assert found("link", plain, ("link", "website")) == spans


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless(text: str) -> None:
    assert found("link", text, ("link", "website")) == []


@pytest.mark.parametrize("text", STRESS)
def test_long_runs(text: str) -> None:
    assert in_range("link", text)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert in_range("link", text)


@given(
    st.lists(
        st.sampled_from(
            [
                "calendly.com/",
                " ",
                "my site ",
                "x.dev",
                " dot ",
                "slash",
                "[.]",
                "https://",
                "/contact",
                "portfolio: ",
                "\n",
                "www",
                "zoom id 123 456 7890",
                "Regards,",
                "(",
                ")",
                "a-b",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_any_mixture(text: str) -> None:
    assert in_range("link", text)
