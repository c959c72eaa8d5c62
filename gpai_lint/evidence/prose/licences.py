"""Statements of a licence in prose: keys, headings, sentences and badges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.licences.names import mentions, normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.prose.labels import fields_for, plain
from gpai_lint.evidence.prose.licence_subjects import (
    ON_LICENCE,
    foreign_at,
    is_of_code,
    is_of_data,
    is_of_model,
    is_of_other,
    is_of_work,
    is_the_weights,
    model_parts,
    of_the_model,
)
from gpai_lint.evidence.prose.passages import sentences_of, zone_of
from gpai_lint.evidence.prose.tables import data_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact, Value
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

_FIELD = "distribution.licence"
#: A sentence that says under which licence something stands.
_GRANT = Pattern(
    r"\b(?:licensed|re-?licensed|released|releasing|releases?|distributed|available|provided|published|open-?sourced"
    r"|governed|offered|covered)\b[^.]{0,120}?\b(?:under|governed by|covered by|subject to|according to|licensed by)\b"
    rf"|\b(?:is|are) (?:subject to|governed by|covered by|licensed by|under|based on(?={ON_LICENCE}))\b"
    r"|\b(?:must|shall|should|has to|have to|needs? to|required to|please|agree to) (?:adhere to|comply with"
    r"|abide by|follow|respect|accept|be bound by)\b"
    r"|\b(?:use|usage|access) (?:of|to) [^.]{0,60}?\b(?:requires?|follows?|complies with|adheres to)\b"
    r"|\b(?:free to|can|may) (?:be )?(?:use|copy|modify|share|distribute)d?\b[^.]{0,120}?\bunder\b"
    r"|(?<=[\w)]-)licensed\b"
    r"|\blicen[sc]e (?:for|of) [^.]{0,60}?\b(?:is|are|remains|changed to)\b"
    r"|\b(?:unter|sous|bajo|sotto|sob|con)\b[^;]{0,60}?(?:lizenz|licen[cçz][ei]?a?)\b"
    r"|(?:遵[循守]|[依按]照|基于|采用|根据|受)[^。；]{0,80}?(?:许可|协议|授权|licen[sc]e)"
    r"|(?:ライセンス|licen[sc]e\b[^。]{0,10})\s?(?:の(?:下|もと)|で(?:公開|提供|配布|す)|に(?:基づ|従|準拠))"
    r"|라이[선센]스\s?(?:하에|를|로|에)"
)
_NAME = Pattern(
    r"(?:\b(?:under|by|to|with|based on|follow|requires?|respect|accept)\b:? (?:following )?(?:the terms of )?"
    r"(?!(?:adhere|comply|abide|follow|respect|accept|be)\b)(?:the |an? |our |their )?|(?:遵[循守]|[依按]照|采用|根据)\s?)"
    r"(?P<name>(?:[【《\[\"]?[\w.+'-]+[】》\]\"]? ){0,6}?"
    r"(?:licen[sc]e(?: agreement)?|agreement)(?:,? (?:version )?v?\d(?:\.\d)?)?\b"
    r"|[《【\"]?[^《》【】\".,;。\s]{1,40}?(?:许可协议|许可证|协议))"
)
#: A sentence that goes on about what the one before it, or the heading, spoke of.
_GOES_ON = Pattern(r"\W*(?:it|they|these|both|all(?: of (?:them|these))?|each)\b")
_LABEL_CODE = Pattern(r"\b(?:code|data ?set|data|software|library|tokenizer)\b")
_BADGE = Pattern(r"licen[sc]e")
_COMPONENTS = Pattern(
    r"\b(?:data )?sources\b|\bdatasets\b|\b(?:training|fine-?tuning|instruction) data(?:set)?\b"
    r"|\bcomponents?\b|\bcomposition\b|\bdetails on\b|\bsubsets?\b"
    r"|\bthird[- ]part|\bdependenc|\bfine-?tuned (?:off|from|on)\b|\b(?:related|other|derived|derivative) models?\b"
)
_VAGUE = Pattern(
    r"(?:(?:follow|accept|respect|comply with|abide by|adhere to) )?"
    r"(?:(?:the|our|this|its|their|a|an|your|that|[\w.-]+'s) )?"
    r"(?:terms|license|licence|link|here|see (?:the )?licen[sc]e(?: file)?|agreement|file"
    r"|(?:(?:fully|very|more|highly|commercially|truly) )?(?:permissive|open|free|special|same|respective"
    r"|corresponding|following|original|relevant|applicable|their|different|separate)"
    r"(?: (?:open[- ]source|commercial))? licen[sc]es?(?: agreement)?"
    r"|(?:[该本此其]|相关|以下|上述|开源|模型|对应|的)*(?:许可协议|许可证|协议))"
)
#: A licence's own name, alone under a heading about the licence.
_TITLE = Pattern(r"(?:the )?(?P<name>(?-i:[A-Z])(?:[\w.+-]+ ){1,6}licen[sc]e(?: agreement)?)\.?")
#: A name and nothing else, as it stands alone under a heading.
_BARE_NAME = Pattern(
    r"\W*(?!(?:see|please|refer|check|read|the|this|that|our|we|it|under|for|all|a|an)\b)(?:[\w.'()+-]+ ){1,7}"
    r"(?:licen[sc]e(?: agreement)?|agreement|terms(?: of (?:use|service))?)(?:,? v?\d[\w.]*)?\W*"
)
_REFERENCE = Pattern(r"\b(?:outlined|section|following|described|terms in|conditions)\b")
#: What stands for a licence that is not named: "licensed and intended for research use only".
_LIMIT = Pattern(
    r"\blicen[sc]ed\b[^.]{0,60}?\bfor (?P<name>(?:(?:non-?commercial|academic|research|educational)(?:,| and| or)? ){1,3}"
    r"(?:use|purposes?)(?: only)?)\b"
)
#: A licence that is sold beside the one that everybody has.
_PAID = Pattern(r"\b(?:commercial|enterprise|paid)\b")
#: What a cell of a table holds that names a licence, and not whether there is one.
_CELL = Pattern(
    r"(?!(?:yes|no|none|n/?a|tb[ad]|open|closed|free|custom|other|various|see|soon)\b)[^\W\d_][\w .,+'()/-]{2,80}"
)
_NAMED_KEY = Pattern(r"\blicen[sc]e\Z")
_OUTSIDE = frozenset({"citation", "evaluation", "news"})


def read_licences(context: Context) -> Iterator[Fact]:
    """Yield the licence of the model (in a data card: of the data) as often as the document states it."""
    of_models = {passage.section for passage in context.passages if passage.whole and _grants_model(context, passage)}
    of_work: list[Fact] = []
    told: list[Fact] = []
    own: set[Value] = set()
    for passage in context.passages:
        label = passage.labels[0] if passage.labels else None
        if label is not None and label.role == "key":
            if _FIELD in fields_for(label.text, "key"):
                told += _keyed(context, passage)
            elif _NAMED_KEY.search(plain(label.text)) and passage.zone not in _OUTSIDE:
                told += _key_itself(context, passage)
        elif passage.whole and not (of_models and is_of_code(passage.text)):
            found = list(_sentences(context, passage, passage.section in of_models))
            own.update(fact.value for fact in found if _grants_model(context, passage))
            (of_work if is_of_work(passage.text, context.own) else told).extend(found)
    badges = list(_badges(context))
    own.update(fact.value for fact in badges if is_of_model(fact.text, ""))
    yield from told
    # What the project stands under is the model's licence too, unless its own is told apart from it.
    yield from (fact for fact in of_work if not own or fact.value in own)
    yield from _tabled(context)
    yield from _notices(context)
    yield from badges


def _keyed(context: Context, passage: Passage) -> Iterator[Fact]:
    if any(_COMPONENTS.search(title) for title in passage.path[1:]) or passage.zone in {"citation", "evaluation"}:
        return
    if _LABEL_CODE.search(passage.labels[0].text) and context.artifact.kind != "data_card":
        return
    text, of_data = passage.text, context.artifact.kind == "data_card"
    stated = [
        (first, last, name)
        for start, end in sentences_of(text)
        for first, last, name in _stated(context, passage, start, end)
        if of_data or not is_of_data(text[start:first], is_of_model(text[start:first], context.own))
    ]
    stated = of_the_model(text, stated)
    if not stated:
        name = " ".join(text.split(". ")[0].split()).rstrip(".")
        named = (
            1 < len(name) <= 160
            and not _VAGUE.fullmatch(name)
            and (of_data or not is_of_data(name, is_of_model(name, context.own)))
        )
        stated = [(0, len(name), name)] if named else []
    for start, end, name in stated:
        yield _fact(context, passage, start, end, name)


def _key_itself(context: Context, passage: Passage) -> Iterator[Fact]:
    """Yield the licence that the key itself names: ``**Apache 2.0 License**: open to all``."""
    key = plain(passage.labels[0].text)
    name = normalise(key)
    if not name and any(_FIELD in fields_for(label.text, "heading") for label in passage.labels[1:2]):
        name = "" if _LABEL_CODE.search(key) or _PAID.search(key) else _bare_name(key)
    if name:
        yield _fact(context, passage, 0, min(len(passage.text), 80), name)


def _grants_model(context: Context, passage: Passage) -> bool:
    """Tell whether a passage says under which licence the model stands."""
    for start, end in sentences_of(passage.text):
        match = _GRANT.search(passage.text[start:end])
        sentence = passage.text[start:end]
        if match and is_of_model(sentence, context.own) and foreign_at(sentence) >= match.end():
            return True
    return False


def _bare_name(text: str) -> str:
    """Return the name of a licence that a text consists of; empty where it says more or less than that."""
    titled = _TITLE.fullmatch(text.strip())
    if titled and not _VAGUE.fullmatch(titled["name"]):
        return titled["name"]
    return text.strip(" .") if _BARE_NAME.fullmatch(text) and not _VAGUE.fullmatch(text.strip(" .")) else ""


def _sentences(context: Context, passage: Passage, of_model: bool) -> Iterator[Fact]:
    """Yield the licences that sentences grant; ``of_model`` says that one near them speaks of the model's own."""
    label = passage.labels[0] if passage.labels else None
    under = label is not None and label.role != "key" and _FIELD in fields_for(label.text, "heading")
    if not under and (passage.zone in _OUTSIDE or any(_COMPONENTS.search(title) for title in passage.path[1:])):
        return
    found = False
    sentences = [(start, end, _GRANT.search(passage.text[start:end])) for start, end in sentences_of(passage.text)]
    before = " ".join(passage.path[-1:])
    for start, end, match in sentences:
        sentence = passage.text[start:end]
        subject = f"{before} {sentence}" if _GOES_ON.match(sentence) else sentence
        before = sentence
        if match is None or foreign_at(sentence) < match.end():
            continue
        about_model = is_of_model(subject, context.own)
        if not (under or about_model or context.artifact.kind == "data_card"):
            continue
        if of_model and not about_model:
            continue
        ahead = sentence[: match.start() + len(match.group().split()[0])]
        if context.artifact.kind != "data_card" and (
            is_of_data(ahead, about_model) or is_of_data(sentence[: match.end()], about_model)
        ):
            continue
        stated = list(_stated(context, passage, start, end))
        name = None if stated else _name_in(sentence, match.start())
        if name is not None and not _REFERENCE.search(name["name"]):
            first, last = start + name.start("name"), start + name.end("name")
            vague = _VAGUE.fullmatch(name["name"])
            called = _addressed(context, passage, first, last, name["name"]) if vague else name["name"]
            stated = [(first, last, called.strip('"'))] if called else []
        for first, last, text in stated:
            found = True
            yield _fact(context, passage, first, last, text)
    if under and not found and not (of_model and not is_of_model(passage.text, context.own)):
        yield from _under_heading(context, passage, [(start, end) for start, end, _ in sentences])


def _under_heading(context: Context, passage: Passage, sentences: list[tuple[int, int]]) -> Iterator[Fact]:
    """Yield the licence that a passage under a heading about it names without granting it."""
    found = False
    # "See [LICENSE](…) for details": the file that a link leads to is called by its licence.
    for start, end in sentences:
        sentence = passage.text[start:end]
        named = _BADGE.search(sentence) and foreign_at(sentence) == len(sentence) and not is_of_data(sentence, False)
        linked = _link_name(context, passage, start, end) if named else ""
        if linked:
            found = True
            yield _fact(context, passage, start, end, linked)
    limit = None if found else _LIMIT.search(passage.text)
    if limit:
        found = True
        yield _fact(context, passage, limit.start("name"), limit.end("name"), limit["name"])
    if not found and passage.place == 0 and len(passage.text) < 160:
        text = normalise(passage.text) or _bare_name(passage.text)
        if text:
            yield _fact(context, passage, 0, len(passage.text), text)


def _name_in(sentence: str, start: int) -> re.Match[str] | None:
    """Return the words behind ``start`` that name the licence of the model."""
    names = (_NAME.search(sentence, max(start, first), last) for first, last in model_parts(sentence))
    return next((name for name in names if name), None)


def _stated(context: Context, passage: Passage, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the licences named in a range, those of code left out where that of the model stands beside them."""
    text = passage.text[start:end]
    found = False
    for first, last in model_parts(text):
        named: dict[str, tuple[int, int, str]] = {}
        for mention in mentions(text[first:last]):
            place = (first + mention.start, first + mention.end, mention.id)
            # Of two mentions in one statement the one that says that it is a licence counts.
            if mention.id not in named or _BADGE.search(text[place[0] : place[1]]):
                named[mention.id] = place
        found = found or bool(named)
        for begin, until, name in of_the_model(text[:last], named.values()):
            yield start + begin, start + until, name
    for first, last in [] if found else model_parts(text):
        target = _link_name(context, passage, start + first, start + last)
        if target:
            yield start + first, start + last, target


def _link_name(context: Context, passage: Passage, start: int, end: int) -> str:
    """Return the licence that a link in the range names by its address."""
    for target in context.targets(passage, start, end):
        name = normalise(target) or normalise(re.sub(r"[_-]+", " ", unquote(target.rpartition("/")[2])))
        if name:
            return name
    return ""


def _addressed(context: Context, passage: Passage, start: int, end: int, text: str) -> str:
    """Return how the address of a link calls the licence that its text does not name: ``…/open-model-license``.

    An address elsewhere that does not tell either still makes the words in the text more than a promise.
    """
    targets = context.targets(passage, start, end)
    for target in targets:
        file = unquote(target.rstrip("/").rpartition("/")[2])
        words = re.sub(r"[\W_]+", " ", re.sub(r"\.\w{2,4}\Z", "", file)).strip()
        if _BADGE.search(words) and len(words.split()) > 1:
            return words
    return text if re.match(r"open\b", text) and any("://" in target for target in targets) else ""


def _tabled(context: Context) -> Iterator[Fact]:
    """Yield the licences in tables that give each model of the document its own; those of others stand beside them."""
    for table in context.prose.tables if context.own and context.artifact.kind != "data_card" else ():
        path = context.prose.sections[table.section].path
        if zone_of(context.prose, path) in _OUTSIDE or any(_COMPONENTS.search(title) for title in path[1:]):
            continue
        for datum in data_of(table, context.names):
            if datum.field != _FIELD or is_of_other(datum.label):
                continue
            row = next(row for row in table.rows if any(cell is datum.cell for cell in row))
            named = [datum.variant, *(cell.text for cell in row if cell is not datum.cell)]
            if not any(is_the_weights(plain(text)) or context.begins_own(plain(text)) for text in named if text):
                continue
            text = " ".join(plain(datum.cell.text).split())
            name = normalise(text) or (text if _CELL.fullmatch(text) and not _VAGUE.fullmatch(text) else "")
            if name:
                field, span = catalogue().fields[_FIELD], datum.cell.part(0, len(datum.cell.text))
                yield context.fact(
                    field, name, datum.cell.text, span, table.section, variant=datum.variant, label=datum.label
                )


def _notices(context: Context) -> Iterator[Fact]:
    """Yield the licence of a notice that stands as a code block under a heading about the licence."""
    for block in context.prose.blocks:
        path = context.prose.sections[block.section].path
        if block.kind != "code" or not path or _FIELD not in fields_for(path[-1], "heading"):
            continue
        text = plain(block.text[:1_900])
        match = _GRANT.search(text)
        for mention in mentions(text[match.start() : match.start() + 300])[:1] if match else []:
            start = match.start() + mention.start if match else 0
            span = block.part(start, start + mention.end - mention.start)
            yield context.fact(catalogue().fields[_FIELD], mention.id, block.text[start:][:300], span, block.section)


def _badges(context: Context) -> Iterator[Fact]:
    for image in context.prose.images:
        said = re.search(r"/badge/([^?]{1,200})", image.source)
        label = plain(f"{image.text} {re.sub(r'[-_]+|%20', ' ', said[1]) if said else ''}")
        if not _BADGE.search(label) or _LABEL_CODE.search(label):
            continue
        name = normalise(image.source[:1_900]) or normalise(image.text) or normalise(image.target)
        if name is None:
            said = re.search(r"/badge/([^?]{1,80}?)(?:-[A-Za-z0-9]+)?(?:\.svg)?(?:\?|\Z)", image.source)
            name = re.sub(r"[-_]+|%20", " ", said[1]).strip() if said else ""
        if name:
            field = catalogue().fields[_FIELD]
            yield context.fact(field, name, label.strip() or name, image.span, image.section, label="badge")


def _fact(context: Context, passage: Passage, start: int, end: int, name: str) -> Fact:
    span = passage.span(start, end)
    label = passage.labels[0].text if passage.labels and passage.labels[0].role != "heading" else ""
    # "Available at …" is no evasion here: the licence is named, or at least that there is one.
    state = None if state_of(passage.text[start:end]) is State.PLACEHOLDER else State.STATED
    field = catalogue().fields[_FIELD]
    return context.fact(field, name, passage.text, span, passage.section, label=label, state=state)
