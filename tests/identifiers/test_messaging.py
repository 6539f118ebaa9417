"""IDs, user names, invites and deep links of chat tools."""

from __future__ import annotations

import pytest
from harmless import HARMLESS
from hypothesis import given
from hypothesis import strategies as st
from spans import STRESS, found, in_range, marked

FOUND = (
    "Quick chat here [[t.me/jonas_dev]]",
    "Join my server [[discord.gg/Xk29fQ]] and say hi",
    "Just click [[https://m.me/pixelforgestudio]]",
    "[[skype:live:jonas.dev?chat]] works best for me",
    "Open [[https://api.whatsapp.com/send?phone=447700900123]]",
    "Discord – [[nightowl#4821]]",
    "LINE id is [[kenji-dev81]]",
    "[[t\u200c.me/jon\u200cas_dev]]",
    "[[wa\ufeff.me/14155550132]]",
    "Telegram [[@𝓳𝓸𝓷𝓪𝓼_𝓭𝓮𝓿]]",
    "[[𝚠𝚊.𝚖𝚎/14155550132]]",
    "Tеlegrаm [[@jonas_dev]]",
    "TG: [[@nadia_ux]]",
    "dis.cord [[nightowl4821]]",
    "Find me everywhere as [[@janedev]]",
    "Same nick everywhere: [[kraken_ops]]",
    "My handle is the same across all apps: [[kraken_ops]]",
    "I go by [[kraken_ops]] on all platforms",
    "Escríbeme por Telegram: [[@lucia_traduce]]",
    "Mi usuario de Telegram es [[lucia_traduce]]",
    "Me chama no Telegram [[@bia_motion]] que respondo rápido",
    "Mon pseudo Discord : [[momo_pixel]]",
    "Sur Telegram c'est [[@momo_pixel]]",
    "Mein Telegram-Name ist [[kd_weber]]",
    "Schreib mir auf Telegram unter [[@kd_weber]]",
    "Пишите в телеграм [[@vlad_motion]]",
    "Мой телеграм: [[@vlad_motion]]",
    "ник в телеграме [[vlad_motion]]",
    "Мій телеграм [[@olena_ux]], пишіть",
    "Mera telegram [[@rohan_codes]] hai",
    "मेरा टेलीग्राम [[@rohan_codes]] है",
    "تليجرام: [[@sara_design]]",
    "Telegram ko: [[@jm_va]]",
    "I-add mo ako sa Viber: [[jm_va88]]",
    "Hubungi saya di Telegram [[@dewi_desain]]",
    "微信: [[lulu_sourcing]]",
    "My WeChat: [[lulu_sourcing]]",
    "QQ: [[2839114402]]",
    "ICQ [[384-119-220]]",
    "kakao id: [[haneul_lt]]",
    "Add my Skype ([[jonas.weber81]]) and we talk",
    "skype id- [[ravi.kumar.dev]]",
    "Skype: [[ravikumardev]]",
    "My skype is [[ravikumardev]].",
    "You can add me on Skype as [[ravikumardev]]",
    "Contact\nTelegram - [[@ravi_k]]\nDiscord - [[ravi_k]]",
    "my tg [[mira_codes]]",
    "ping [[@mira_codes]] on telegram",
    "write to [[@mira_codes]] (Telegram)",
    "telegram👉 [[@mira_codes]]",
    "Telegram ➡️ [[mira_codes]]",
    "📲 Telegram [[@mira_codes]]",
    "whats my discord? its [[mira_codes]], add me",
    "signal: [[mira.42]]",
    "Signal username [[mira.42]]",
    "I'm on Signal as [[mira.42]]",
    "reach me on Matrix: [[@mira:matrix.org]]",
    "[[https://matrix.to/#/@mira:matrix.org]]",
    "threema ID [[ECHOECHO1]]",
    "snap: [[mira_codes]]",
    "add me on snapchat [[mira.codes]]",
    "my Kik is [[mira_codes99]]",
    "Zalo: [[https://zalo.me/0901234567]]",
    "Line: [[https://line.me/ti/p/~kenji81]]",
    "Viber: [[viber://chat?number=%2B995555014277]]",
    "[[tg://resolve?domain=mira_codes]]",
    "[[https://signal.me/#p/+14155550132]]",
    "join us on [[https://join.slack.com/t/acme/shared_invite/zt-1abc]]",
    "[[t . me / mira_codes]]",
    "[[t[.]me/mira_codes]]",
    "[[t (dot) me (slash) mira_codes]]",
    "telegram link: [[t me / mira_codes]]",
    "[[wa dot me slash 14155550132]]",
    "W h a t s A p p link [[wa,me/14155550132]]",
    "te1egram: [[@mira_codes]]",
    "t-e-l-e-g-r-a-m [[@mira_codes]]",
    "teleqram [[@mira_codes]]",
    "in the app with the paper plane i am [[@mira_codes]]",
    "blue plane app, user [[mira_codes]]",
    "on the purple app my user is [[mira_codes]]",
    "my disc is [[mira_codes]]",
    "disc: [[mira#0412]]",
    "I'm [[MiraCodes#0412]], add me and we can test the build",
    "Discord handle: [[miracodes]]",
    "discord name [[miracodes]]",
    "my tele: [[@olga_lawful]]",
    "Telega [[@olga_lawful]]",
    "[[discord dot gg slash peach42]]",
    "discord invite: [[discord . gg / peach42]]",
    "Wire: [[@olga_wire]]",
    "Skype name [[jane.smith_2]]",
    "Contact:\nWeb: kodehaus.io\nTG: [[@kodehaus_dev]]",
    "ping me on t.me slash: [[t.me slash olga_lawful]]",
    "Telegram (fastest): [[@olga_lawful]]",
    "The quickest way to reach me is Telegram, [[@olga_lawful]].",
    "I answer fastest on Telegram - nick [[olga_lawful]]",
    "we can talk in tg, i am [[@olga_lawful]]",
    "Lets chat on discord my tag is [[olga#1188]]",
    "If you use WeChat my id is [[olga-sourcing]]",
    "WeChat is [[olga_sourcing]], Skype is [[olga.sourcing]]",
    "You may add [[olga_sourcing]] on WeChat",
    "search [[olga_sourcing]] in Telegram",
    "look for [[olga_sourcing]] on Telegram",
    "[[olga_sourcing]] - Telegram",
    "[[@olga_sourcing]] – telegram, @olga.paints – insta",
    "Telegram / WhatsApp: [[@olga_sourcing]]",
    "skhipe: [[olga.sourcing]]",
    "sk-ype [[olga.sourcing]]",
    "Te1egr@m: [[olga_sourcing]]",
    "𝐓𝐞𝐥𝐞𝐠𝐫𝐚𝐦: [[@olga_sourcing]]",
    "Ｔｅｌｅｇｒａｍ [[＠olga_sourcing]]",
    "ᴛᴇʟᴇɢʀᴀᴍ [[@olga_sourcing]]",
    "T\u200be\u200blegram: [[@olga\u200b_sourcing]]",
    "Tele-gram ID ([[olga_sourcing]])",
    "[[https://t.me/+AbCdEfGh123]]",
    "[[https://chat.whatsapp.com/AbC123def]]",
    "[[https://wa.link/ab12cd]]",
    "[[https://discord.com/users/1234567890]]",
    "[[https://open.kakao.com/o/sAbCd]]",
    "[[https://m.me/oddfinch]]",
    "[[https://u.wechat.com/abc]]",
    "[[whatsapp://send?phone=351912555014]]",
    "[[https://invite.viber.com/?g2=abc]]",
    "[[https://snapchat.com/add/olga]]",
    "[[https://teams.microsoft.com/l/chat/0/0?users=a]]",
    "[[slack://user?team=T1&id=U1]]",
    "[[https://oddfinch.slack.com/archives/C1]]",
    "Skype-Name: [[olga.weber3]]",
    "Ich bin auf Telegram [[@olga_weber]]",
    "Scrivimi su Telegram: [[@olga_rossi]]",
    "Mój Telegram: [[@olga_k]]",
    "Telegramım: [[@olga_k]]",
    "скайп [[olga.k81]]",
    "мой ник в дискорде [[olga_k]]",
    "лінк на телеграм: [[t.me/olga_k]]",
    "واٹس ایپ لنک [[wa.me/923001234567]]",
    "تواصل معي على تليجرام [[@olga_k]]",
    "टेलीग्राम आईडी: [[@olga_k]]",
    "Nasa Telegram ako [[@olga_k]]",
    "telegram saya [[@olga_k]]",
    "same nick everywhere, just search [[kolya_renders]]",
    "On Line I'm [[yuki_nihongo]], add me please.",
    "I can hop on Skype right away, are you there now? user is [[carpentier.dtp]]",
    "My Telegram bot answers quote requests in seconds, just start it: [[t.me/ferro_quotes_bot]]",
    "SKYPE INTERVIEW TODAY OR TOMORROW, I AM READY, SEND REQUEST TO [[priya.tally]]",
    "Telegram me if interested, [[seller_kings_22]].",
    "I am comfortable in Skype, hangout, whatsapp for the interview, kindly add me: [[sunil.autocadd]]",
    "ask for a Skype casting, my user is [[agencia.timbre]].",
    "Anytime you like: [[@rustam_dialogue]] on Telegram. I'm the one with the parrot.",
    'Do shout on Skype. I\'m under "[[bookworm_ilona]]".',
    "Thank God for Telegram, because Upwork blocks the .blend file, get it from me there: [[@sculpt_ravi]]",
    "please come to my Skype, user [[clara.keys.salzburg]], any afternoon.",
    "On your question about Skype: of course, add me, I go by [[vasco.fado]], and I'm there now.",
    "To hell with connects. [[luisa.layout]] on Skype.",
    "Facebook messenger: [[m.me/ana.retouch]], write there.",
    "the Element room of our collective, [[#sprachlabor:matrix.example]]",
)


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    plain, spans = marked(text)
    assert found("messaging", plain, ("messaging",)) == spans


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless(text: str) -> None:
    assert found("messaging", text, ("messaging",)) == []


@pytest.mark.parametrize("text", STRESS)
def test_long_runs(text: str) -> None:
    assert in_range("messaging", text)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert in_range("messaging", text)


@given(
    st.lists(
        st.sampled_from(
            [
                "telegram",
                " ",
                "@",
                "wa.me/",
                "live:",
                "#1234",
                " on ",
                "my ",
                " is ",
                "everywhere",
                "nick ",
                ":",
                "\n",
                "jane_x",
                "t . me / ",
                "slash",
                "(",
                ")",
                "dot",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_any_mixture(text: str) -> None:
    assert in_range("messaging", text)
