"""What a document is for, told from what it says: its title, its headings, its front matter, its keys."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from gpai_lint.artifacts.form_traces import holds_documentation_form, holds_training_summary
from gpai_lint.artifacts.model_spec import is_model_spec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gpai_lint.artifacts.interface import Node, Prose, Structured

#: What the title or the first heading of a document says about its kind; the first match wins.
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("training_content_summary", r"summary of (?:the )?(?:content|data)\b.*train|training (?:content"
        r"|data) summary"),
        ("training_content_summary", r"\bdata summary\b|public summary of training"),
        ("model_documentation_form", r"model documentation form|code of practice\b.*(?:documentation|transparency)"),
        ("framework_public_summary", r"summar\w+ of .*safety.{0,20}framework|framework.{0,20}public summary"),
        ("model_report_public_summary", r"summar\w+ of .*model report"),
        ("safety_framework", r"safety (?:and|&) security framework|frontier safety framework|preparedness framework"),
        ("model_report", r"(?:safety (?:and|&) security )?model report\b"),
        ("copyright_policy_summary", r"summary of .*copyright policy"),
        ("copyright_policy", r"copyright (?:compliance )?policy"),
        ("crawler_disclosure", r"\b(?:our|web) crawlers?\b|crawler (?:information|disclosure|policy)"),
        ("complaints_procedure", r"copyright complaints?|complaints? (?:procedure|process|mechanism)"),
        ("acceptable_use_policy", r"(?:acceptable|prohibited) us(?:e|age)|us(?:e|age) policy"),
        ("terms_of_service", r"^terms (?:of (?:service|use)|and conditions)"),
        ("incident_process", r"serious incident|incident (?:response|reporting) (?:process|procedure|policy)"),
        ("whistleblower_policy", r"whistle-?blow"),
        ("external_eval_criteria", r"external evaluat\w+.*criteria|criteria .*external evaluat"),
        ("applicability_decision", r"applicability (?:decision|assessment)|classification as .*(?:gpai"
        r"|general-purpose)"),
        ("gap_analysis", r"gap (?:analysis|assessment)"),
        ("retention_policy", r"retention (?:policy|schedule)"),
        ("data_card", r"\b(?:data(?:set)? ?card|datasheet for)\b|: an? (?:[\w-]+ ){0,4}(?:data ?set|corpus)\b"),
        ("model_card", r"\bmodel ?card\b"),
    )
)  # fmt: skip

#: Front-matter keys of Hugging Face cards that only one of the two sorts has.
MODEL_KEYS = frozenset(
    {
        "pipeline_tag",
        "library_name",
        "base_model",
        "base_model_relation",
        "model-index",
        "co2_eq_emissions",
        "inference",
    }
)
DATA_KEYS = frozenset(
    {"task_categories", "task_ids", "size_categories", "source_datasets", "annotations_creators", "dataset_info"}
    | {"language_creators", "configs", "multilinguality"}
)
_SHARED_KEYS = frozenset({"license", "language", "datasets", "tags", "extra_gated_prompt", "metrics", "widget"})

#: Headings and keys that a model card has and other documents rarely do.
_CARD_WORDS = re.compile(
    r"intended use|out[- ]of[- ]scope|model details?\b|model description|training (?:data|details|procedure"
    r"|infrastructure|specs?\b)|limitations?\b|bias, risks|environmental impact"
    r"|model (?:architecture|date|developers?|type|specs?\b|specifications?)|data ?set specs?\b"
    r"|(?:number of |total )?parameters\b|context (?:length|window)|knowledge cut-?off|carbon (?:footprint|emitted)",
    re.IGNORECASE,
)
#: Labels of the attributes that a card lists, and those of them that nothing but a model has.
_ATTRIBUTES = re.compile(
    r"(?:model )?(?:provider|developers?|developed by|licen[sc]e|languages?|architecture|parameters)"
    r"|supported languages?|organi[sz]ation|(?:training )?data ?sets?|release date|date of (?:release|publication)"
    r"|((?:total|active|activated|trainable|model|number of) parameters|parameter count|model size"
    r"|context (?:length|window|size)|(?:input|output) modalit(?:y|ies)"
    r"|(?:knowledge|training|data) cut-?off(?: date)?|cut-?off date|base model|tokenizer)",
    re.IGNORECASE,
)
#: A Markdown file outside the usual names is parsed only if its bytes hold two of these.
_WORTH_READING = re.compile(
    rb"model[ -_]?card|data(?:set)?[ -_]?card|size_categories|intended use|out-of-scope|pre-?train"
    rb"|training (?:data|content)|fine-?tun"
    rb"|language model|foundation model|general-purpose ai|code of practice|copyright|whistle-?blow|serious incident"
    rb"|pipeline_tag|parameters|context (?:length|window)|(?:model|training|data ?set) specs?\b"
    rb"|checkpoint|\bparams\b",
    re.IGNORECASE,
)
_SUMMARY_PARTS = re.compile(
    r"training data|data sources|publicly available datasets|crawl|synthetic|user data|reservation of rights"
    r"|modalit|model identification|provider identification",
    re.IGNORECASE,
)


def worth_reading(data: bytes) -> bool:
    """Tell whether a document without a telling name may speak of a model, from its bytes alone."""
    return len(_WORTH_READING.findall(data, 0, 200_000)) >= 2


#: Parts of a model card that stand in files of their own beside it: by their names, and the head of their answers.
_PART = re.compile(r"(?:.*/)?(?:bias|explainability|privacy|safety(?:\W+(?:and\W+)?security)?)(?:\W?subcard)?\.\w+")
_ANSWERS = re.compile(rb"\|?[ \t]*\**field\**[ \t]*\|[ \t]*\**response\b|\bsubcard\b", re.IGNORECASE)


def is_part_of_card(path: str, data: bytes) -> bool:
    """Tell whether a file is a part of the card beside it: questions on bias, privacy or safety, and their answers."""
    name = path.lower().replace("_", "-")
    return bool(_PART.fullmatch(name)) and bool(_ANSWERS.search(data, 0, 4_000))


#: Folders that hold the cards of models, each called after its model, and those of what explains software.
_MODEL_FOLDERS = frozenset({"models", "model-cards", "modelcards", "cards", "checkpoints"})
_DOCS = frozenset({"docs", "doc", "documentation", "site", "website"})
_TRAINED = re.compile(
    r"\bmodel\b[^.]{0,80}\b(?:pre-?)?trained\b|\b(?:pre-?)?trained\b[^.]{0,80}\bmodel\b", re.IGNORECASE
)
#: A name of few words with what it is for: "Lark 2: an open model".
_NAMED = re.compile(r"\W*[\w.+-]+(?: [\w.+-]+){0,3}: ")


def title_of(prose: Prose) -> int | None:
    """Return the index of the section whose heading is the document's title: the first of the highest level.

    A level that several headings share is that of the chapters: the title is then the heading before them, if it is
    formed as one, a name and what it is for.
    """
    first = next((index for index, section in enumerate(prose.sections) if section.level), None)
    if first is None or prose.sections[first].level <= 2:
        return first
    highest = min(section.level for section in prose.sections if section.level)
    chapters = [index for index, section in enumerate(prose.sections) if section.level == highest]
    return first if len(chapters) > 1 and _NAMED.match(prose.sections[first].title) else chapters[0]


#: An expression of a template language that a rendered document would have replaced.
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


def kind_by_content(prose: Prose, kind: str) -> str:
    """Return the kind of a document for people; ``kind`` is what its name promises.

    A telling name is believed, unless the document has a blank for its own title: then it is a template from which a
    tool makes documents, and describes nothing. A README or a file without a telling name is what its front matter, its
    title or its headings make it.
    """
    index = title_of(prose)
    title = prose.sections[index].title if index is not None else ""
    named = next((named for named, pattern in _TITLES if pattern.search(title)), "")
    if kind == "license_file" and named.startswith(("copyright_", "complaints_")):
        return named  # COPYRIGHT is the name of either
    if kind not in {"readme", "other"}:
        return "other" if kind in {"model_card", "data_card"} and _is_template(prose) else kind
    keys = _front_matter_keys(prose.front_matter)
    if keys & DATA_KEYS and not keys & MODEL_KEYS:
        return "data_card"
    if keys & MODEL_KEYS:
        return "model_card"
    if named:
        return named
    first = next((block.text for block in prose.blocks if block.kind != "code"), "")[:200]
    named = next((named for named, pattern in _TITLES[:3] if pattern.search(first)), "")
    if named and kind == "other" and len({match.lower() for match in _headings(prose, _SUMMARY_PARTS)}) >= 3:
        return named
    if kind == "other" and holds_training_summary(prose):
        return "training_content_summary"
    if kind == "other" and holds_documentation_form(prose):
        return "model_documentation_form"
    if (
        len(_topics(prose)) >= 3
        or _lists_attributes(prose)
        or (keys & _SHARED_KEYS and "license" in keys and kind == "readme")
    ):
        return "model_card"
    return kind


def _topics(prose: Prose) -> set[str]:
    return {match.lower() for match in _headings(prose, _CARD_WORDS)}


def _lists_attributes(prose: Prose) -> bool:
    """Tell whether a document labels four attributes, each once, of which one is such as only models have.

    What is labelled again and again are the attributes of many models, in a catalogue.
    """
    labels = [match for entry in prose.entries if (match := _ATTRIBUTES.fullmatch(entry.key.strip()))]
    counts = Counter(label.group().lower() for label in labels)
    return sum(count == 1 for count in counts.values()) >= 4 and any(label[1] for label in labels)


def is_built_like(prose: Prose, cards: Iterable[Prose]) -> bool:
    """Tell whether a document that names a topic of model cards has the chapters of at least two of some cards.

    The cards of a collection are made after one pattern, and the shortest of them leave out what would show them to be
    cards: at least two of its chapters, and half of them, are then those of its siblings.
    """
    chapters = _chapters(prose)
    shared = [len(chapters & _chapters(card)) for card in cards]
    return bool(_topics(prose)) and sum(count >= max(2, len(chapters) / 2) for count in shared) >= 2


def is_named_card(path: str, prose: Prose) -> bool:
    """Tell whether a document in a folder of models bears the name of one, its own, and says how it was trained."""
    *folders, name = re.sub(r"[_ ]", "-", path.lower()).split("/")
    if _MODEL_FOLDERS.isdisjoint(folders) or not _DOCS.isdisjoint(folders):
        return False
    index = title_of(prose)
    title = prose.sections[index].title.strip() if index is not None else ""
    named = re.sub(r"[_ ]", "-", title.lower()) == name.rpartition(".")[0] and re.search(r"\w-\w", title) is not None
    return named and any(_TRAINED.search(block.text) for block in prose.blocks[:6] if block.kind != "code")


def _chapters(prose: Prose) -> set[str]:
    title = title_of(prose)
    return {section.title.lower() for index, section in enumerate(prose.sections) if section.level and index != title}


def _is_template(prose: Prose) -> bool:
    index = title_of(prose)
    return index is not None and bool(_EXPRESSION.search(prose.sections[index].title))


def _front_matter_keys(front_matter: Node | None) -> frozenset[str]:
    value = front_matter.value if front_matter else None
    return frozenset(value) if isinstance(value, dict) else frozenset()


def _headings(prose: Prose, pattern: re.Pattern[str]) -> list[str]:
    texts = [section.title for section in prose.sections]
    texts.extend(entry.key for entry in prose.entries)
    texts.extend(cell.text for table in prose.tables for row in table.rows[: table.header_rows] for cell in row)
    return [match.group() for text in texts for match in pattern.finditer(text[:120])]


_CONFIG_KEYS = frozenset(
    {
        "base_model_name_or_path",
        "architectures",
        "model_type",
        "max_position_embeddings",
        "hidden_size",
        "num_hidden_layers",
        "n_layer",
        "n_layers",
    }
    | {
        "dim",
        "d_model",
        "vocab_size",
        "num_attention_heads",
        "max_seq_len",
        "n_positions",
        "_class_name",
        "text_config",
        "base_model_name_or_path",
    }
)
_HUB_KEYS = frozenset({"flavors", "signature", "mlflow_version", "_class_name", "system_metadata"})
_MARKS = (
    (
        "provenance_manifest",
        re.compile(
            rb"mlcommons\.org/croissant|\"bomFormat\"|spdx\.org/rdf/3|spdx-context|Model Openness Framework"
            rb"|generation-method|privacy-indicators|docs\.oasis-open\.org/dps/"
            rb"|\"disclosures\"\s*:\s*\{(?s:.{0,2000})\"developer\"\s*:"
        ),
    ),
    (
        "hub_metadata",
        re.compile(rb"^(?:flavors|mlflow_version|system_metadata)\s*:|azureml|\"_class_name\"", re.MULTILINE),
    ),
)


def kind_by_mark(data: bytes) -> str:
    """Return the kind of a structured file that its first bytes name, ``other`` if they name none."""
    return next((kind for kind, mark in _MARKS if mark.search(data)), "other")


def kind_by_structure(content: Structured, kind: str) -> str:
    """Return the kind of a structured file; one whose name promises a kind that its keys do not bear out is none."""
    root = content.root.value
    keys = frozenset(root) if isinstance(root, dict) else frozenset()
    if kind in {"hub_metadata", "provenance_manifest", "other"} and is_model_spec(content.root):
        return "hub_metadata"
    if kind == "model_config":
        return kind if keys & _CONFIG_KEYS else "other"
    if kind == "weights_index":
        return kind if "weight_map" in keys or "metadata" in keys else "other"
    if kind == "hub_metadata":
        return kind if keys & _HUB_KEYS or {"name", "path", "tags"} <= keys else "other"
    return kind
