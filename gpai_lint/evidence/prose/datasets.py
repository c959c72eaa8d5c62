"""Names of the data sets that a model was trained on."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import fields_for, normal, plain
from gpai_lint.evidence.prose.passages import sentences_of, zone_of
from gpai_lint.evidence.values.languages import languages_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Link
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

_FIELD = "data.datasets"
_NAME = r"(?-i:(?:[A-Z][\w.+'-]*|(?<=the )[a-z]+[A-Z\d][\w-]*)(?:[ -](?:[A-Z0-9][\w.+'-]*|v\d[\w.]*)){0,5})"
_TRAINED_ON = Pattern(
    rf"\b(?:pre-?|post-?)?(?:train(?:ed)?|fine-?tuned?)\b(?: \([^)]{{0,60}}\))?(?:(?: \w+){{0,9}}? on"
    rf"|(?: for [\w.,]+ (?:epochs?|steps|iterations))? (?:using|with))"
    rf"(?: (?:and evaluated against)| \([^)]{{0,60}}\))? (?:(?:the|a|an|our|subsets? of|versions? of|data from"
    r"|(?-i:[A-Z]\w+) (?:subsets?|versions?|editions?|parts?) of"
    r"|\d[\d.,]* ?(?:[BMT]|billion|trillion|million)? ?tokens (?:of|from)"
    rf"|public|english) )*(?P<name>{_NAME})"
)
_TRAINING = Pattern(
    r"\b(?:pre-?|post-?)?(?:train(?:ed|ing)?|fine-?tun(?:es|ed|ing)|sources|data ?sets? used"
    r"|we (?:collect|gather|curat|assembl|combin)\w*"
    r"|preference optimi[sz]ation|sft|dpo)\b"
)
#: "we use a filtered version of X as our training corpus".
_USED_AS = Pattern(
    rf"\b(?:us(?:e|ed|ing)|utili[sz](?:e|ed|ing)) (?:(?:the|an?|our|[\w-]+ versions? of|subsets? of) )*"
    rf"(?P<name>{_NAME})"
    rf"[^.;]{{0,60}}? as (?:our|the|its|a) (?:[\w-]+ )?(?:pre-?|post-?)?training (?:data|corpus)"
)
#: A name with the word for data behind it, or behind the words for training data.
_CALLED = Pattern(
    rf"\b(?:on|with|using|from|and|of|the|our)\s(?:(?:the|an?|our)\s)?(?P<name>{_NAME})"
    r" (?:data ?sets?|corpus|corpora)\b"
    rf"|\b(?:subsets?|portions?|splits?|part) of (?:the )?(?P<part>{_NAME})(?= data\b)"
    rf"|\b(?-i:(?:[Pp]re-?|[Pp]ost-?)?[Tt]raining (?:data(?: ?sets?)?|corpus|set)),?(?: is| was| \()? ?(?:the )?"
    rf"(?P<said>{_NAME})(?=\s*(?:[,.;:)]|\Z|data|corpus|which\b|that\b|and\b))"
    rf"|\b(?:tokens|texts?|data|documents|pages|code|images) (?:sourced|drawn|sampled|extracted) from (?:the )?"
    rf"(?P<from>{_NAME})"
)
#: What introduces an enumeration of data sets: words for data, and those that say that they are named.
_LISTED = Pattern(
    r"\b(?:(?:data|corpus|corpora|(?:data ?)?(?:sets?|bases?|mix(?:ture)?|sources)"
    r"|data ?sets? (?:combination|collection)|pairs|images|videos|clips|samples|examples|documents|texts?"
    r"|recordings|instructions)"
    r"(?::|,? (?:including|such as|namely|comprising|consisting of)|(?<=data sets),|(?<=datasets),)"
    r"|(?:data(?: ?sets?)?|corpus|documents|texts?|images|videos|recordings|pairs)"
    r"(?:,? (?:mainly|mostly|primarily|chiefly|partly|drawn|taken|collected))?"
    r" (?:from|consists? of|includes?|comprises?)) "
    r"(?P<list>(?:[^.;:]|\.(?=\d)){5,400})"
)
#: Names in parentheses behind words for data: "a large corpus (X + Y)", "public datasets (e.g., X and Y)".
_ASIDE = Pattern(
    r"\b(?:data|corpus|corpora|(?:data ?)?sets?|sources|collections?) "
    r"\((?:(?:e\.g\.|i\.e\.|such as|including|like|namely|mainly|primarily),? )?(?P<list>[^()]{5,300})\)"
)
_INTRODUCES = Pattern(r"\b(?:data(?: ?sets?)?|corpus|corpora|sources),? (?:including|such as|namely|like) (?:the )?\Z")
_ENTRY = Pattern(
    rf"(?:(?-i:the) )?(?P<name>{_NAME})(?: (?-i:[a-z][\w-]*)){{0,3}}?(?: (?:data(?: ?sets?)?|corp(?:us|ora)|subsets?))?"
    r"(?: ?[(\[][^()\[\]]{0,40}[)\]]?)?\s*"
)
_JUDGED = Pattern(r"\b(?:evaluat\w+|benchmark\w*|tests?|tested|validat\w+|compar\w+|outperform\w*|score[sd]?)\b")
_DATA_HOSTS = Pattern(
    r"huggingface\.co/datasets/|hf\.co/datasets/|kaggle\.com/datasets/|tensorflow\.org/datasets|paperswithcode\.com/dataset/|zenodo\.org/|commoncrawl\.org|opendatalab"
    r"|image-net\.org|oscar-(?:project|corpus)|openslr\.org"
)
_DATA = Pattern(
    r"\b(?:data ?(?:sets?|bases?)|corpus|corpora|data (?:\w+ )?(?:consists?|includes?|comprises?|contains?|comes?))\b"
)
#: A passage that is about the training data in all its sentences.
_OF_DATA = Pattern(r"\b(?:pre-?)?training (?:data|corpus|corpora)\b")
_DATA_SETS = Pattern(r"data|data ?(?:sets?|bases?)|corpus|corpora")
#: The head of a column that says what each model of a table was trained on.
_DATA_HEAD = Pattern(
    r"(?:(?:pre-?|post-?)?train(?:ing|ed)?|fine-?tun(?:ing|ed))[ -](?:data(?: ?sets?)?|corpus|corpora|sets?)"
    r"|(?:(?:pre-?)?trained|fine-?tuned) (?:on|with)|pre-?training"
)
_NO_DATA = Pattern(
    r"^(?:gpu|tpu|tensor|cuda|pytorch|jax|h100|a100|h800|v100|mi\d+|llm|english|french|german|chinese|reinforcement"
    r"|rlhf|sft|dpo|grpo|adam|next|supervised|direct|github|transformers?|megatron|deepspeed|flash|lora|qlora|bf16|fp8"
    r"|fp16|mixed|causal|this|these|each|all|both|we|it|the|instruction|data|internal|low|high|large|multilingual|code"
    r"|text|image|web|publicly|public|open|top|dense|fine|primarily|mostly|mainly|various|diverse)\b|\b(?:GPUs?|TPUs?|APIs?|Cloud|[ABHV]\d{2,3})\b"
)
_NAMED = re.compile(
    r"(?:the )?(?P<name>[A-Z0-9][^:;,\n(]{1,80}?(?:\s\([^)\n]{0,160}\))?)(?=\s*(?:[:;,(]|\s-\s|\.\s|\Z|and subsets))"
)
#: Heads of the first column of a table about data, and words that tell what such a table is about.
_SETS = re.compile(
    r"(?:(?:pre-?|post-?)?training |fine-?tuning )?"
    r"(?:data ?sets?|data|sub-?sets?|sources?|data sources?|corpus|corpora|names?)(?: names?)?"
)
_OF_TRAINING = Pattern(r"\b(?:(?:pre-?|post-?)?train(?:ing|ed)?|fine-?tun(?:ing|ed)|data ?mix(?:ture)?)\b")
_OF_MODELS = Pattern(r"\b(?:models?|checkpoints|weights|model zoo)\b")
_OF_RESULTS = re.compile(
    r"\b(?:accuracy|scores?|f1|bleu|wer|metrics?|tests?|benchmarks?|eval\w*|results?|models?|links?)\b|@"
)
#: What makes words a name: a digit, a hyphen with a capital, capitals inside, several capitals, or the word itself.
_PROPER = re.compile(
    r"\d|\w-[A-Z]|[a-z][A-Z]|[A-Z]{2}|[A-Z]\w* [A-Z]|[A-Z]\w+ (?:data ?set|corpus)\b|\bThe Pile\b|\bWikipedia\b"
)
#: The name of a data set as files and hubs have it.
_IDENTIFIER = re.compile(r"(?:[\w.-]+/)?(?=[\w.-]*[A-Za-z])(?=[\w.-]*[_\d-])[\w.-]{4,80}|[\w.-]+/[\w.-]+")
#: The name on a hub at the beginning of a longer answer.
_LEADING = re.compile(r"[`*]*(?P<name>[\w.-]+/(?=[\w.-]*[_\d-])[\w.-]+[\w-])[`*]*(?=[\s,;(.])")
_TASK = Pattern(
    r"\s?[x×]\s|[\s-]+(?:tasks?|hardware|platforms?|cloud|infrastructure|nodes?|clusters?|supercomputer\w*|servers?"
    r"|machines?|languages?|benchmarks?"
    r"|optimi[sz]ers?|objectives?|loss|frameworks?|librar(?:y|ies)|codebase|precision|parallelism)\b"
)
_STRIKING = re.compile(r"\d|\w-[A-Z]|[a-z][A-Z]|[A-Z]{2}")
_ACRONYM = re.compile(r"[A-Z]{2,5}s?")
_MAX_ITEM = 600
#: Keys that say no more than that the heading above them is answered.
_MERE_KEY = Pattern(r"(?:data ?set )?(?:links?|names?|sources?|urls?)(?:\(s\))?")
_ANNOUNCING = frozenset({_FIELD, "data.statement", "data.provenance"})
_NO_TRAINING = Pattern(r"\b(?:evaluat\w+|benchmark\w*|test set|validation|held[- ]out|not trained)\b")
_FURTHER = Pattern(rf"(?: (?:data ?sets?|data|corpus))?(?:,? and |, | [+&] )(?:the )?(?P<name>{_NAME})")
#: Behind "trained using" and "trained with" as many tools stand as data sets; these words tell which it is.
_MEANS = Pattern(r"\btrain(?:ed)?(?: \w+)? (?:using|with)\b")
_DATA_BEHIND = Pattern(r"[\s\w-]{0,30}?\b(?:data(?: ?sets?)?|corpus|corpora|collection|subset)\b")


def read_datasets(context: Context) -> Iterator[Fact]:
    """Yield the data sets that a document names as training data: in sentences, links, and lists under a label."""
    if context.artifact.kind == "data_card":
        return
    field = catalogue().fields[_FIELD]
    for passage in context.passages:
        label = passage.labels[0] if passage.labels else None
        role = "key" if label is not None and label.role == "key" else "heading"
        named = set(fields_for(label.text, role)) if label is not None else set()
        announced = bool(named & _ANNOUNCING) or (not named and _is_listed(context, passage))
        mere = label is not None and role == "key" and _MERE_KEY.fullmatch(label.text.strip(" :*")) is not None
        mere = mere and any(_FIELD in fields_for(outer.text, "heading") for outer in passage.labels[1:2])
        announced = announced or mere
        if passage.zone in {"citation", "usage", "news"}:
            continue
        short = passage.kind == "item" or not passage.whole or _ADDRESS.fullmatch(passage.text)
        if announced and passage.zone != "evaluation" and short:
            names = _links(context, passage, 0, len(passage.text), hosts=not mere) or _item(passage)
            if names:
                start, end = 0, min(len(passage.text), _MAX_ITEM)
                # An address that names the data set answers; it does not merely point elsewhere.
                state = State.STATED if _HUB_NAME.search(passage.text) else None
                span = passage.span(start, end)
                yield context.fact(field, names, passage.text, span, passage.section, state=state)
                continue
        if passage.whole:
            yield from _sentences(context, passage, announced)
    yield from _of_models(context)
    yield from _rows(context)


def _of_models(context: Context) -> Iterator[Fact]:
    """Yield the data sets that a table of models names in a column of its own."""
    for table in context.prose.tables:
        head = table.rows[0] if table.rows and table.header_rows == 1 else ()
        titles = [plain(cell.text).strip() for cell in head]
        path = context.prose.sections[table.section].path
        sized = any("model.parameters_total" in fields_for(title, "cell") for title in titles if title)
        sized = sized or (bool(path) and _OF_MODELS.search(path[-1]) is not None)
        if len(head) < 2 or zone_of(context.prose, path) in {"evaluation", "citation"}:
            continue
        for column, title in enumerate(titles):
            if not column or not (_DATA_HEAD.fullmatch(title) or (sized and _DATA_SETS.fullmatch(title))):
                continue
            for row in table.rows[1:]:
                cell = row[column] if column < len(row) else None
                text = plain(cell.text).strip() if cell is not None else ""
                names = [part.strip() for part in re.split(r"\s*(?:[,;+]|\band\b|\n)\s*", text)]
                names = [
                    name for name in names if len(name) <= 60 and _PROPER.search(name) and not _NO_DATA.search(name)
                ]
                if cell is not None and names:
                    span = cell.part(0, len(cell.text))
                    yield context.fact(catalogue().fields[_FIELD], names, text, span, table.section, label=title)


def _rows(context: Context) -> Iterator[Fact]:
    """Yield the data sets that the first column of a table about the training data names."""
    field = catalogue().fields[_FIELD]
    for table in context.prose.tables:
        path = context.prose.sections[table.section].path
        if not table.header_rows or zone_of(context.prose, path) in {"citation", "usage", "news", "evaluation"}:
            continue
        heads = [normal(cell.text) for cell in table.rows[0]]
        about = " ".join([*path[1:], heads[0]])
        if not _SETS.fullmatch(heads[0]) or not _OF_TRAINING.search(about) or any(map(_OF_RESULTS.search, heads)):
            continue
        for row in table.rows[table.header_rows :]:
            name = " ".join(row[0].text.split()) if row else ""
            if 3 <= len(name) <= 80 and (_STRIKING.search(name) or _IDENTIFIER.fullmatch(name)):
                yield context.fact(field, [name], name, row[0].span, table.section)


def _is_listed(context: Context, passage: Passage) -> bool:
    """Tell whether a passage is an entry, begun by a link, in one of the lists under a heading about the data."""
    headings = [label for label in passage.labels if label.role == "heading"]
    if passage.kind != "item" or passage.labels[:1] != tuple(headings[:1]) or len(headings) < 2:
        return False
    links = context.links(passage, 0, len(passage.text))
    begins = bool(links) and bool(links[0].text) and re.sub(r"^\W+", "", passage.text).startswith(links[0].text[:40])
    return begins and not _ANNOUNCING.isdisjoint(fields_for(headings[1].text, "heading"))


def _sentences(context: Context, passage: Passage, announced: bool) -> Iterator[Fact]:
    field = catalogue().fields[_FIELD]
    about = announced or _OF_DATA.search(passage.text)
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        names = []
        speaks = _TRAINING.search(sentence) or (about and _DATA.search(sentence))
        if speaks and (announced or passage.zone != "evaluation"):
            names = _links(context, passage, start, end, hosts=not announced)
        if not names:
            matches = [match for match in _TRAINED_ON.finditer(sentence) if not _TASK.match(sentence, match.end())]
            matches = [match for match in matches if not _is_tool(sentence, match)]
            names = [match["name"].strip(" .,") for match in matches if _is_proper(sentence, match)]
            names += [name for match in matches for name in _also(sentence, match.end())]
            names = [name for name in names if not _NO_DATA.search(name)]
            names = [name for name in names if not _is_acronym(name, sentence) and not _is_own(context, name)]
        if speaks and passage.zone != "evaluation":
            used = [match["name"] for match in _USED_AS.finditer(sentence) if _is_proper(sentence, match)]
            names += [name for name in used if name not in names]
            names += [name for name in _enumerated(context, sentence) if name not in names]
            names += [name for name in _introduced(context, passage, start, end) if name not in names]
            names += [name for name in _called(context, sentence) if not any(name in other for other in names)]
        if names:
            yield context.fact(field, names, sentence, passage.span(start, end), passage.section)


def _enumerated(context: Context, sentence: str) -> list[str]:
    """Return the names that begin an enumeration of data sets; one of them has to be a name by its look."""
    names: list[str] = []
    for match in (*_LISTED.finditer(sentence), *_ASIDE.finditer(sentence)):
        entries = (_ENTRY.fullmatch(entry) for entry in re.split(r",\s+(?:and )?|\s+and |\s+[+&]\s+", match["list"]))
        found = [entry["name"].strip(" .,") for entry in takewhile(bool, entries) if entry is not None]
        found = [
            name for name in found if not _NO_DATA.search(name.removeprefix("The ")) and not _is_own(context, name)
        ]
        if len(found) > 1 and any(_PROPER.search(name) and not _ACRONYM.fullmatch(name) for name in found):
            names += found
    return names


def _introduced(context: Context, passage: Passage, start: int, end: int) -> list[str]:
    """Return the texts of links, wherever they lead, that words for data introduce: "web data, including [X](…)"."""
    names = []
    for link in context.links(passage, start, end):
        place = passage.text.find(link.text, start, end) if link.text else -1
        named = link.text[:1].isupper() and len(link.text.split()) <= 4 and not _NO_DATA.search(link.text)
        if place > 0 and named and not _is_own(context, link.text) and _INTRODUCES.search(passage.text, start, place):
            names.append(link.text)
    return names


def _links(context: Context, passage: Passage, start: int, end: int, hosts: bool = True) -> list[str]:
    """Return the texts of links to data sets; without ``hosts`` any link in a sentence about sources counts."""
    names = []
    for link in context.links(passage, start, end):
        name = re.sub(r"^the ", "", " ".join(link.text.split()))
        if _STAGE.fullmatch(name) and (hub := _HUB_NAME.search(link.target)):
            name = hub["name"]
        if not name or len(name) > 100 or _NO_NAME.fullmatch(name) or _is_author(passage, link):
            continue
        if _DATA_HOSTS.search(link.target) or (not hosts and name[0].isupper() and not _PAPER.search(link.target)):
            names.append(name)
    return names


#: A link that is called by what the data is for is known by the name it leads to.
_STAGE = Pattern(
    r"(?:(?:pre|post|mid)-?training|annealing|fine-?tuning|instruction|train(?:ing)?|sft|dpo|/| )+"
    r"(?:data(?: ?set)?|mix)?"
)
_HUB_NAME = Pattern(r"(?:huggingface\.co|hf\.co|kaggle\.com)/datasets/(?P<name>[\w.-]+/[\w.-]+)")
_ADDRESS = re.compile(r"\W{0,3}https?://\S+\W{0,3}")
_PAPER = Pattern(r"arxiv\.org|doi\.org|\.pdf\b|github\.com|blog|openreview|aclanthology|huggingface\.co/(?!datasets)")


#: How much there is of something, and not what it is called.
_AMOUNT = Pattern(
    r"\d[\d.,e+]*\s?(?:[kmbt]\b|thousand|million|billion|trillion)?\s?"
    r"(?:tokens|words|samples|examples|pairs|images|documents|hours|[kmgtp]i?b)\b"
)
_NO_NAME = Pattern(
    r"\W*(?:here|(?:this |our |the )?(?:paper|link|data(?: ?set)?|datasheet|website|read ?me|report"
    r"|blog(?: ?post)?|code)|.{1,40}\bet al\.?)\W*"
)


def _is_author(passage: Passage, link: Link) -> bool:
    """Tell whether a link leads to those who made the data: "a corpus created by …"."""
    place = passage.text.find(link.text) if link.text else -1
    return place > 0 and re.search(r"\bby(?: the)?\s?\Z", passage.text[max(0, place - 12) : place]) is not None


def _is_tool(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a model was trained with what is named as a means, and not on it as data."""
    return bool(_MEANS.match(match.group())) and not _DATA_BEHIND.match(sentence, match.end())


def _item(passage: Passage) -> list[str]:
    """Return the name that a list item, or a value behind a key, begins with."""
    if passage.kind != "item" and len(passage.text) > _MAX_ITEM:
        return []
    hub = _HUB_NAME.search(passage.text)
    if hub:
        return [hub["name"]]
    if passage.labels and passage.labels[0].role == "key" and _IDENTIFIER.fullmatch(passage.text.strip(" `*.")):
        return [passage.text.strip(" `*.")]
    answers = bool(passage.labels) and (
        passage.labels[0].role == "key" or _FIELD in fields_for(passage.labels[0].text, "heading")
    )
    leading = _LEADING.match(passage.text) if answers else None
    if leading:
        return [leading["name"]]
    match = _NAMED.match(re.sub(r"^(?:the|a|an) ", "", passage.text, flags=re.IGNORECASE))
    if match is None or _NO_DATA.search(match["name"]) or len(match["name"].split()) > 12:
        return []
    if _AMOUNT.match(match["name"]):
        return []
    # A word before a colon may as well be the subject of a remark: it has to look like a name in itself.
    proper = _STRIKING if re.match(r"\s*:", match.string[match.end() :]) else _PROPER
    if not proper.search(match["name"]):
        return []
    return [match["name"].strip(" .,")]


def _also(sentence: str, start: int) -> list[str]:
    """Return the names that an enumeration goes on with: "trained on X, Y and Z"."""
    names = []
    while match := _FURTHER.match(sentence, start):
        if not _STRIKING.search(match["name"]):
            break
        names.append(match["name"].strip(" .,"))
        start = match.end()
    return names


def _called(context: Context, sentence: str) -> list[str]:
    """Return the names that have the word for a data set behind them, or those for training data before them."""
    if _JUDGED.search(sentence) or _NO_TRAINING.search(sentence):
        return []
    found = [str(match[match.lastgroup or "name"]).strip(" .,") for match in _CALLED.finditer(sentence)]
    found = [name for name in found if name and not _NO_DATA.search(name) and not _is_own(context, name)]
    return [name for name in found if _STRIKING.search(name) or not languages_in(name)]


def _is_acronym(name: str, sentence: str) -> bool:
    """Tell whether a name is a few capitals with no word for data behind it: those may be a method or a device."""
    return bool(_ACRONYM.fullmatch(name)) and not re.search(
        rf"\b{re.escape(name)} (?:data(?: ?sets?)?|corpus)\b", sentence, re.IGNORECASE
    )


def _is_proper(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a word is a name: by its look, or because an article stands before its capital."""
    return bool(_PROPER.search(match["name"])) or sentence[: match.start("name")].lower().endswith("the ")


def _is_own(context: Context, name: str) -> bool:
    return bool(context.own) and re.fullmatch(context.own, name) is not None
