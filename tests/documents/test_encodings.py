"""Bytes to text: encodings by mark, by UTF-8, and by detection."""

from __future__ import annotations

import pytest

from reconcile.documents.encoding import decode

QUOTED = "“We won’t pay £20m,” the mayor said—and left the café in Orléans at 5 o’clock."
POLISH = (
    "Burmistrz powiedział we wtorek, że miasto nie zmieni swojej decyzji, a część radnych zaprotestowała."
)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", QUOTED),
        ("cp1252", "It’s over."),
        ("mac_roman", QUOTED),
        (
            "cp1250",
            POLISH,
        ),
        ("cp1251", "Мэр заявил во вторник, что город не изменит своего решения о строительстве моста."),
        ("koi8_r", "Мэр заявил во вторник, что город не изменит своего решения о строительстве моста."),
        ("cp932", "市長は火曜日、橋の建設に関する決定を変更しないと述べた。住民は反対している。"),
        ("gb18030", "市长周二表示，市政府不会改变有关建桥的决定。居民们表示反对。"),
    ],
)
def test_legacy_encodings_are_detected(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_keep_every_character_and_newline(encoding: str) -> None:
    text = f"{QUOTED}\r\nNext\rline\u2028and 🌊\n"
    assert decode(text.encode(encoding), "a.txt").text == text


def test_the_mark_is_no_part_of_the_text_and_is_named() -> None:
    decoded = decode(b"\xef\xbb\xbfabc", "a.txt")
    assert (decoded.text, decoded.encoding) == ("abc", "utf-8-sig")
    assert decode(b"\xff\xfea\0", "a.txt").encoding == "utf-16-le"
