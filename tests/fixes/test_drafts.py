"""Whole drafts, read before and after: they must read as if a careful writer had edited them."""

from __future__ import annotations

import pytest

from linter.context import Context
from linter.draft import Draft
from linter.engine import Linter
from linter.fixes.apply import fix_draft


def fixed(linter: Linter, text: str, unsafe: bool, context: Context | None = None) -> str:
    return fix_draft(Draft.from_text(text), lambda draft: linter.lint(draft, context or Context()), unsafe).draft.text


SAFE = [
    (
        "Email me at jane@tallpine.io or call 415-555-0132 and we can go through it tonight.\n\n"
        "Best,\nJane Holloway\njane@tallpine.io | +1 415 555 0132 | tallpine.io\n",
        "Message me here and we can go through it tonight.\n\nBest,\nJane Holloway\n",
    ),
    (
        "I translate patents. Reach me at +49 170 5550199 any time. My rate is $0.09 a word and my email is p@mailnord.se.",
        "I translate patents. Reach me through Upwork Messages any time. My rate is $0.09 a word.",
    ),
    (
        "You can reach me on WhatsApp (+44 7700 900456) if that is easier. Looking forward!",
        "You can reach me through Upwork Messages if that is easier. Looking forward!",
    ),
    (
        "Thanks for the invite. If you'd like to talk, my number is 555-867-5309.\n\n- 6 years of Django\n- Telegram: @mira_codes\n",
        "Thanks for the invite. If you'd like to talk, message me here.\n\n- 6 years of Django\n",
    ),
    (
        "Hi! Text me on Telegram: @mira_codes, or add me on Skype live:mira.codes. I'm online until 6.",
        "Hi! Message me here. I'm online until 6.",
    ),
    ("Let's continue on Telegram. I can start Monday.", "Let's talk here. I can start Monday."),
    (
        "we are a studio of four. Call us at (212) 555-0187 or write to office@brightkiln.com. We start on Monday.",
        "we are a studio of four. Message us here. We start on Monday.",
    ),
    (
        "Happy to jump on a quick Zoom call to discuss the scope. My Zoom room is https://us02web.zoom.us/j/84512345678?pwd=abc",
        "Happy to jump on a quick call here to discuss the scope.",
    ),
    ("- Email: jane@tallpine.io\n- Phone: +1 415 555 0132\n- Based in Lisbon\n", "- Based in Lisbon\n"),
    ("**Contact:** jane@tallpine.io\n\nI write press releases.", "I write press releases."),
    (
        "Write to **omar@haddadbuilds.com** today and get 10% off the first page.",
        "Message me here today and get 10% off the first page.",
    ),
    (
        "I'm Mira (Telegram @mira_codes, mira@tallpine.io), a Liquid developer from Graz.",
        "I'm Mira, a Liquid developer from Graz.",
    ),
    (
        "i do logos. whatsapp me +91 98200 55512 or mail me logoguy@gmail.com, i answer fast",
        "i do logos. message me here, i answer fast",
    ),
    ("My cell is +1 415 555 0132; my email is jane@tallpine.io. I work on weekdays.", "I work on weekdays."),
    ("I build shops; my email is jane@tallpine.io.", "I build shops."),
    (
        "The fix is in. Ping me at dev@tallpine.io!\n\nP.S. I'm @mira_codes on Telegram.",
        "The fix is in. Message me here!",
    ),
    (
        "Kindly ping me on Whatsapp +91 98200 55512 if any change is there, I will do the needful.",
        "Kindly message me here if any change is there, I will do the needful.",
    ),
    (
        "You can call or text me at 415-555-0132 after six, or drop me a line at jane@tallpine.io whenever you like.",
        "You can message me here after six.",
    ),
    (
        "I'm available Mon-Fri. Tel. 030 5550 1234, WhatsApp same number. I speak English.",
        "I'm available Mon-Fri. I speak English.",
    ),
    (
        "Shoot me an email (jane@tallpine.io) and I'll send the samples.",
        "Message me here and I'll send the samples.",
    ),
    (
        "I post sketches in my server, or add me on Telegram @mira_codes. I draw.",
        "I post sketches in my server, or message me here. I draw.",
    ),
    (
        "Two days, $300. My direct line is +1 415 555 0132, ask for Mira.",
        "Two days, $300. Message me here, ask for Mira.",
    ),
    (
        "If the file is lost, my gmail is jane.holloway@gmail.com, or write again.",
        "If the file is lost, message me here, or write again.",
    ),
    (
        "Two days. Feel free to chat with me on WhatsApp, Messenger or Skype, I like to know who I work for.",
        "Two days. Feel free to talk here, I like to know who I work for.",
    ),
    ("Questions? jane@tallpine.io", "Questions? Message me here."),
    (
        "Hi Dana,\r\n\r\nEmail me at\r\njane@tallpine.io and I start today.\r\n\r\nMira\r\n",
        "Hi Dana,\r\n\r\nMessage me here and I start today.\r\n\r\nMira\r\n",
    ),
]

UNSAFE = [
    (
        "Two days. I never use Slack; you get a README. We build shops. No calls ever.",
        "Two days. I like to keep agreements in Upwork Messages, and once a contract has started I am happy to use your "
        "team's tools; you get a README. We build shops.",
    ),
    (
        "The price is $300, or $250 if you pay me by PayPal. That way we both save the Upwork fee.",
        "The price is $300.",
    ),
    (
        "Could you send me your email address so that the estimate can go out today?",
        "Could you message me here so that the estimate can go out today?",
    ),
    (
        "What's the best number to reach you on? I have two questions.",
        "Which tools does your team use? I have two questions.",
    ),
    (
        "You can see my work on my website, mirakovac.com. I also draw.",
        "You can see my work on my website. I also draw.",
    ),
    (
        "[Write me](mailto:hello@tallpine.studio) or look at my [site](https://tallpine.studio).",
        "Message me here or look at my site.",
    ),
    (
        "Samples are [on my own page](https://tallpine.studio), as ever.",
        "Samples are on my own page, as ever.",
    ),
    ("We could settle the rest outside of Upwork. I'd be done by Friday.", "I'd be done by Friday."),
    (
        "The demo runs at mirakovac.dev, user demo. My portfolio: https://tallpine.studio",
        "The demo runs at mirakovac.dev, user demo.",
    ),
    (
        "Two days, $300. We never use Slack with our clients.",
        "Two days, $300. We like to keep agreements in Upwork Messages, and once a contract has started we are happy to "
        "use your team's tools.",
    ),
]

# Not contact data, or nothing that a fix may decide on.
LEFT = [
    "I built a Telegram bot and an email importer for a clinic.",
    "Once the contract starts you can message me on WhatsApp.",
    "Pay half here and the other half to me privately.",
    "Run `curl -d to=jane@tallpine.io` and it fails.",
    "+1 415 555 0132",
]


@pytest.mark.parametrize(("before", "after"), SAFE)
def test_what_is_safe_is_mended_well(linter: Linter, before: str, after: str) -> None:
    assert fixed(linter, before, unsafe=False) == after
    left = linter.lint(Draft.from_text(after), Context())
    assert [finding.rule for finding in left if finding.severity.value != "suggestion"] == []


@pytest.mark.parametrize(("before", "after"), UNSAFE)
def test_what_is_unsafe_is_left_until_asked_for(linter: Linter, before: str, after: str) -> None:
    assert fixed(linter, before, unsafe=False) == before
    assert fixed(linter, before, unsafe=True) == after
    left = linter.lint(Draft.from_text(after), Context())
    assert [finding.rule for finding in left if finding.severity.value != "suggestion"] == []


@pytest.mark.parametrize("text", LEFT)
def test_what_is_left_alone(linter: Linter, text: str) -> None:
    assert fixed(linter, text, unsafe=True) == text


def test_the_platform_names_its_channel(linter: Linter) -> None:
    after = fixed(linter, "Two days. Reach me at +49 170 5550199 any time.", False, Context("generic"))
    assert after == "Two days. Reach me through the messages here any time."
