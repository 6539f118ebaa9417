"""Handles and profile links of social networks."""

from __future__ import annotations

import pytest
from harmless import HARMLESS
from hypothesis import given
from hypothesis import strategies as st
from spans import STRESS, found, in_range, marked

FOUND = (
    "Find me on IG as [[@maya.paints]] for more work.",
    "My insta is [[mayapaints_studio]]",
    "Connect with me on LinkedIn: [[/in/jonas-weber-dev]]",
    "Look up [[@jonasbuilds]] on Twitter and DM",
    "facebook page [[PixelForgeStudio]], message me there",
    "I'm [[u/nadia_ux]] on reddit, send me a chat",
    "Sígueme en Instagram [[@lucia.fotos]]",
    "meu insta é [[@bia.motion]]",
    "Mera Instagram ID hai [[rohan.codes]]",
    "حسابي على انستقرام [[@sara.design]]",
    "IG saya [[@dewi.desain]]",
    "TG/IG: [[@mira.codes]]",
    "Insta: [[mira.codes]]",
    "instagram [[@mira.codes]]",
    "IG [[@mira.codes]] | X [[@miracodes]]",
    "You'll find my daily sketches on Instagram ([[@mira.codes]]).",
    "More of my work: instagram [[@mira.codes]]",
    "Twitter: [[@miracodes]]",
    "X: [[@miracodes]]",
    "I tweet at [[@miracodes]] on twitter",
    "follow me [[@mira.codes]]",
    "socials: [[@mira.codes]]",
    "I'm [[@mira.codes]] on all socials",
    "[[https://www.linkedin.com/in/mira-kovac-4b2a1/]]",
    "linkedin - [[linkedin.com/in/mira-kovac]]",
    "[[linkedin dot com slash in slash mira-kovac]]",
    "[[www.facebook.com/mira.kovac.7]]",
    "[[https://facebook.com/profile.php?id=100085550142]]",
    "[[https://x.com/miracodes]]",
    "[[https://www.tiktok.com/@mira.codes]]",
    "[[https://youtube.com/@miracodes]]",
    "subscribe to my channel [[youtube.com/channel/UCabcdef123456]]",
    "[[https://www.reddit.com/user/mira_codes]]",
    "[[https://bsky.app/profile/mira.codes]]",
    "I'm on mastodon [[@mira@fosstodon.org]]",
    "[[https://www.threads.net/@mira.codes]]",
    "[[https://vk.com/mira_codes]]",
    "[[https://www.xing.com/profile/Mira_Kovac]]",
    "[LinkedIn]([[https://www.linkedin.com/in/mira-kovac]])",
    "hit my DMs on the bird app [[@olga_lawful]]",
    "the gram: [[@olga.paints]]",
    "Insta handle: [[olga.paints]]",
    "Look me up on LinkedIn, [[Jonas Weber]]",
    "find me on facebook as [[Marites Dela Cruz]]",
    "add me on FB: [[Marites Dela Cruz]]",
    "@olga_sourcing – telegram, [[@olga.paints]] – insta",
    "IG DMs open [[@olga.paints]]",
    "slide into my DMs on insta [[@olga.paints]]",
    "I post process videos on TikTok: [[@olga.paints]]",
    "youtube channel: [[@olgapaints]]",
    "my YT: [[@olgapaints]]",
    "[Instagram]([[https://instagram.com/olga.paints]])",
    "fb: [[fb.com/olga.paints]]",
    "here is my LinkedIn [[https://www.linkedin.com/in/olga-lawful/]] feel free to connect",
    "[[L1nkedIn.com/in/olga-lawful]]",
    "l i n k e d i n: [[/in/olga-lawful]]",
    "[[ig/olga_paints]]",
    "mon Insta c'est [[@olga.paints]]",
    "suivez-moi sur Instagram : [[@olga.paints]]",
    "Mein Insta: [[olga_paints]]",
    "инста [[@olga.paints]]",
    "Insta ID [[olga.k_art]] hai, dekh lo",
    "You asked for a chat outside of here: my insta is [[@petal.and.ink]], slide in any time.",
    "@ me on X, handle [[typo_tamer]], my DMs are open",
    "dm [[@polapolly_]] on insta, here i only check invites once a week",
    'Look me up on Messenger as "[[Sewing With Agata]]", I respond',
    "DMs open: [[@hedda.cuts]] on Insta",
    "Behind the scenes: [[@hedda.cuts]] (IG)",
    "IG: [[hedda.cuts]]",
    "Ig - [[hedda_cuts]]",
    "see my reels at [[instagram.com/hedda.cuts]]",
    "My reels live on [[https://www.instagram.com/hedda.cuts/]]",
    "My TikTok is [[@hedda.cuts]] with 4k followers",
    "I stream at [[twitch.tv/heddacuts]]",
    "My YouTube channel: [[https://www.youtube.com/c/HeddaCuts]]",
    "Subscribe: [[youtube.com/@heddacuts]]",
    "LinkedIn → [[https://se.linkedin.com/in/hedda-lind]]",
    "Linkedin profile: [[linkedin.com/in/hedda-lind-99]]",
    "find my LinkedIn under [[/in/hedda-lind]]",
    "connect: [[in/hedda-lind]] on LinkedIn",
    "I'm [[@heddacuts]] over on X",
    "my handle on X is [[@heddacuts]]",
    "bluesky: [[@hedda.bsky.social]]",
    "Mastodon: [[@hedda@mastodon.social]]",
    "my page facebook.com: [[facebook.com/heddacuts]]",
    "FB: [[https://fb.com/heddacuts]]",
    "I have a studio page, [[https://www.facebook.com/PixelForgeStudio/]]",
    "Twitter [[@heddacuts]] / GitHub heddacuts",
    "Reddit: [[u/heddacuts]]",
    "Pinterest: [[https://www.pinterest.com/heddacuts/]]",
    "Xing: [[https://www.xing.com/profile/Hedda_Lind]]",
    "lnstagram: [[@brigid.ops]]",
    "my !nstagram [[@brigid.ops]]",
    "in$ta [[@brigid.ops]]",
    "F@cebook: [[brigid.ops.7]]",
    "Follow the build on Twitter: [[twitter.com/brigid_ops]]",
    "I share templates on LinkedIn ([[linkedin.com/in/brigid-ops]])",
    "Have you seen my Instagram? [[@brigid.ops]]",
    "Proof: my TikTok [[tiktok.com/@brigid.ops]] hit 1M",
    "Add me on LinkedIn - [[Brigid Okonjo]]",
    "friend me on Facebook, [[Brigid Okonjo]]",
    "fb.com page: [[fb.com/pixelforge]]",
    "[[insta/@olga.paints]] is me",
    "[[linkedin . com / in / olga]]",
)


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    plain, spans = marked(text)
    assert found("social", plain, ("social",)) == spans


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless(text: str) -> None:
    assert found("social", text, ("social",)) == []


@pytest.mark.parametrize("text", STRESS)
def test_long_runs(text: str) -> None:
    assert in_range("social", text)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert in_range("social", text)


@given(
    st.lists(
        st.sampled_from(
            [
                "instagram",
                " ",
                "@",
                "x.com/",
                "/in/",
                "u/",
                " on ",
                "my ",
                " is ",
                "linkedin",
                "slash ",
                ":",
                "\n",
                "jane_x",
                "follow me ",
                "profile (",
                ")",
                "Jane Doe",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_any_mixture(text: str) -> None:
    assert in_range("social", text)
