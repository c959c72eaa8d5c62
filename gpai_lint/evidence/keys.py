"""Keys of words: a few characters of each that tell soon that the word does not stand in a text.

To look for a word in a sentence takes several times as long as to look for its key among the sentence's runs of
characters, and the patterns of the catalogue have thousands of words. The build keeps both of each pattern, as a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Ways in which a pattern may match, each with groups of words: of each group of a way one word has to be there.
Words = tuple[tuple[tuple[str, ...], ...], ...]

#: So many characters of a word are its key.
KEY = 3
#: Characters from the commonest on, as in English.
_RANKS = {character: rank for rank, character in enumerate(" etaoinsrhldcumfpgwybvkxjqz")}
#: Runs that one in twelve sentences of model cards holds, or more.
_COMMON = (
    "the|ing| th|ode|he |ion|mod|ed |del| an| mo|ng |and|nd |tio|on | in|for| co| to| re|or |ati|htt|ttp|to |tps|"
    " fo|com|tra| of|ain|ent|of |is |ith|er |s a|es |e m|el |ase|re | pr|se |e t| a |e a|in |al |ate|rai|ine| wi|"
    "res| us|con| is|pro| on|age| tr|th |dat|ons|nin| de|le |ers|s t|n t|ter|wit| be|use|ts |an |nce|ce |enc|per|"
    "rat|els|ly |d t|ens| ca|ata|all|our|era|e c|s o|pre|nte|e o| ar|orm|as |ted|ned|ini|ch |nt |thi|sta|gin|are|"
    " da| st|ect|ver| we|e i|ere| la|gen|e s|at |str|ace|ope|int|we |eas|men|ge |her| se|fac|n a|sed|hat|lea|e f|"
    "ner| li|ls |rom| al| ma|ten|his|ive|ple|e r| fi|ve |e p|ene|e d|lic|cti|cod|ble|te |ll |ese"
)
#: What parts the words, groups and ways of a row, and them from its keys and alternatives: no case-folded word holds a
#: capital.
_WORD, _GROUP, _WAY, _KEYS, _CUTS = "A", "B", "C", "D", "E"


def runs_of(folded: str) -> frozenset[str]:
    """Return the runs of characters in a case-folded text among which the key of each of its words is."""
    lengths = (KEY,) if folded.isascii() else range(1, KEY + 1)
    return frozenset([folded[at : at + length] for length in lengths for at in range(len(folded) - length + 1)])


def key_of(word: str) -> str:
    """Return the run of a case-folded word that fewest texts hold; empty where the word is too short for one.

    In a script other than Latin words of one or two characters are telling enough.
    """
    if len(word) < KEY:
        return "" if word.isascii() else word
    return max((word[at : at + KEY] for at in range(len(word) - KEY + 1)), key=_rarity)


def _rarity(run: str) -> tuple[bool, int]:
    return run not in _COMMON, sum(_RANKS.get(character, len(_RANKS)) for character in run)


def keys_of(words: Words) -> frozenset[str]:
    """Return keys of which one stands in each text that a pattern with these words may match; empty if none is known.

    They are those of one group of each way, the first in which each word has a key.
    """
    keys = [_first_keyed(way) for way in words]
    return frozenset().union(*keys) if all(keys) else frozenset()


def _first_keyed(way: Iterable[Iterable[str]]) -> frozenset[str]:
    keyed = (frozenset(map(key_of, group)) for group in way)
    return next((keys for keys in keyed if "" not in keys), frozenset())


def row_of(words: Words, cuts: str = "") -> str:
    """Return the row in which the build keeps the keys and words of a pattern, and the row of its alternatives."""
    ways = _WAY.join(_GROUP.join(map(_WORD.join, way)) for way in words)
    return _WORD.join(sorted(keys_of(words))) + _KEYS + ways + (_CUTS + cuts if cuts else "")


def keys_in(row: str) -> frozenset[str]:
    """Return the keys that a row holds."""
    keys = row.partition(_KEYS)[0]
    return frozenset(keys.split(_WORD)) if keys else frozenset()


def words_in(row: str) -> Words:
    """Return the words that a row holds."""
    ways = row.partition(_CUTS)[0].partition(_KEYS)[2]
    return tuple(_way(way) for way in ways.split(_WAY)) if ways else ()


def cuts_in(row: str) -> str:
    """Return the row of a pattern's alternatives (:mod:`gpai_lint.evidence.narrowing`); empty where there is none."""
    return row.partition(_CUTS)[2]


def _way(way: str) -> tuple[tuple[str, ...], ...]:
    return tuple([tuple(group.split(_WORD)) for group in way.split(_GROUP)])
