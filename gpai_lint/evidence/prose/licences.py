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
from gpai_lint.evidence.prose.passages import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

_FIELD = "distribution.licence"
#: A sentence that says under which licence something stands.
_ON_LICENCE = r"(?: (?:the )?\W{0,2}(?:[\w.]+ ){0,5}licen[sc]e)"
_GRANT = Pattern(
    r"\b(?:licensed|re-?licensed|released|releasing|releases?|distributed|available|provided|published|open-?sourced|governed|offered"
    r"|covered)\b[^.]{0,120}?\b(?:under|governed by|covered by|subject to|according to|licensed by)\b"
    rf"|\b(?:is|are) (?:subject to|governed by|covered by|under|based on(?={_ON_LICENCE}))\b"
    r"|\b(?:must|shall|should|has to|have to|needs? to|required to|please|agree to) (?:adhere to|comply with"
    r"|abide by|follow|respect|accept|be bound by)\b"
    r"|\b(?:use|usage|access) (?:of|to) [^.]{0,60}?\b(?:requires?|follows?|complies with|adheres to)\b"
)
_NAME = Pattern(
    r"\b(?:under|by|to|with|based on|follow|requires?|respect|accept)\b:? (?:following )?(?:the terms of )?"
    r"(?!(?:adhere|comply|abide|follow|respect|accept|be)\b)(?:the |an? |our |their )?"
    r"(?P<name>(?:[【《\[\"]?[\w.+'-]+[】》\]\"]? ){0,6}?"
    r"(?:licen[sc]e(?: agreement)?|agreement)(?:,? (?:version )?v?\d(?:\.\d)?)?\b"
    r"|[《【][^《》【】.;]{0,60}?(?:许可协议|许可证|协议))"
)
_SUBJECT_MODEL = Pattern(r"\b(?:models?|weights?|checkpoints?|parameters)\b")
_SUBJECT_OTHER = Pattern(
    r"\b(?:code(?:base)?|scripts?|source|software|tokenizer|library|documentation|docs|paper|data ?sets?|corpus"
    r"|demo|examples?)\b"
)
_FOREIGN = Pattern(
    rf"\b(?:originally|portions? of|parts? of|some of|borrow\w*|adapted from|based on(?!{_ON_LICENCE})|third[- ]party"
    r"|which (?:is|are) (?:originally )?licensed)\b"
)
#: A sentence that goes on about what the one before it spoke of.
_GOES_ON = Pattern(r"\W*(?:it|they|these|both|all(?: of (?:them|these))?|each)\b")
#: What has a licence beside the model's, where the sentence that grants it speaks of nothing else.
_SUBJECT_DATA = Pattern(
    r"\b(?:data(?: ?sets?| ?bases?)?|corpus|corpora|documentation|docs|paper|web ?site|logos?|figures|annotations?)\b"
)
_SUBJECT_CODE = Pattern(r"\b(?:code(?:base)?|software|source|library|repository|repo|project|work)\b")
_LABEL_CODE = Pattern(r"\b(?:code|data ?set|data|software|library|tokenizer)\b")
_BADGE = Pattern(r"\blicen[sc]e\b")
_COMPONENTS = Pattern(
    r"\b(?:data )?sources\b|\bdatasets\b|\b(?:training|fine-?tuning|instruction) data\b"
    r"|\bcomponents?\b|\bcomposition\b|\bdetails on\b|\bsubsets?\b"
    r"|\bthird[- ]part|\bdependenc"
)
_VAGUE = Pattern(
    r"(?:(?:follow|accept|respect|comply with|abide by|adhere to) )?"
    r"(?:(?:the|our|this|its|their|a|an|your|that|[\w.-]+'s) )?"
    r"(?:terms|license|licence|link|here|see (?:the )?licen[sc]e(?: file)?|agreement|file"
    r"|(?:(?:fully|very|more|highly|commercially|truly) )?(?:permissive|open|free|special|same|respective"
    r"|corresponding|following|original|relevant|applicable|their|different|separate)"
    r"(?: (?:open[- ]source|commercial))? licen[sc]es?(?: agreement)?)"
)
#: A licence's own name, alone under a heading about the licence.
_TITLE = Pattern(r"(?:the )?(?P<name>(?-i:[A-Z])(?:[\w.+-]+ ){1,6}licen[sc]e(?: agreement)?)\.?")
#: A name and nothing else, as it stands alone under a heading.
_BARE_NAME = Pattern(
    r"\W*(?!(?:see|please|refer|check|read|the|this|that|our|we|it|under|for|all|a|an)\b)(?:[\w.'()+-]+ ){1,7}"
    r"(?:licen[sc]e(?: agreement)?|agreement|terms(?: of (?:use|service))?)(?:,? v?\d[\w.]*)?\W*"
)
_REFERENCE = Pattern(r"\b(?:outlined|section|following|described|terms in|conditions)\b")
_NAMED_KEY = Pattern(r"\blicen[sc]e\Z")
_OUTSIDE = frozenset({"citation", "evaluation", "news"})
_CLAUSE = re.compile(r",(?: and)? (?=[^,]{0,60}\b(?:is|are)\b)|;\s|,?\s(?:while|whereas|however|but)\b")
_VERB = Pattern(r"\b(?:is|are|was|were|has|have|must|should|needs?|licensed|released|falls?|comes?)\b")


def read_licences(context: Context) -> Iterator[Fact]:
    """Yield the licence of the model (in a data card: of the data) as often as the document states it."""
    of_models = {passage.section for passage in context.passages if passage.whole and _grants_model(context, passage)}
    for passage in context.passages:
        label = passage.labels[0] if passage.labels else None
        if label is not None and label.role == "key":
            if _FIELD in fields_for(label.text, "key"):
                yield from _keyed(context, passage)
            elif _NAMED_KEY.search(plain(label.text)) and passage.zone not in _OUTSIDE:
                yield from _key_itself(context, passage)
        elif passage.whole:
            yield from _sentences(context, passage, passage.section in of_models)
    yield from _notices(context)
    yield from _badges(context)


def _keyed(context: Context, passage: Passage) -> Iterator[Fact]:
    if any(_COMPONENTS.search(title) for title in passage.path[1:]) or passage.zone in {"citation", "evaluation"}:
        return
    if _LABEL_CODE.search(passage.labels[0].text) and context.artifact.kind != "data_card":
        return
    stated = list(_stated(context, passage, 0, len(passage.text)))
    if not stated:
        name = " ".join(passage.text.split(". ")[0].split()).rstrip(".")
        stated = [(0, len(name), name)] if 1 < len(name) <= 160 and not _VAGUE.fullmatch(name) else []
    for start, end, name in stated:
        yield _fact(context, passage, start, end, name)


def _key_itself(context: Context, passage: Passage) -> Iterator[Fact]:
    """Yield the licence that the key itself names: ``**Apache 2.0 License**: open to all``."""
    name = normalise(passage.labels[0].text)
    if name:
        yield _fact(context, passage, 0, min(len(passage.text), 80), name)


def _grants_model(context: Context, passage: Passage) -> bool:
    """Tell whether a passage says under which licence the model stands."""
    sentences = (passage.text[start:end] for start, end in sentences_of(passage.text))
    return any(_GRANT.search(sentence) and _is_of_model(context, sentence) for sentence in sentences)


def _is_of_model(context: Context, text: str) -> bool:
    return bool(_SUBJECT_MODEL.search(text)) or bool(context.own and re.search(context.own, text))


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
    before = ""
    for start, end, match in sentences:
        sentence = passage.text[start:end]
        subject = f"{before} {sentence}" if _GOES_ON.match(sentence) else sentence
        before = sentence
        foreign = _FOREIGN.search(sentence)
        if match is None or (foreign is not None and foreign.start() < match.end()):
            continue
        about_model = _is_of_model(context, subject)
        if not (under or about_model or context.artifact.kind == "data_card"):
            continue
        if of_model and not about_model:
            continue
        ahead = sentence[: match.start() + len(match.group().split()[0])]
        of_data = _SUBJECT_DATA.search(ahead) and not (about_model or _SUBJECT_CODE.search(ahead))
        if of_data and context.artifact.kind != "data_card":
            continue
        stated = list(_stated(context, passage, start, end))
        name = None if stated else _name_in(sentence, match.start())
        if name is not None and not _REFERENCE.search(name["name"]):
            first, last = start + name.start("name"), start + name.end("name")
            vague = _VAGUE.fullmatch(name["name"])
            called = _addressed(context, passage, first, last, name["name"]) if vague else name["name"]
            stated = [(first, last, called)] if called else []
        for first, last, text in stated:
            found = True
            yield _fact(context, passage, first, last, text)
    if under and not found:
        # "See [LICENSE](…) for details": the file that a link leads to is called by its licence.
        for start, end, _ in sentences:
            named = _BADGE.search(passage.text, start, end) and not _FOREIGN.search(passage.text, start, end)
            linked = _link_name(context, passage, start, end) if named else ""
            if linked:
                found = True
                yield _fact(context, passage, start, end, linked)
    of_code = of_model and _SUBJECT_OTHER.search(passage.text) and not _is_of_model(context, passage.text)
    if under and not found and not of_code and passage.place == 0 and len(passage.text) < 160:
        text = normalise(passage.text) or _bare_name(passage.text)
        if text:
            yield _fact(context, passage, 0, len(passage.text), text)


def _parts(text: str) -> list[tuple[int, int]]:
    """Return the clauses of a sentence that speak of the model, where others speak of code; else the whole."""
    whole = [(0, len(text))]
    if not (_SUBJECT_MODEL.search(text) and _SUBJECT_OTHER.search(text)):
        return whole
    # A subject that is joined to another has no verb of its own: it shares the clause.
    cuts: list[int] = []
    for match in _CLAUSE.finditer(text):
        if match.group().strip() not in {",", ", and"} or _VERB.search(text, cuts[-1] if cuts else 0, match.start()):
            cuts.append(match.end())
    parts = zip([0, *cuts], [*cuts, len(text)], strict=True)
    return [part for part in parts if _SUBJECT_MODEL.search(text[slice(*part)])] or whole


def _name_in(sentence: str, start: int) -> re.Match[str] | None:
    """Return the words behind ``start`` that name the licence of the model."""
    names = (_NAME.search(sentence, max(start, first), last) for first, last in _parts(sentence))
    return next((name for name in names if name), None)


def _stated(context: Context, passage: Passage, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the licences named in a range, those of code left out where that of the model stands beside them."""
    text = passage.text[start:end]
    found = False
    for first, last in _parts(text):
        named: dict[str, tuple[int, int, str]] = {}
        for mention in mentions(text[first:last]):
            place = (start + first + mention.start, start + first + mention.end, mention.id)
            # Of two mentions in one statement the one that says that it is a licence counts.
            if mention.id not in named or _BADGE.search(passage.text[place[0] : place[1]]):
                named[mention.id] = place
        found = found or bool(named)
        yield from named.values()
    target = "" if found else _link_name(context, passage, start, end)
    if target:
        yield start, end, target


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
        text = plain(f"{image.text} {image.source if 'badge' in image.source or 'shields' in image.source else ''}")
        if not _BADGE.search(text) or _LABEL_CODE.search(image.text):
            continue
        name = normalise(image.source[:1_900]) or normalise(image.text) or normalise(image.target)
        if name is None:
            said = re.search(r"/badge/([^?]{1,80}?)(?:-[A-Za-z0-9]+)?(?:\.svg)?(?:\?|\Z)", image.source)
            name = re.sub(r"[-_]+|%20", " ", said[1]).strip() if said else ""
        if name:
            field = catalogue().fields[_FIELD]
            yield context.fact(field, name, image.text or name, image.span, image.section, label="badge")


def _fact(context: Context, passage: Passage, start: int, end: int, name: str) -> Fact:
    span = passage.span(start, end)
    label = passage.labels[0].text if passage.labels and passage.labels[0].role != "heading" else ""
    # "Available at …" is no evasion here: the licence is named, or at least that there is one.
    state = None if state_of(passage.text[start:end]) is State.PLACEHOLDER else State.STATED
    field = catalogue().fields[_FIELD]
    return context.fact(field, name, passage.text, span, passage.section, label=label, state=state)
