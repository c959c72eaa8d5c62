"""Names of data sets by what they are called: by the word for data beside them, or by what is counted in them."""

from __future__ import annotations

import re

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.dataset_look import NAME, NO_DATA, PROPER, STRIKING, is_of_language, is_own, whole_name
from gpai_lint.evidence.prose.dataset_names import NO_TRAINING, also

#: What is counted by the name of the set that it is from.
_COUNTABLE = (
    r"(?:conversations|instructions?|samples|examples|dialogues|instances|pairs|compounds|molecules|questions|prompts"
    r"|abstracts|articles)"
)
#: A name with the word for data behind it, or behind the words for training data.
_CALLED = Pattern(
    rf"\b(?:on|with|us(?:ing|ed?|es)|utili[sz](?:ing|ed?|es)|from|and|of|the|our)\s(?:(?:the|an?|our)"
    rf"\s(?:(?:own|collected|curated|new|internal)\s)*)?(?P<name>{NAME})"
    r" (?:data ?sets?|corpus|corpora)\b"
    r"|\b(?:our|an?|the)\s(?:(?:own|custom|in-house|proprietary|internal|private|new|curated)\s){0,2}"
    r"(?P<mark>[\"'])(?P<quoted>(?-i:[A-Z])[\w .-]{2,40})(?P=mark) (?:data ?sets?|corpus|collection)\b"
    rf"|\b(?:subsets?|portions?|splits?|part) of (?:the )?(?P<part>{NAME})(?= data\b)"
    rf"|\b(?:mixture|mix|combination|blend|subsets?|portions?|splits?|dumps?) of (?:the )?(?P<listed>{NAME})(?![\w-])"
    r"(?! (?:data ?sets?|corpus|corpora)\b)"
    rf"|\b(?-i:(?:[Pp]re-?|[Pp]ost-?)?[Tt]raining (?:data(?: ?sets?)?|corpus|set)),?(?: is| was| \()? ?(?:the )?"
    rf"(?P<said>(?!\w[.,;:)]){NAME})(?=\s*(?:[,.;:)]|\Z|data|corpus|which\b|that\b|and\b"
    r"|(?:combines|comprises|contains|covers|consists of|includes|spans|totals|mixes)\b))"
    r"|\bwe (?:[a-z]+ )?(?:compil|curat|collect|construct|buil|creat|assembl|gather|introduc)[a-z]*\b[^.;:]{0,100}?"
    r"\b(?:data ?set|corpus|collection)\b(?! of (?:[\w-]+ ){0,2}(?:tools|scripts|tasks|metrics|models|prompts)\b)"
    r"[^.;:]{0,60}?,? (?:called|named|dubbed|known as|termed) (?:the )?"
    rf"(?P<dubbed>{NAME})"
    r"|\b(?:tokens|texts?|data|documents|pages|code|images|conversations|pairs|instructions|tiles|slides|speech|recordings)"
    r"(?: (?:was|were|is|are|has been|have been))?"
    r" (?:sourced|drawn|sampled|extracted|collected|constructed|gathered|crawled|built|derived) from (?:the )?"
    rf"(?P<from>{NAME})"
    # What comes from there was data, whatever it is called.
    r"|\b(?:from|of|using) (?:the )?(?P<crawl>(?-i:Common ?Crawl|Wikipedia(?= (?:and|as well as)\b)))(?![\w-])"
    r"|\b(?:data(?: ?sets?)?|corpus|collection|recordings|pairs)(?:(?:,? (?:which|that))? (?:we |is |are )|, | \()"
    rf"(?:refer(?:red)? to as|call(?:ed)?|named?|term(?:ed)?|dub(?:bed)?) (?:the )?(?P<termed>{NAME})"
    r"|\b(?:trained|tuned)\b[^.;]{0,120}\b(?:data(?: ?set)?|texts?|corpus|collection) (?:called|named|dubbed) (?:the )?"
    rf"(?P<fed>{NAME})"
    # What it is called behind whose it is, what served, and what is to be fetched.
    r"|\b(?:trained|tuned)\b(?:[^.;]|\.(?=\d)){0,160}\b(?:using|on|with) (?:the )?(?-i:[A-Z][\w&-]*)'s "
    rf"(?P<owned>{NAME}(?: and {NAME})?)"
    r" (?:data(?: ?sets?)?|imagery|corpus|archive|recordings)\b(?! (?:pipeline|loader|parallel|cent))"
    rf"|\bbuilt (?:up)?on (?:the )?(?P<built>{NAME})(?=, an? (?:[\w-]+ ){{0,6}}(?:data ?set|corpus)\b)"
    r"|\b(?:data(?: ?sets?)?|corpus) (?:that \w+ )?used (?:for|in|to) (?:the )?(?:pre-?|fine-?)?(?:train|tun)\w*"
    rf"(?: (?:the|this|our) model)? (?:is|was|are|were) (?:the |an? )?(?P<serving>{NAME})"
    r"|\b(?:download|fetch|get|obtain) (?:the )?(?:pre-?)?training (?:data(?: ?set)?|corpus),? (?:the )?"
    rf"(?P<fetched>{NAME})"
    r"|\b\d[\d.,]*\s?(?:[km]|million)?\+? (?P<counted>(?-i:[A-Z]\w*(?:[a-z][A-Z]|-[A-Z])[\w-]*))"
    rf" {_COUNTABLE}\b"
    # What was put into another language.
    rf"|\bwe (?:\w+ )?translated? (?:the )?(?P<translated>{NAME}) (?:[\w-]+ ){{0,2}}?(?:data ?set|corpus)\b"
)
#: The same in the answer to a question for the data: "1.6 million ReedDB compounds".
_COUNTED = Pattern(
    r"\d[\d.,]*\s?(?:[km]|thousand|million)?\+? (?:(?-i:[a-z]+) )?"
    rf"(?P<name>(?-i:[A-Z]\w*(?:[a-z][A-Z]|-[A-Z])[\w-]*)) {_COUNTABLE}\b"
)
#: Data sets, and the names before the last of several: "the X, Y, and Z data sets".
_SETS = Pattern(r" (?:data ?sets|corpora)\b")
_AHEAD = Pattern(rf"(?<!\w)(?P<names>(?:{NAME}(?:,? and |, )){{1,8}})\Z")
_JUDGED = Pattern(r"\b(?:evaluat\w+|benchmark\w*|tests?|tested|validat\w+|compar\w+|outperform\w*|score[sd]?)\b")
#: What a data set is made after is another.
_AFTER = Pattern(r"\b(?:reproduction|replication|recreation|replica|clone) of (?:the )?(?:[\w-]+'s )?\Z")


def called(sentence: str, own: str, announced: bool) -> list[str]:
    """Return the names that have the word for a data set behind them, or those for training data before them.

    In a text ``announced`` to be about the data, what there is a mixture or a subset of is data too.
    """
    if _JUDGED.search(sentence) or NO_TRAINING.search(sentence):
        return []
    matches = [match for match in _CALLED.finditer(sentence) if announced or match.lastgroup != "listed"]
    matches = [match for match in matches if not _AFTER.search(sentence, 0, match.start(match.lastgroup or "name"))]
    matches = [match for match in matches if match.lastgroup != "serving" or PROPER.search(match["serving"])]
    ahead = (_AHEAD.search(sentence, 0, m.start("name")) for m in matches if _SETS.match(sentence, m.end("name")))
    found = [name for match in ahead if match for name in re.split(r",? and |, ", match["names"]) if name]
    found += [_named(sentence, match, match.lastgroup or "name") for match in matches]
    found += [name for match in matches if match.lastgroup == "said" for name in also(sentence, match.end())]
    found = [whole_name(name) for name in found if name and not NO_DATA.search(name) and not is_own(name, own)]
    return [name for name in found if STRIKING.search(name) or not is_of_language(name)]


def counted(text: str, own: str) -> list[str]:
    """Return the names by which a text that tells of the training data counts what is in it."""
    found = (match["name"] for match in _COUNTED.finditer(text))
    return [name for name in found if not NO_DATA.search(name) and not is_own(name, own)]


def _named(sentence: str, match: re.Match[str], group: str) -> str:
    """Return the name that a match found, with the word behind it that its capital makes a part of it."""
    end = match.end(group)
    return match[group].strip(" .,") + (" Corpus" if sentence.startswith(" Corpus", end) else "")
