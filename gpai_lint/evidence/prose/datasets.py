"""Names of the data sets that a model was trained on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.prose.another import tells_training_of_another
from gpai_lint.evidence.prose.dataset_amounts import read_splits
from gpai_lint.evidence.prose.dataset_asides import BESIDES, is_ours, served
from gpai_lint.evidence.prose.dataset_called import called, counted
from gpai_lint.evidence.prose.dataset_chinese import chinese_names
from gpai_lint.evidence.prose.dataset_items import MAX_ITEM, item_names, plain_name
from gpai_lint.evidence.prose.dataset_links import HUB_NAME, introduced_names, linked_names, offered_below
from gpai_lint.evidence.prose.dataset_look import LICENCE, NO_DATA, STRIKING, is_own, without_citations
from gpai_lint.evidence.prose.dataset_mixtures import shares
from gpai_lint.evidence.prose.dataset_names import enumeration, mentioned, trained_on, used
from gpai_lint.evidence.prose.dataset_phrases import before_judging, told_names
from gpai_lint.evidence.prose.dataset_plain import described, known_sets, plain_names, without_machines
from gpai_lint.evidence.prose.dataset_tables import read_dataset_tables
from gpai_lint.evidence.prose.descriptions import tells_of_model
from gpai_lint.evidence.prose.labels import fields_for
from gpai_lint.evidence.prose.sentences import sentences_of
from gpai_lint.evidence.values.languages import is_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

_FIELD = "data.datasets"
#: A longer sentence is a list or a table that lost its form.
_LONGEST = 8_000
_TRAINING = Pattern(
    r"\b(?:pre-?|post-?)?(?:train(?:ed|ing)?|fine[- ]?tun(?:es|ed|ing)|sources|data ?sets? used"
    r"|we (?:collect|gather|curat|assembl|combin|clean(?:ed)? and (?:annotat|filter|label))\w*"
    r"|we (?:also |further |additionally )?(?:add|mix in|incorporat)\w*\b[^.]{0,200}"
    r"\b(?:stage|phase|mixture|corpus|data(?: ?sets?)?)"
    r"|we (?:\w+ )?fine-?tune|align(?:ed|ing) (?:the|our|this) model"
    r"|(?:instruction|supervised)[ -](?:fine-?)?tun(?:ing|ed)"
    r"|preference optimi[sz]ation|sft|dpo"
    r"|we (?:leverage|utili[sz]e|used?) (?:(?:the|only|about|around|over) )*[~≈]?\d[\d.,]*\s?[km]"
    r"|(?:instructions|prompts|conversations|dialogues|questions) (?:are|were) (?:[a-z]+ )?"
    r"(?:obtained|collected|taken|sourced|drawn|sampled) from)\b|训练|微调"
    r"|\b(?:entra[iî]née?s?|entrenad[oa]s?|addestrat[oa]|treinad[oa]s?|(?:vor)?trainiert|getraind)\b"
)
_DATA = Pattern(
    r"\b(?:data ?(?:sets?|bases?)|corpus|corpora|data (?:\w+ )?(?:consists?|includes?|comprises?|contains?|comes?)"
    r"|(?:collected|sourced|gathered|sampled|drawn|crawled|built|derived|extracted|constructed|compiled|mined|obtained"
    r"|includes?|contains?|comprises?)"
    r" (?:data )?from)\b"
    r"|(?:数据|语料)[^。;]{0,4}(?:来自|来源于|包括|包含)|等[^,。;]{0,4}(?:数据集|语料)"
)
#: A passage that is about the training data in all its sentences.
_OF_DATA = Pattern(r"\b(?:pre-?)?training (?:data(?: ?sets?)?|corpus|corpora)\b")
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
_ADDRESS = re.compile(r"\W{0,3}https?://\S+\W{0,3}")
#: So far from a sentence it is looked for whether what it names is a benchmark.
_AROUND = 2_000
#: What an introduction of data sets says, and one of those that served to judge.
_SETS = Pattern(r"\b(?:data ?(?:sets?|bases?)|corpora|(?:data )?sources|(?:data|training) ?mix(?:ture)?)\b|数据集|语料")
_JUDGED = Pattern(
    r"评测|测试|评估|\b(?:evaluat\w+|benchmark\w*|tests?|tested|validat\w+|compar\w+|contaminat\w+|not|results)\b"
)
#: Keys that say no more than that the heading above them is answered.
_MERE_KEY = Pattern(r"(?:data ?set )?(?:links?|names?|sources?|urls?)(?:\(s\))?")
_ROW_OF_DATA = Pattern(
    r"\W*(?:(?:(?:pre|post|mid)-?)?training|sft|dpo|instruct(?:ion)?|fine-?tuning)"
    r"[ -](?:data(?: ?sets?)?|corpus)(?:\W*\Z| (?:for|of)\b)"
)
#: A stage of training, above the data that served in it.
_STAGE = Pattern(
    r"\W*(?:stage|phase)? ?\d?\W*(?:(?:continued )?(?:pre|post|mid)-?training"
    r"|(?:(?:supervised|instruction) )?(?:fine-?)?tuning|sft|dpo|alignment|anneal(?:ing)?)"
    r"(?: (?:stage|phase|data|mix(?:ture)?))?(?: \((?:sft|dpo|stage \d)\))?\W*"
)
_CORPUS = Pattern(r"\W*(?:the )?(?:text )?corp(?:us|ora)\W*")
_CONSISTS = Pattern(r"(?:the|our) (?:corpus|data ?set) (?:is|was|consists?|contains?|includes?|comprises?|has)\b")
_LANGUAGES = Pattern(r"\blanguages\b(?!.*\bdata)")
#: Data that shows in what form a script takes one's own.
_SAMPLE = Pattern(
    r"\b(?:this|the|our|these|as|an?) (?:example|sample|demo|toy|dummy)(?: training)? "
    r"(?:data(?: ?sets?)?|corpus|samples)\b|^for example,? to (?:run|train|fine-?tune|evaluate|test)\b"
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
                names = item_names(passage, context.own) or plain_name(context, passage)
                names = names or list(chinese_names(passage.text, context.own)) or counted(passage.text, context.own)
            if names:
                start, end = 0, min(len(passage.text), MAX_ITEM)
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
            names = item_names(passage, context.own)
            if names:
                yield context.fact(field, names, passage.text, passage.span(0, len(passage.text)), passage.section)
    yield from read_dataset_tables(context)
    yield from read_splits(context)


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
    if named & _ANNOUNCING or (not named and _is_listed(context, passage)) or _follows(passage) or _is_staged(passage):
        return True
    if _is_of_corpus(passage):
        return True
    # The row of a table of what there is to download: "Instruction data of Finch | [Download](…)".
    return passage.kind == "row" and label is not None and _ROW_OF_DATA.match(label.text) is not None


def _is_of_corpus(passage: Passage) -> bool:
    """Tell whether a passage stands right under "Corpus", or below words there on what it consists of."""
    titles = [label.text for label in passage.labels if label.role != "lead" or not _CONSISTS.match(label.text)]
    return bool(titles) and _CORPUS.fullmatch(titles[0]) is not None


def _follows(passage: Passage) -> bool:
    """Tell whether a passage is in a list that a sentence on the data for training introduces."""
    intro = next((label.text for label in passage.labels if label.role == "intro"), "")
    if passage.kind != "item" or not _SETS.search(intro) or _JUDGED.search(intro):
        return False
    return any(_TRAINING.search(label.text) for label in passage.labels if label.role in {"intro", "heading"})


def _is_staged(passage: Passage) -> bool:
    """Tell whether a passage is an entry below a stage of training, in a section about the data."""
    if passage.kind != "item" or len(passage.labels) < 2 or not _STAGE.fullmatch(passage.labels[0].text):
        return False
    return not _ANNOUNCING.isdisjoint(fields_for(passage.labels[1].text, "heading"))


def _is_below_sets(passage: Passage) -> bool:
    """Tell whether a passage is in a part of a section whose heading says that it names the data sets."""
    titles = [label.text for label in passage.labels if label.role == "heading"]
    return passage.zone != "evaluation" and any(_FIELD in fields_for(title, "heading") for title in titles[1:2])


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
    about = announced or passage.zone == "training" or _OF_DATA.search(passage.text) or _is_below_sets(passage)
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        if len(sentence) > _LONGEST:
            continue
        if tells_training_of_another(context, sentence) or _SAMPLE.search(sentence) or _HELPER.search(sentence):
            continue
        if passage.zone in BESIDES and not served(sentence):
            continue
        names = []
        bare = without_citations(sentence)
        told = [*used(bare, context.own), *enumeration(bare, context.own)] if announced else []
        speaks = announced and (passage.kind == "item" or bool(told) or "%" in sentence)
        speaks = speaks or (bool(about) and _DATA.search(sentence) is not None)
        speaks = speaks or any(pattern.search(sentence) for pattern in (_TRAINING, _OFFERED, _OWN_DATA))
        speaks = speaks or is_ours(passage.text, sentence)
        if (speaks or announced) and (announced or passage.zone != "evaluation"):
            names = linked_names(context, passage, start, end, hosts=not (announced and speaks))
        if not names:
            known = known_sets(context).union(described(context, passage, start, end))
            names = trained_on(bare, context.own, known)
            names = without_machines(context, passage, sentence, names)
        if speaks and passage.zone != "evaluation":
            named = [*mentioned(bare, context.own), *chinese_names(sentence, context.own)]
            named += plain_names(bare, context.own)
            named += told_names(bare, context.own, announced)
            names += [name for name in named if name not in names]
            names += [name for name in introduced_names(context, passage, start, end) if name not in names]
            names += [name for name in told if name not in names]
            names += [name for name in shares(bare, context.own) if name not in names]
            names += [
                name
                for name in called(before_judging(bare), context.own, announced)
                if not any(name in other for other in names)
            ]
        around = passage.text[max(0, start - _AROUND) : end + _AROUND]
        names = [name for name in names if not LICENCE.fullmatch(name) and not _judges(around, name)]
        if names:
            # Who names the data has answered, even in saying where it stands.
            state = State.STATED if state_of(sentence) is State.ELSEWHERE else None
            span = passage.span(start, end)
            yield context.fact(field, list(dict.fromkeys(names)), sentence, span, passage.section, state=state)


def _judges(text: str, name: str) -> bool:
    """Tell whether a text says of what it names that it is a benchmark: "we propose Reed, a new benchmark for …"."""
    told = rf"{re.escape(name)}\W{{0,4}}\s(?:is )?(?:an?|the|our) (?:[\w-]+ ){{0,3}}benchmark\b"
    return "benchmark" in text and re.search(told, " ".join(text.split())) is not None
