"""Names of the data sets that a model was trained on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.prose.another import tells_training_of_another
from gpai_lint.evidence.prose.dataset_asides import BESIDES, is_ours, served
from gpai_lint.evidence.prose.dataset_chinese import chinese_names
from gpai_lint.evidence.prose.dataset_links import HUB_NAME, introduced_names, linked_names, offered_below
from gpai_lint.evidence.prose.dataset_look import ASIDE, IDENTIFIER, LICENCE, NO_DATA, PROPER, STRIKING, is_own
from gpai_lint.evidence.prose.dataset_mixtures import is_set, share, shares
from gpai_lint.evidence.prose.dataset_names import called, enumeration, mentioned, trained_on, used
from gpai_lint.evidence.prose.dataset_tables import read_dataset_tables
from gpai_lint.evidence.prose.descriptions import tells_of_model
from gpai_lint.evidence.prose.labels import fields_for
from gpai_lint.evidence.prose.passages import sentences_of
from gpai_lint.evidence.values.languages import is_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

_FIELD = "data.datasets"
_TRAINING = Pattern(
    r"\b(?:pre-?|post-?)?(?:train(?:ed|ing)?|fine[- ]?tun(?:es|ed|ing)|sources|data ?sets? used"
    r"|we (?:collect|gather|curat|assembl|combin|clean(?:ed)? and (?:annotat|filter|label))\w*"
    r"|we (?:also |further |additionally )?(?:add|mix in|incorporat)\w*\b[^.]{0,200}"
    r"\b(?:stage|phase|mixture|corpus|data(?: ?sets?)?)"
    r"|we (?:\w+ )?fine-?tune|align(?:ed|ing) (?:the|our|this) model"
    r"|(?:instruction|supervised)[ -](?:fine-?)?tuning"
    r"|preference optimi[sz]ation|sft|dpo)\b|训练|微调"
)
_DATA = Pattern(
    r"\b(?:data ?(?:sets?|bases?)|corpus|corpora|data (?:\w+ )?(?:consists?|includes?|comprises?|contains?|comes?)"
    r"|(?:collected|sourced|gathered|sampled|drawn|crawled|built|derived|extracted|includes?|contains?|comprises?)"
    r" (?:data )?from)\b"
)
#: A passage that is about the training data in all its sentences.
_OF_DATA = Pattern(r"\b(?:pre-?)?training (?:data|corpus|corpora)\b")
#: What the document's own data was taken from: "our data set includes 2M images from …".
_OWN_DATA = Pattern(
    r"\bour (?:(?:image|video|audio|speech|text) )?(?:data(?: ?sets?)?|corpus) (?:mainly |mostly |primarily )?"
    r"(?:includes?|consists? of|comprises?|contains?|combines?|comes? from|(?:is|are|was|were) (?:drawn|built|collected"
    r"|compiled|sourced|taken|gathered))\b"
)
#: Where the model's data is to be had: "The data set is available here".
_OFFERED = Pattern(
    r"\b(?:the|our|all|both)(?: (?:full|complete|entire|final|instruction|(?:pre-?|post-?)?training|fine-?tuning))*"
    r" (?:data(?: ?sets?)?|corpus|corpora)\b(?: (?:we|that|used)\b[^.;]{0,30})?"
    r" (?:is|are|was|were|has been|have been|can be) (?:\w+ ){0,2}"
    r"(?:public|available|found|accessed|accessible|released|published|hosted|open-?sourced)\b"
)
_NAMED = Pattern(
    r"(?:the )?(?P<name>[A-Z0-9][^:;,\n(]{1,80}?(?:\s\([^)\n]{0,160}\))?)"
    r"(?=\s*(?:[:;,(]|\s[-→]\s|\.\s|\Z|and subsets)"
    r"|\s(?:an? (?:data ?set|corpus)|(?:data ?set )?(?:that|containing|consisting of))\s)",
    flags=0,
)
#: What stands before a name: an article, and that it is a part or a version that is used.
_BEFORE = Pattern(
    r"(?i:^(?:the|an?) (?:(?:[\w-]+ ){0,2}?(?:version|subset|portion|split|part) of (?:the )?)?)", flags=0
)
_MIXTURE = Pattern(r"^(?:an? |the )?(?:[\w-]+ )?(?:mix(?:ture)?|blend|combination|concatenation|union) of (?-i:the )?")
#: A name in parentheses behind what kind of data it is the name of: "Web corpus (REED-2T): …".
_DESCRIBED = Pattern(
    r"(?:[A-Z][\w-]* ){1,3}(?i:data ?set|corpus) "
    r"\((?P<name>(?=[\w-]*(?:\d|-[A-Z]|[a-z][A-Z]|[A-Z]{2}))[A-Z][\w.-]+)\)(?=\s*(?:[:,.]|\Z))",
    flags=0,
)
#: Where a data set is described, in parentheses behind its name.
_PLACES = Pattern(
    r"\s\((?i:(?:arxiv|paper|website|link|page|code|github|hugging ?face|data|card)[\s|,/]*)+\)\Z", flags=0
)
#: Who described a data set, behind its name.
_AUTHORS = re.compile(r"(?<=\w) [A-Z][\w'-]+ et al\.?\Z")
#: The name on a hub at the beginning of a longer answer.
_LEADING = re.compile(r"[`*]*(?P<name>[\w.-]+/(?=[\w.-]*[_\d-])[\w.-]+[\w-])[`*]*(?=[\s,;(.])")
#: An item that is a name for its article: "The Heap".
_ARTICLE = re.compile(r"The [A-Z]\w+(?:\W*\Z|, )")
#: An item on what was done to the data, by a heading of its own: "NSFW, PII, Malware Filtering: …".
_WORK = Pattern(
    r"[^.:]{0,80}\b(?:filter(?:ing|s)|de-?duplication|cleaning|removal|redaction|(?:pre-?)?processing|tokeni[sz]ation"
    r"|normali[sz]ation|anonymi[sz]ation)\W{0,3}:"
)
_MAX_ITEM = 600
#: What an introduction of data sets says, and one of those that served to judge.
_SETS = Pattern(r"\b(?:data ?(?:sets?|bases?)|corpora|(?:data )?sources|(?:data|training) ?mix(?:ture)?)\b")
_JUDGED = Pattern(r"\b(?:evaluat\w+|benchmark\w*|tests?|tested|validat\w+|compar\w+|contaminat\w+|not|results)\b")
#: Keys that say no more than that the heading above them is answered.
_MERE_KEY = Pattern(r"(?:data ?set )?(?:links?|names?|sources?|urls?)(?:\(s\))?")
_ROW_OF_DATA = Pattern(
    r"\W*(?:(?:(?:pre|post|mid)-?)?training|sft|dpo|instruct(?:ion)?|fine-?tuning)"
    r"[ -](?:data(?: ?sets?)?|corpus)(?:\W*\Z| (?:for|of)\b)"
)
_LANGUAGES = Pattern(r"\blanguages\b(?!.*\bdata)")
#: Data that shows in what form a script takes one's own.
_SAMPLE = Pattern(
    r"\b(?:this|the|our|these|as|an?) (?:example|sample|demo|toy|dummy)(?: training)? "
    r"(?:data(?: ?sets?)?|corpus|samples)\b"
)
#: A model that helped to sift or to label the data, and what that one was trained on.
_HELPER = Pattern(
    r"\b(?:us(?:e[ds]?|ing)|with|by|of) (?:an?|the|our) (?:[\w.-]+ ){0,3}?"
    r"(?:(?:guard|filter(?:ing)?|quality|safety|toxicity|annotation|labell?ing|captioning) models?|classifiers?)"
    r"(?: (?:which|that) (?:is|was|were))? (?:(?:pre-?|fine-?)?trained|tuned) (?:on|with|using)\b"
)
_FOR_TESTS = Pattern(
    r"\W*(?:evaluation|test(?:ing)?|benchmark)(?: and (?:test(?:ing)?|validation))? data(?: ?sets?)?\b(?!.*\btrain)"
)
#: What a data set is, as the text begins that stands under its name, perhaps below a heading of its own.
_DEFINES = Pattern(
    r"an? (?:[\w-]+ ){0,6}?(?:data ?set|corpus|collection|dump|snapshot|recreation|subset)s?\b"
    r"(?! (?:is|was|are|were|has|have)\b)"
)
_DESCRIBES = Pattern(r"\W*(?:data ?set )?(?:description|overview|summary)\W*")
_ANNOUNCING = frozenset({_FIELD, "data.statement", "data.provenance"})
#: How data was collected, and an entry of a list of that: ``Nest 2: Hybrid: Automatic/Sensors``.
_COLLECTION = Pattern(r"\W*data (?:collection|acquisition) methods?(?: by data ?sets?)?\W*")
_COLLECTED = Pattern(
    r"(?P<name>(?!(?:hybrid|human|automat\w*|manual\w*|synthetic|unknown|undisclosed)\b)(?-i:[A-Z0-9])[\w.+-]*"
    r"(?: [\w.+-]+){0,5}): +(?:hybrid|human|automat(?:ed|ic\w*)|manual\w*|synthetic|unknown|undisclosed|sensors?)\b"
)


def read_datasets(context: Context) -> Iterator[Fact]:
    """Yield the data sets that a document names as training data: in sentences, links, and lists under a label."""
    if context.artifact.kind == "data_card":
        return
    field = catalogue().fields[_FIELD]
    for passage, name in offered_below(context):
        span = passage.span(0, len(passage.text))
        yield context.fact(field, [name], passage.text, span, passage.section, state=State.STATED)
    for passage in context.passages:
        # The name of a data set may be that of a zone: "RC-News".
        headed = _headed(context, passage)
        if headed:
            span = passage.span(0, len(passage.text))
            yield context.fact(field, [headed], passage.text, span, passage.section)
            continue
        besides = passage.zone in BESIDES and passage.whole and served(passage.text)
        if (passage.zone in {*BESIDES, "usage"} and not besides) or _is_of_other_things(passage):
            continue
        if context.stands_under(field.not_under, (label.text for label in passage.labels)):
            continue
        collected = _COLLECTED.match(passage.text) if _tells_collection(passage) else None
        if collected:
            names = re.split(r",? and |, ", collected["name"])
            span = passage.span(0, len(passage.text))
            yield context.fact(field, names, passage.text, span, passage.section)
            continue
        mere = _is_merely_keyed(passage)
        announced = (mere or _is_announced(context, passage)) and not _SAMPLE.search(passage.text)
        short = passage.kind == "item" or not passage.whole or _ADDRESS.fullmatch(passage.text)
        if announced and passage.zone != "evaluation" and short:
            names = linked_names(context, passage, 0, len(passage.text), hosts=not mere)
            if not names and not _is_described(passage):
                names = _item(passage, context.own)
            if names:
                start, end = 0, min(len(passage.text), _MAX_ITEM)
                # An address that names the data set answers; it does not merely point elsewhere.
                state = State.STATED if HUB_NAME.search(passage.text) else None
                span = passage.span(start, end)
                yield context.fact(field, names, passage.text, span, passage.section, state=state)
                continue
        described = passage.kind == "row" and passage.zone != "evaluation" and tells_of_model(passage.text)
        found = list(_sentences(context, passage, announced)) if passage.whole or described else []
        yield from found
        led = announced and not found and not short and passage.zone != "evaluation"
        if led and _begins_with_link(context, passage):
            names = _item(passage, context.own)
            if names:
                yield context.fact(field, names, passage.text, passage.span(0, len(passage.text)), passage.section)
    yield from read_dataset_tables(context)


def _tells_collection(passage: Passage) -> bool:
    """Tell whether a passage is an entry below words on how the data for training was collected."""
    if passage.kind != "item" or not passage.whole or passage.zone == "evaluation":
        return False
    return any(
        label.role in {"lead", "heading", "intro"} and _COLLECTION.fullmatch(label.text) for label in passage.labels
    )


def _headed(context: Context, passage: Passage) -> str:
    """Return the name of the data set that a passage describes under a heading with it, one of those for training."""
    if not passage.whole or passage.place or passage.zone == "evaluation" or not _DEFINES.match(passage.text):
        return ""
    titles = [label.text.strip() for label in passage.labels if label.role == "heading"]
    named = titles[1:] if titles and _DESCRIBES.fullmatch(titles[0]) else titles
    if len(named) < 2 or not STRIKING.search(named[0]) or is_own(named[0], context.own):
        return ""
    if NO_DATA.search(named[0].rpartition(" ")[2]):
        return ""
    announced = not _ANNOUNCING.isdisjoint(fields_for(named[1], "heading"))
    return named[0] if announced and not fields_for(named[0], "heading") else ""


def _is_of_other_things(passage: Passage) -> bool:
    """Tell whether a passage is in a list of languages, "programming languages trained on:", or of data for tests."""
    intros = [label.text for label in passage.labels if label.role in {"intro", "lead"}]
    return any(_LANGUAGES.search(text) or _FOR_TESTS.match(text) for text in intros)


def _is_merely_keyed(passage: Passage) -> bool:
    """Tell whether the key of a passage says no more than that the heading above it is answered."""
    label = passage.labels[0] if passage.labels else None
    if label is None or label.role != "key" or not _MERE_KEY.fullmatch(label.text.strip(" :*")):
        return False
    return any(_FIELD in fields_for(outer.text, "heading") for outer in passage.labels[1:2])


def _is_described(passage: Passage) -> bool:
    """Tell whether the key of a passage is a name in itself, which the passage describes: "Reed-2T: …"."""
    label = passage.labels[0] if passage.labels else None
    if passage.whole or passage.kind == "row" or label is None or label.role != "key":
        return False
    named = STRIKING.search(label.text) and not NO_DATA.search(label.text)
    return bool(named) and not fields_for(label.text, "key")


def _is_announced(context: Context, passage: Passage) -> bool:
    """Tell whether the labels above a passage say that it names training data."""
    label = passage.labels[0] if passage.labels else None
    role = "key" if label is not None and label.role == "key" else "heading"
    named = set(fields_for(label.text, role)) if label is not None else set()
    if named & _ANNOUNCING or (not named and _is_listed(context, passage)) or _follows(passage):
        return True
    # The row of a table of what there is to download: "Instruction data of Finch | [Download](…)".
    return passage.kind == "row" and label is not None and _ROW_OF_DATA.match(label.text) is not None


def _follows(passage: Passage) -> bool:
    """Tell whether a passage is in a list that a sentence on the data for training introduces."""
    intro = next((label.text for label in passage.labels if label.role == "intro"), "")
    if passage.kind != "item" or not _SETS.search(intro) or _JUDGED.search(intro):
        return False
    return any(_TRAINING.search(label.text) for label in passage.labels if label.role in {"intro", "heading"})


def _is_listed(context: Context, passage: Passage) -> bool:
    """Tell whether a passage is an entry, begun by a link or below a language, in a list about the data."""
    headings = [label for label in passage.labels if label.role == "heading"]
    if passage.kind != "item" or passage.labels[:1] != tuple(headings[:1]) or len(headings) < 2:
        return False
    if passage.zone == "evaluation":
        return False
    begins = _begins_with_link(context, passage) or is_language(headings[0].text)
    return begins and not _ANNOUNCING.isdisjoint(fields_for(headings[1].text, "heading"))


def _begins_with_link(context: Context, passage: Passage) -> bool:
    """Tell whether a passage begins with a link, as an entry does whose lines are no list."""
    links = context.links(passage, 0, len(passage.text))
    return bool(links) and bool(links[0].text) and re.sub(r"^\W+", "", passage.text).startswith(links[0].text[:40])


def _sentences(context: Context, passage: Passage, announced: bool) -> Iterator[Fact]:
    field = catalogue().fields[_FIELD]
    about = announced or passage.zone == "training" or _OF_DATA.search(passage.text)
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        if tells_training_of_another(context, sentence) or _SAMPLE.search(sentence) or _HELPER.search(sentence):
            continue
        if passage.zone in BESIDES and not served(sentence):
            continue
        names = []
        told = [*used(sentence, context.own), *enumeration(sentence, context.own)] if announced else []
        speaks = announced and (passage.kind == "item" or bool(told) or "%" in sentence)
        speaks = speaks or (bool(about) and _DATA.search(sentence) is not None)
        speaks = speaks or any(pattern.search(sentence) for pattern in (_TRAINING, _OFFERED, _OWN_DATA))
        speaks = speaks or is_ours(passage.text, sentence)
        if (speaks or announced) and (announced or passage.zone != "evaluation"):
            names = linked_names(context, passage, start, end, hosts=not (announced and speaks))
        if not names:
            names = trained_on(sentence, context.own)
        if speaks and passage.zone != "evaluation":
            named = (*mentioned(sentence, context.own), *chinese_names(sentence, context.own))
            names += [name for name in named if name not in names]
            names += [name for name in introduced_names(context, passage, start, end) if name not in names]
            names += [name for name in told if name not in names]
            names += [name for name in shares(sentence, context.own) if name not in names]
            names += [
                name for name in called(sentence, context.own, announced) if not any(name in other for other in names)
            ]
        names = [name for name in names if not LICENCE.fullmatch(name)]
        if names:
            # Who names the data has answered, even in saying where it stands.
            state = State.STATED if state_of(sentence) is State.ELSEWHERE else None
            span = passage.span(start, end)
            yield context.fact(field, list(dict.fromkeys(names)), sentence, span, passage.section, state=state)


_ADDRESS = re.compile(r"\W{0,3}https?://\S+\W{0,3}")
#: How much there is of something, and not what it is called.
_AMOUNT = Pattern(
    r"(?:over|about|around|approximately|more than|nearly|roughly|up to) \d"
    r"|~?\d[\d.,]*(?:\s?%|\+? (?:thousand|million|billion|trillion)\b)"
    r"|\d[\d.,e+]*\s?(?:[kmbt]\b|thousand|million|billion|trillion)?\s?"
    r"(?:tokens|words|samples|examples|pairs|images|documents|hours|[kmgtp]i?b|(?:[\w-]+ ){1,3}tokens)\b"
    r"|\d[\d.,]*\s?[kmbt]?\s?(?-i:[\u4e00-\u9fff])"
)
_SENTENCE = Pattern(
    r" (?:comes?|is|are|was|were|has|have|we) "
    r"|(?-i:\b[a-z-]+) (?:mined|sampled|generated|drawn|selected|synthesi[sz]ed) (?:from|by|using|with|via) "
)


def _item(passage: Passage, own: str) -> list[str]:
    """Return the name that a list item, or a value behind a key, begins with."""
    if passage.kind != "item" and len(passage.text) > _MAX_ITEM:
        return []
    hub = HUB_NAME.search(passage.text)
    if hub:
        return [hub["name"]]
    if passage.labels and passage.labels[0].role == "key" and IDENTIFIER.fullmatch(passage.text.strip(" `*.")):
        return [passage.text.strip(" `*.")]
    answers = bool(passage.labels) and (
        passage.kind == "item"
        or passage.labels[0].role == "key"
        or _FIELD in fields_for(passage.labels[0].text, "heading")
    )
    leading = _LEADING.match(passage.text) if answers else None
    if leading:
        return [leading["name"]]
    several = enumeration(_MIXTURE.sub("", passage.text), own)
    if several:
        return several
    described = _DESCRIBED.match(passage.text)
    if described:
        return [] if is_own(described["name"], own) else [described["name"]]
    if part := share(passage.text):
        return [part] if is_set(part) and not is_own(part, own) else []
    match = None if _WORK.match(passage.text) else _NAMED.match(_BEFORE.sub("", passage.text))
    if match is None or NO_DATA.search(match["name"]) or len(match["name"].split()) > 12:
        return []
    if _AMOUNT.match(match["name"]) or _SENTENCE.search(match["name"]):
        return []
    # A word before a colon may as well be the subject of a remark: it has to look like a name in itself.
    proper = STRIKING if re.match(r"\s*:", match.string[match.end() :]) else PROPER
    if not proper.search(match["name"]) and not _ARTICLE.match(passage.text):
        return []
    name = _AUTHORS.sub("", ASIDE.sub("", _PLACES.sub("", match["name"]))).strip(" .,")
    return [] if is_own(name, own) else [name]
