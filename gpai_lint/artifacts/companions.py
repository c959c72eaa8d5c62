"""Documents beside a model that are named for what they describe of it: ``TRAINING_DATA.md``, ``limitations.txt``."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gpai_lint.artifacts.interface import Artifact

#: Kinds that show that a model stands in their directory.
_MODEL = frozenset(
    {"model_card", "model_config", "weights", "weights_index", "hub_metadata"}
    | {"model_documentation_form", "training_content_summary"}
)
#: Directories that hold documents about what stands beside them.
_SHELVES = frozenset({"docs", "doc", "documentation", "legal", "compliance", "governance", "policies", "transparency"})
#: What such a document is called, with ``-`` for spaces, without the words that may stand before it.
_NAMES = """
training-data training-dataset training-datasets training-corpus training-details training-sources training-compute
pretraining pre-training pretraining-data pre-training-data data dataset datasets data-source data-sources
data-provenance data-statement data-transparency data-governance data-composition data-documentation data-details
dataset-details dataset-documentation model info information details facts spec specs specification specifications
overview description summary card faq faqs fact-sheet factsheet about about-model about-the-model
technical-documentation technical-report tech-report tech-memo technical-note transparency transparency-note
transparency-notice transparency-report transparency-statement act act-compliance act-transparency
act-documentation compliance environment environmental-impact carbon
carbon-footprint carbon-emissions emissions sustainability compute energy energy-use energy-consumption limitations
known-limitations limitations-and-biases bias biases intended-use intended-uses use uses out-of-scope
out-of-scope-uses usage-guidelines responsible-use responsible-usage responsible-use-guide
responsible-use-guidelines responsible-use-policy responsible-ai disclaimer safety safety-card safety-evaluation
safety-evaluations safety-report safety-assessment red-team red-teaming red-teaming-report risk risks
risk-assessment ethics ethical-considerations privacy privacy-policy privacy-notice privacy-statement
"""
#: What the parts are called that a card is split into; elsewhere files of these names tell how to use a software.
_PART_NAMES = "training training-information training-info training-procedure training-process model-architecture"
_BEFORE = r"(?:the-|our-|hf-|model-|eu-)?(?:model-|ai-)?"
#: Words that only texts about the making or the conduct of a model have.
_MODEL_WORDS = (
    rb"pre-?train|\b(?:was|were|is|been|models?) (?:\w+ly )?trained\b"
    rb"|\btrain(?:ing|ed) (?:data|corpus|tokens|cut-?off|run)\b|\bgeneral-purpose ai\b|\b[GT]PU[- ]hours|\bt?CO2"
    rb"|\b(?:language|foundation|generative|diffusion|multimodal|embedding) models?\b|hallucinat|red-?team"
    rb"|\d ?(?:[BMT]|(?:b|m|tr)illion) (?:parameters|tokens)\b|model weights"
)
#: Words that other texts about software have too.
_COMMON_WORDS = rb"\b(?:the|our|this|these|all) models?\b|fine-?tun"
#: A command line: the text tells how to do something.
_COMMAND = (
    rb"^[ \t]*(?:[$>%] ?)?(?:pip3?|python3?|bash|sh|wget|curl|git|cd|docker|conda|npm|mkdir|torchrun|\./\w+)"
    rb"[ \t]+[\w./-]"
)


def companion_documents(artifacts: Iterable[Artifact], paths: Iterable[str], introduced: bool) -> Iterator[str]:
    """Yield those of some files, in order, whose names and places are those of a document about a model.

    ``introduced`` says whether the README at the root introduces a model, as cards, weights and the like show it.
    """
    artifacts = list(artifacts)
    homes = {PurePosixPath(artifact.path).parent for artifact in artifacts if artifact.kind in _MODEL}
    cards = {PurePosixPath(artifact.path).parent for artifact in artifacts if artifact.kind == "model_card"}
    if introduced:
        homes.add(PurePosixPath())
    for path in paths:
        place = PurePosixPath(path)
        around = {place.parent, place.parent.parent} if place.parent.name.lower() in _SHELVES else {place.parent}
        named = around & homes and _is_telling(place.stem, _NAMES)
        if named or (around & cards and _is_telling(place.stem, _PART_NAMES)):
            yield path


def describes_a_model(path: str, data: bytes) -> bool:
    """Tell whether such a document is about a model, from its bytes; one on training may tell how to use a software."""
    return speaks_of_a_model(data) and (b"```" not in data or _is_telling(PurePosixPath(path).stem, _NAMES))


def speaks_of_a_model(data: bytes, instructs: bool = False) -> bool:
    """Tell whether a text is about a model, from its bytes.

    One with command lines tells how to use software or to prepare files: it counts only if ``instructs`` is allowed.
    """
    # Compiled here, because few repositories have such a file.
    telling = len(re.findall(_MODEL_WORDS, data, re.IGNORECASE))
    speaks = telling >= 2 or (telling == 1 and re.search(_COMMON_WORDS, data, re.IGNORECASE) is not None)
    return speaks and (instructs or not re.search(_COMMAND, data, re.MULTILINE))


def _is_telling(stem: str, names: str) -> bool:
    name = re.sub(r"[_ ]+", "-", stem.lower())
    return not {name, re.sub(_BEFORE, "", name, count=1)}.isdisjoint(names.split())
