"""Repair of text that came out of a PDF or a word processor damaged: invisible characters, ligatures, broken links."""

from __future__ import annotations

import re
from typing import Final

# Zero-width spaces and joiners, the byte-order mark, the soft hyphen and direction marks carry no text.
INVISIBLE: Final = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e")

LIGATURES: Final = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

#: Bullets in the font Symbol as programs write them into a text layer.
BULLETS: Final = {"\uf0b7": "•", "\uf02d": "–"}

# A font without a proper character map gives U+FFFD, or an unrelated capital, where a ligature stands. Which ligature
# it was is only known for words we know: those that occur in documentation of models.
_WORDS: Final = """
    affect affected affecting affiliate affiliated after afterwards artefact artifact attribute benefit buffer
    certificate certified classification classified classifier classifiers coefficient configuration configure
    copyleft craft cutoff define defined defining definition difference different differently difficult diffusion
    draft drift effect effective effectively effectiveness effects efficiency efficient efficiently effort efforts
    fidelity field fields figure file files filter filtered filtering filters final finally financial find finding
    finetuned finetuning first five fixed flag flagged flat flexible float floating flop flops flow fluency follow
    gift identification identified identifier identifiers identify identifying influence inflate infrastructure
    left modification modified modify notification notified office officer offices official offline offset often
    off offer offered offering offers overfitting party platform profile qualified reflect reflected reflects
    scientific shift significant significantly simplified soft software specific specifically specification
    specifications specified specify staff sufficient sufficiently swift theft traffic traffick unified uplift
    verification verified verify workflow workflows
"""
_KNOWN_WORDS: Final = frozenset(_WORDS.split())
_CANDIDATES: Final = ("ff", "fi", "fl", "ffi", "ffl", "ft", "tt", "ti")
_LOST: Final = re.compile("[A-Za-z]{0,24}\ufffd[a-z]{0,24}")
_STRAY_CAPITAL: Final = re.compile(r"\b[A-Za-z]?[a-z]{0,24}[A-Z][a-z]{0,24}\b")
_URL_SLASH: Final = re.compile(r"\b(https?):/ (?=[\w.-]+\.\w)")


def visible(character: str) -> str:
    """Return a character as plain text: a ligature as its letters, an invisible character as nothing.

    A bullet of a font for symbols is a plain bullet.
    """
    if character in INVISIBLE:
        return ""
    return LIGATURES.get(character) or BULLETS.get(character, character)


def repair_line(text: str) -> str:
    """Return a line with lost ligatures put back where the word leaves no doubt, and split URL slashes joined."""
    if "\ufffd" in text:
        text = _LOST.sub(lambda match: _restore(match[0], "\ufffd"), text)
    if not text.isascii() or text != text.lower():
        text = _STRAY_CAPITAL.sub(_restore_capital, text)
    if ":/ " in text:
        text = _URL_SLASH.sub(r"\1://", text)
    return text


def _restore(word: str, mark: str) -> str:
    for letters in _CANDIDATES:
        whole = word.replace(mark, letters, 1)
        if whole.lower() in _KNOWN_WORDS:
            return (
                whole[0].upper() + whole[1:]
                if word.startswith(mark) and len(word) > 1 and word[1:2].isupper()
                else whole
            )
    return word


def _restore_capital(match: re.Match[str]) -> str:
    word = match[0]
    place = next((index for index in range(1, len(word)) if word[index].isupper()), 0)
    if not place or len(word) < 4:
        return word
    for letters in _CANDIDATES:
        whole = word[:place] + letters + word[place + 1 :]
        if whole.lower() in _KNOWN_WORDS:
            return whole
    return word


def joined(upper: str, lower: str) -> str:
    """Return two lines of one paragraph as running text; a word divided at the line's end keeps its hyphen."""
    upper, lower = upper.rstrip(), lower.lstrip()
    if not upper or not lower:
        return upper or lower
    if upper.endswith(("-", "/")) and not upper.endswith((" -", " /")):
        return upper + lower
    return f"{upper} {lower}"
