# SPDX-License-Identifier: GPL-3.0-or-later
"""Pinyin initials of Chinese words. The first level of GB 2312 is sorted by pinyin, so the initial of its 3 755 characters
follows from the code; characters of the second level, and words in which a character is read otherwise, stand in tables."""

_FIRST = [("a", 0xB0A1), ("b", 0xB0C5), ("c", 0xB2C1), ("d", 0xB4EE), ("e", 0xB6EA), ("f", 0xB7A2), ("g", 0xB8C1), ("h", 0xB9FE),
          ("j", 0xBBF7), ("k", 0xBFA6), ("l", 0xC0AC), ("m", 0xC2E8), ("n", 0xC4C3), ("o", 0xC5B6), ("p", 0xC5BE), ("q", 0xC6DA),
          ("r", 0xC8BB), ("s", 0xC8F6), ("t", 0xCBFA), ("w", 0xCDDA), ("x", 0xCEF4), ("y", 0xD1B9), ("z", 0xD4D1)]
_END = 0xD7F9

# second level of GB 2312, and characters outside it
SECOND = {"箅": "b", "篦": "b", "匾": "b", "潢": "h", "驿": "y"}

# words in which a character of the first level is read otherwise than where GB 2312 sorts it
WORDS = {"调压": "ty", "调解": "tj", "银行": "yh", "长城": "cc", "音乐": "yy"}


def initial(char):
    if char in SECOND:
        return SECOND[char]
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    try:
        high, low = char.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        raise SystemExit(f"no pinyin for {char!r}: add it to SECOND")
    code = high * 256 + low
    if code < 0xB0A1:
        return ""  # punctuation
    if code > _END:
        raise SystemExit(f"no pinyin for {char!r}: add it to SECOND")
    return [letter for letter, start in _FIRST if start <= code][-1]


def initials(words):
    """Initials of a name, punctuation left out: 暴露垃圾 -> bllj."""
    letters = [initial(char) for char in words]
    for word, reading in WORDS.items():
        at = words.find(word)
        while at >= 0:
            letters[at:at + len(word)] = list(reading)
            at = words.find(word, at + 1)
    return "".join(letters)
