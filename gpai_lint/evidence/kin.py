"""Names of one family: those of its members, told from titles of documents about something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The name of a family, without the number of its generation, and what a member is called behind that.
_NAME = Pattern(r"(?P<family>[A-Za-z]{3,}(?<!v)(?<!V))(?:[ _-]?v?\d[\w.]*|[ _-][A-Z][\w.]*){0,4}", flags=0)
#: The first word of a name of several without a space between them: ``Lark`` in ``LarkSong``.
_HEAD = re.compile(r"[A-Z][a-z]{3,}(?=[A-Z])")
#: The generation at the end of a name, which its core lacks, and the letters of the shortest core.
_VERSION = re.compile(r"(?<=\w)(?:[ _-]?v?\d[\w.]*)+\Z")
_SHORTEST = 4
#: A name has at most so many words beside the core.
_MOST_WORDS = 6
#: What members are called behind, or before, what the family is: words with a figure, of capitals, or for a variant.
_OF_MEMBER = Pattern(
    r"[\w.+]*\d[\w.+]*|(?-i:[A-Z]{1,5}|[A-Z]?[a-z]+[A-Z]\w*)"
    r"|air|audio|base|chat|coder?|edit|embed(?:ding)?s?|flash|guard|image|instruct|it|large|lite|math|max|medium|mini"
    r"|moe|multilingual|nano|next|omni|operational|plus|pretrained|preview|pro|reward|small|speech|streaming"
    r"|think(?:ing)?|tiny|turbo|ultra|video|vision|series|family|models?"
)
#: Names in one title: ``LarkSong and LarkChoir``, ``Lark 1 Song (LarkSong)``.
_NAMES = re.compile(r"\s*[()]\s*|\s+(?:and|&|/)\s+")


def letters(text: str) -> str:
    """Return a name without what parts its words."""
    return re.sub(r"[\W_]+", "", text.lower())


def cores_of(names: Iterable[str]) -> list[str]:
    """Return what the families of some names are called, generations left out."""
    cores = (_VERSION.sub("", part) for name in names for part in _NAMES.split(name))
    return [core for core in dict.fromkeys(cores) if len(core) >= _SHORTEST]


def parts_of(names: Iterable[str]) -> list[str]:
    """Return names, and each of those that stand in one title."""
    return list(dict.fromkeys(part for name in names for part in (name, *_NAMES.split(name)) if part))


def begin_alike(name: str, others: Iterable[str]) -> bool:
    """Tell whether a name begins with the family of one of others and goes on as names do."""
    family = _family(name)
    return bool(family) and any(_family(other) == family for other in others)


def is_of_family(name: str, others: Iterable[str]) -> bool:
    """Tell whether a name is one of others with words for a member of its family, or has the same first word."""
    others = list(others)
    head = _HEAD.match(name)
    if head and " " not in name and any((of := _HEAD.match(other)) and of[0] == head[0] for other in others):
        return True
    return any(_adds_to(core, name) for core in cores_of(others))


def holds_core(text: str, names: Iterable[str]) -> bool:
    """Tell whether a text tells of one of the families."""
    return any(_within(core, text) for core in cores_of(names))


def _adds_to(core: str, name: str) -> bool:
    match = _within(core, name)
    if match is None:
        return False
    before, behind = name[: match.start()], name[match.end() :]
    words = [word for word in re.split(r"[\s()\[\]:,_-]+", f"{before} {behind}") if word]
    # A word that is joined to the core is a part of the name, whichever it is.
    joined = before.endswith(("-", "_")) or behind.startswith(("-", "_")) or behind[:1].isalpha()
    return len(words) <= _MOST_WORDS and sum(not _OF_MEMBER.fullmatch(word) for word in words) <= joined


def _within(core: str, text: str) -> re.Match[str] | None:
    """Return where a core stands in a text, no letter of its own word behind it but that of a version: ``Larkv2``."""
    return re.search(rf"(?<![A-Za-z]){re.escape(core)}(?!(?!v\d)[a-z])", text)


def _family(name: str) -> str:
    match = _NAME.fullmatch(name)
    return match["family"].lower() if match else ""
