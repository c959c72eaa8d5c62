"""Licence names as people write them in cards, badges and metadata, normalised to ids."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from gpai_lint.evidence.licences.families import creative_commons, gnu
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.values.badges import BADGE, shown
from gpai_lint.tables import load_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Characters of scripts without spaces between words: beside Latin letters they begin a word of their own.
_FIRST_UNSPACED = "\u3040"
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(r"[^\W\d_]+(?:\+\+)?|\d+(?:\.\d+)*|\+")
#: What words in other languages that mean a licence begin with.
_ELSEWHERE = (
    "许可",
    "协议",
    "授权",
    "ライセンス",
    "라이선스",
    "라이센스",
    "lizenz",
    "licenc",
    "licenti",
    "licenț",
    "lisens",
    "άδεια",
    "licença",
    "licenza",
    "лиценз",
)
_LICENCE_WORDS = frozenset(
    {"license", "licence", "licenses", "licences", "licensed", "licenced", "licensing", "agreement", "terms", "spdx"}
)
_FILLERS = _LICENCE_WORDS | {
    "the",
    "a",
    "an",
    "of",
    "for",
    "and",
    "copyright",
    "or",
    "to",
    "use",
    "version",
    "ver",
    "v",
}
_FILLERS |= {"international", "unported", "universal"}
#: Words before a short name that make it a licence's: "released under MIT".
_LEADING = _LICENCE_WORDS | {"under"}
#: How many words around a short name may be something else when the whole text is a licence's name.
_SLACK = 2
_MAX_TEXT = 2_000

_JOINED = {"gplv": "gpl", "lgplv": "lgpl", "agplv": "agpl", "noncommercial": "nc", "noderivatives": "nd"}
_JOINED |= {"noderivs": "nd", "sharealike": "sa"}
_PAIRS = {("non", "commercial"): "nc", ("no", "derivatives"): "nd", ("no", "derivs"): "nd", ("share", "alike"): "sa"}
_PAIRS |= {("creative", "commons"): "cc", ("lesser", "gpl"): "lgpl", ("affero", "gpl"): "agpl"}

#: A whole text that names no licence, although it may look like one.
_NO_NAME = frozenset({"other", "unknown", "none", "custom", "proprietary", "na", "tbd", "see license", ""})
_EXPRESSION = Pattern(r"[A-Za-z0-9.+-]+(?:\s+(?:AND|OR|WITH)\s+[A-Za-z0-9.+-]+)*", flags=0)

_ADDRESS = Pattern(r"https?://(?:www\.)?([\w.-]{1,80})/([\w./+-]{1,80})")
#: Sites of licences, and the family that their paths leave out.
_SITES = {
    "opensource.org": "",
    "choosealicense.com": "",
    "spdx.org": "",
    "gnu.org": "",
    "apache.org": "apache",
    "creativecommons.org": "cc",
    "opendatacommons.org": "odc",
}
_ANY_ADDRESS = re.compile(r"https?://[^\s<>)\]\"']+", re.IGNORECASE)
#: What stands before the name of a licence that another one was made from, and behind it.
_CHANGED = Pattern(r"\b(?:modified|amended|adapted) (?:version|form|variant|copy) of (?:the |an? )?\W{0,2}\Z")
_MADE_FROM = Pattern(r"[- ](?:based|derived|inspired|style)\b")
#: A word that is joined to what follows.
_JOINED_TO = re.compile(r"([^\W_]{1,40})-\Z")
#: A word that what precedes is joined to, in the name of a licence: "-Nest License 2.0".
_GOES_ON = Pattern(r"-(?P<word>[a-z]{2,40})(?: [\w.]{1,20}){0,2} licen[cs]e\b")
#: How far before the name of a licence words are looked for that belong to it.
_BEFORE = 40


class Mention(NamedTuple):
    """A licence named in a text: its id and the range of characters that names it."""

    id: str
    start: int
    end: int


class _Token(NamedTuple):
    word: str
    start: int
    end: int


def normalise(text: str) -> str | None:
    """Return the id of the one licence that a text names, or None if it names none or several.

    Ids are SPDX ids and expressions, and ``LicenseRef-`` ids for model licences without one. Understood are SPDX and
    Hugging Face ids, full and short names, addresses of well-known licence texts, and badges. A Creative Commons
    licence named without a version is taken for the current one, 4.0; a GNU licence keeps the id that says neither
    "only" nor "or later" unless the name does.
    """
    text = text.strip().strip("\"'`*_[]()").strip()
    if text.lower() in _NO_NAME:
        return None
    ids = {mention.id for mention in mentions(text)}
    if len(ids) != 1 and _EXPRESSION.fullmatch(text) and len(text) <= 200:
        return _expression(text)
    return ids.pop() if len(ids) == 1 else None


def mentions(text: str) -> list[Mention]:
    """Return the licences that a text of at most 2,000 characters names, in order.

    Short names count only where a licence is spoken of: beside the word, after "under", or when there is nothing else.
    """
    text = text[:_MAX_TEXT]
    badge = BADGE.search(text)
    if badge:
        return [Mention(mention.id, *badge.span()) for mention in _plain(" ".join(shown(badge[1])))]
    found: list[Mention] = []
    for address in _ADDRESS.finditer(text):
        identifier = _by_address(address[1].lower(), address[2])
        if identifier:
            found.append(Mention(identifier, *address.span()))
    without = _ANY_ADDRESS.sub(lambda match: " " * len(match[0]), text)
    return sorted([*found, *_plain(without)], key=lambda mention: mention.start)


def name_of(identifier: str) -> str:
    """Return how a licence calls itself; the id where the table does not say."""
    return _table().names.get(identifier, identifier)


def _expression(text: str) -> str | None:
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression  # noqa: PLC0415 - slow

    try:
        return str(canonicalize_license_expression(text))
    except InvalidLicenseExpression:
        return None


def _by_address(host: str, path: str) -> str | None:
    """Return the licence whose text or summary is known to stand at an address."""
    for prefix, identifier in _table().addresses.items():
        if f"{host}/{path}".startswith(prefix):
            return identifier
    if host not in _SITES:
        return None
    path = re.sub(r"^(?:licen[cs]es?|publicdomain)/|/(?:deed|legalcode).*", "", path)
    path = re.sub(r"(\d)[_-](\d)", r"\1.\2", path)
    path = re.sub(r"\.(?:html?|txt|md|php|[a-z]{2}\.html)$", "", path).replace("/", " ")
    named = _plain(f"{_SITES[host]} {path} license")
    return named[0].id if named else None


class _Table(NamedTuple):
    """Names as tuples of telling words, with the id and whether the name tells by itself."""

    phrases: dict[tuple[str, ...], tuple[str, bool]]
    longest: int
    names: dict[str, str]
    addresses: dict[str, str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    rows: dict[str, dict[str, Any]] = load_table("evidence/licences/names")
    phrases: dict[tuple[str, ...], tuple[str, bool]] = {}
    names: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for identifier, row in rows.items():
        if "name" in row:
            names[identifier] = row["name"]
        addresses.update(dict.fromkeys(row.get("addresses", []), identifier))
        for short in row.get("short", []):
            phrases.setdefault(_key(short), (identifier, False))
        bare = identifier.removeprefix("LicenseRef-")
        for full in row.get("full", []):
            phrases[_key(full)] = (identifier, True)
        phrases.setdefault(_key(names.get(identifier, identifier)), (identifier, False))
        key = _key(bare)
        phrases.setdefault(key, (identifier, len(key) > 1 and identifier == bare))
    return _Table(phrases, max(map(len, phrases)), names, addresses)


@cache
def _unspaced_token() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_{_UNSPACED}]+(?:\+\+)?|[{_UNSPACED}]+|\d+(?:\.\d+)*|\+")


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    # Few texts have such characters, and a pattern with their ranges takes as long to compile as to read many texts.
    for match in (_TOKEN if max(text, default="") < _FIRST_UNSPACED else _unspaced_token()).finditer(text):
        word = _canonical(match[0].lower())
        pair = _PAIRS.get((tokens[-1].word, word)) if tokens else None
        if pair:
            tokens[-1] = _Token(pair, tokens[-1].start, match.end())
        else:
            tokens.append(_Token(word, *match.span()))
    return tokens


def _canonical(word: str) -> str:
    if word[0].isdigit():
        while word.endswith(".0"):
            word = word[:-2]
        return word
    return "license" if word.startswith(_ELSEWHERE) else _JOINED.get(word, word)


def _key(name: str) -> tuple[str, ...]:
    return tuple(token.word for token in _tokens(name) if token.word not in _FILLERS) or (name.lower(),)


def _plain(text: str) -> list[Mention]:
    return [
        Mention(_changed(mention.id), *mention[1:])
        if _CHANGED.search(text, max(0, mention.start - _BEFORE), mention.start)
        else mention
        for mention in _found(_tokens(text))
        if not _MADE_FROM.match(text, mention.end) and not _within_name(text, mention)
    ]


def _changed(identifier: str) -> str:
    """Return the id of a licence's text with other conditions."""
    return f"LicenseRef-modified-{identifier.removeprefix('LicenseRef-').lower()}"


def _within_name(text: str, mention: Mention) -> bool:
    """Tell whether what a mention of a family names is a part of another's name: the "Lark" of "K-Lark".

    So is the beginning of one: the "Lark" of the "Lark-Nest License".
    """
    if not mention.id.startswith("LicenseRef-"):
        return False
    if (on := _GOES_ON.match(text, mention.end)) and on["word"].lower() not in _FILLERS:
        return True
    joined = _JOINED_TO.search(text, max(0, mention.start - _BEFORE), mention.start)
    return joined is not None and joined[1].lower() not in _FILLERS


def _found(tokens: Sequence[_Token]) -> Iterator[Mention]:
    """Yield the mentions in a text: at each place the longest name."""
    table = _table()
    telling = [index for index, token in enumerate(tokens) if token.word not in _FILLERS]
    words = [tokens[index].word for index in telling]
    position = 0
    while position < len(words):
        family = creative_commons(words, position) or gnu(words, position)
        match: tuple[str, int, bool] | None = (family[0], family[1] - position, True) if family else None
        for length in range(min(table.longest, len(words) - position), 0, -1):
            entry = table.phrases.get(tuple(words[position : position + length]))
            if entry and (match is None or length > match[1]):
                match = (entry[0], length, entry[1])
                break
        if match is None:
            position += 1
            continue
        identifier, length, full = match
        first, last = telling[position], telling[position + length - 1]
        alone = len(words) <= length + _SLACK and position == 0
        if full or alone or _spoken_of(tokens, first, last):
            yield Mention(identifier, tokens[first].start, tokens[last].end)
        position += length


def _spoken_of(tokens: Sequence[_Token], first: int, last: int) -> bool:
    """Tell whether the words around a short name say that it is a licence's."""
    before = {token.word for token in tokens[max(first - 2, 0) : first]}
    within = {token.word for token in tokens[first : last + 2]}
    return bool(before & _LEADING or within & _LICENCE_WORDS)
