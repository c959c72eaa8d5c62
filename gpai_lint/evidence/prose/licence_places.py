"""Where in a passage licences are named, and the facts that come of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.licences.names import mentions, normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.prose.labels import fields_for
from gpai_lint.evidence.prose.licence_subjects import is_of_both, model_parts, of_the_model
from gpai_lint.evidence.prose.licence_wording import LICENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

FIELD = "distribution.licence"
#: Sections on what the model was made from, whose licences are not its own.
COMPONENTS = Pattern(
    r"\b(?:data )?sources\b|\bdatasets\b|\b(?:training|fine-?tuning|instruction) data(?:set)?\b"
    r"|\bcomponents?\b|\bcomposition\b|\bdetails on\b|\bsubsets?\b"
    r"|\A\W*(?:the )?base model\W*\Z|\bmod[eè]le de base\b|\bbasismodell\b|\bmodelo base\b|\bmodello (?:di )?base\b"
    r"|\bdonn[ée]es d['’]entra[iî]nement\b|\btrainingsdaten\b|\bdatos de entrenamiento\b|\bdati di addestramento\b"
    r"|\bdados de trein(?:amento|o)\b"
    r"|\bthird[- ]part|\bdependenc|\bfine-?tuned (?:off|from|on)\b|\b(?:related|other|derived|derivative) models?\b"
)
#: A licence that says of itself that it is a model's, beside the one of code.
_MODEL_LICENCE = Pattern(
    r"(?P<name>(?:(?<=《)[^《》。;]{1,60}?|(?:[^《》\s,.;:]|\.(?=\d)){0,40})模型(?:商用|社区)?(?:许可)?协议"
    r"|(?:(?-i:[A-Z])[\w.-]* ){1,5}model licen[sc]e(?: agreement)?)"
)
#: The file with the licence of the code, beside which there is one for the model.
_OF_CODE = Pattern(r"(?:source )?code licen[sc]e|licen[sc]e (?:source )?code")
#: How far behind the words of a grant the link to the licence begins at most.
_NEXT = 6
#: Zones whose sentences grant nothing.
OUTSIDE = frozenset({"citation", "evaluation", "news"})


def is_under(passage: Passage, behind: int = 0) -> bool:
    """Tell whether the label ``behind`` so many others of a passage is a heading or a line about the licence."""
    label = passage.labels[behind] if len(passage.labels) > behind else None
    return label is not None and label.role != "key" and FIELD in fields_for(label.text, "heading")


def stated_in(context: Context, passage: Passage, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the licences named in a range, those of code left out where that of the model stands beside them."""
    text = passage.text[start:end]
    found = False
    for first, last in model_parts(text):
        named: dict[str, tuple[int, int, str]] = {}
        for mention in mentions(text[first:last]):
            place = (first + mention.start, first + mention.end, mention.id)
            # Of two mentions in one statement the one that says that it is a licence counts.
            if mention.id not in named or LICENCE.search(text[place[0] : place[1]]):
                named[mention.id] = place
        apart = _MODEL_LICENCE.search(text, first, last) if named else None
        if apart and (is_of_both(text[first:last]) or text[: apart.start()].endswith("《")):
            named = {"": (*apart.span("name"), apart["name"])}
        found = found or bool(named)
        for begin, until, name in of_the_model(text[:last], named.values()):
            yield start + begin, start + until, name
    for first, last in [] if found else model_parts(text):
        target = link_name(context, passage, start + first, start + last)
        if target:
            yield start + first, start + last, target


def link_name(context: Context, passage: Passage, start: int, end: int) -> str:
    """Return the licence that a link in the range names by its address."""
    for target in context.targets(passage, start, end):
        name = normalise(target) or normalise(re.sub(r"[_-]+", " ", unquote(target.rpartition("/")[2])))
        if name:
            return name
    return ""


def addressed(context: Context, passage: Passage, start: int, end: int, text: str) -> str:
    """Return how the address of a link calls the licence that its text does not name: ``…/open-model-license``.

    ``start`` is where the words for the licence begin and ``end`` where their sentence does. An address elsewhere that
    does not tell the name either still makes the words in the text more than a promise.
    """
    targets = context.targets(passage, start, end)
    for target in targets:
        words = _file_words(target)
        if LICENCE.search(words) and len(words.split()) > 1:
            return words
    elsewhere = [target for target in targets if "://" in target]
    told = re.match(r"open\b", text) or any(LICENCE.search(_file_words(target)) for target in elsewhere)
    return text if elsewhere and told else ""


def linked_name(context: Context, passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """Return where the text of a link to a file of a licence stands that a range begins with: ``[RAIL](LICENSE)``."""
    for link in context.links(passage, start, end)[:1]:
        at = passage.text.find(link.text, start, end)
        if link.text and start <= at <= start + _NEXT and LICENCE.search(_file_words(link.target)):
            return at, at + len(link.text)
    return None


def leads_to_codes(context: Context, passage: Passage, start: int, end: int) -> bool:
    """Tell whether a link leads to a file that is called the licence of the code: the model has another."""
    targets = context.targets(passage, start, end)
    return any(_OF_CODE.fullmatch(_file_words(target)) for target in targets)


def _file_words(target: str) -> str:
    """Return the words of the name of the file that an address ends in, without its extension."""
    file = unquote(target.rstrip("/").rpartition("/")[2])
    return re.sub(r"[\W_]+", " ", re.sub(r"\.\w{2,4}\Z", "", file)).strip()


def licence_fact(context: Context, passage: Passage, start: int, end: int, name: str) -> Fact:
    """Return the fact of a licence whose name stands in a range of a passage."""
    span = passage.span(start, end)
    label = passage.labels[0].text if passage.labels and passage.labels[0].role != "heading" else ""
    # "Available at …" is no evasion here: the licence is named, or at least that there is one.
    state = State.PLACEHOLDER if state_of(passage.text[start:end]) is State.PLACEHOLDER else State.STATED
    field = catalogue().fields[FIELD]
    return context.fact(field, name, passage.text, span, passage.section, label=label, state=state)
