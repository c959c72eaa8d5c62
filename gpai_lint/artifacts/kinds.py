"""What artifacts are for: the kinds, and how a kind is told from a file's name.

Names are the first clue only; :mod:`gpai_lint.artifacts.content` looks at what a document says. A project's
configuration overrides both.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

#: Every kind of artifact, with what it is.
KINDS: dict[str, str] = {
    "model_card": "describes one model or a family of models",
    "readme": "introduces a repository",
    "data_card": "describes a data set",
    "license_file": "holds the text of a licence",
    "acceptable_use_policy": "says for what a model may not be used",
    "model_documentation_form": "the Model Documentation Form of the Code of Practice, filled in",
    "training_content_summary": "the public summary of the content used for training",
    "copyright_policy": "the provider's policy to comply with Union copyright law",
    "copyright_policy_summary": "the public summary of the copyright policy",
    "crawler_disclosure": "names the provider's crawlers and what they respect",
    "complaints_procedure": "says how rightsholders can lodge complaints",
    "terms_of_service": "the terms under which a model is offered",
    "safety_framework": "the Safety and Security Framework",
    "framework_public_summary": "the published summary of the Safety and Security Framework",
    "model_report": "the Safety and Security Model Report",
    "model_report_public_summary": "the published summary of the Safety and Security Model Report",
    "incident_process": "says how serious incidents are tracked and reported",
    "security_policy": "says how vulnerabilities are reported",
    "external_eval_criteria": "the criteria for choosing independent external evaluators",
    "whistleblower_policy": "the policy that protects whistleblowers",
    "applicability_decision": "records which obligations apply and why",
    "gap_analysis": "records which obligations are not met yet",
    "changelog": "lists what changed from version to version",
    "codeowners": "says who is responsible for which file",
    "retention_policy": "says how long documents are kept",
    "citation": "says how to cite (CITATION.cff)",
    "model_config": "the architecture of a model or of an adapter (config.json, params.json, adapter_config.json)",
    "generation_config": "defaults of generation",
    "weights_index": "lists the files that hold the weights",
    "weights": "holds weights, or points to them",
    "emissions_log": "measured energy and emissions (CodeCarbon)",
    "provenance_manifest": "a machine-readable record of components or data (Croissant, D&TA, SPDX, CycloneDX, MOF)",
    "hub_metadata": "metadata for a model hub or registry (MLmodel, spec.yaml)",
    "safety_documentation": "this project's own record of safety and security measures",
    "other": "none of these",
}

#: The formats that hold documents for people.
PROSE_FORMATS = frozenset({"markdown", "text", "pdf", "docx"})

_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".txt": "text",
    ".rst": "text",
    ".text": "text",
    "": "text",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".cff": "yaml",
    ".json": "json",
    ".jsonld": "json",
    ".pdf": "pdf",
    ".docx": "docx",
    ".csv": "csv",
    ".safetensors": "safetensors",
    ".gguf": "gguf",
}

#: Suffixes of files that hold weights in formats that are never opened; only a Git LFS pointer in their place is read.
OPAQUE_WEIGHTS = frozenset({".bin", ".pt", ".pth", ".ckpt", ".h5", ".onnx", ".msgpack", ".pkl", ".npz", ".tflite"})


def _names(rows: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    pairs = (row.split(None, 1) for row in rows.strip().splitlines())
    return tuple((kind, re.compile(pattern.strip())) for kind, pattern in pairs)


def _words(rows: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compile patterns for some words of a name; other words may stand before and after them, set off by a hyphen."""
    pairs = (row.split(None, 1) for row in rows.strip().splitlines())
    return tuple((kind, re.compile(rf"(?:.*-)?(?:{words.strip()})(?:-.*)?")) for kind, words in pairs)


#: Patterns for words in a file's name without its suffix, in lower case and with ``_`` and spaces as ``-``; the first
#: wins. A kind may have several rows.
_PROSE_WORDS = _words(
    r"""
    data_card                    data(?:set)?-?cards?|datasheets?
    framework_public_summary     (?:safety(?:-and)?(?:-security)?-)?framework-(?:public-)?summary
    model_report_public_summary  model-report-(?:public-)?summary
    training_content_summary     data-summary(?:-card)?|training-(?:content-|data-)?summary|training-content
    training_content_summary     (?:eu-)?public-summary|summary-of-training-(?:content|data)
    model_card                   model-?cards?|system-?cards?
    model_documentation_form     model-documentation(?:-form)?|documentation-form|gpai-documentation
    model_documentation_form     (?:eu-)?code-of-practice
    copyright_policy_summary     copyright-(?:policy-)?summary
    complaints_procedure         complaints?(?:-(?:procedure|process|mechanism|form|policy))?
    copyright_policy             copyright-(?:policy|compliance)
    safety_framework             (?:frontier-)?safety(?:-and)?(?:-security)?-framework|preparedness-framework
    safety_framework             responsible-scaling-policy
    model_report                 model-report
    incident_process             (?:serious-)?incident-?(?:s|process|response|reporting|handling)?
    external_eval_criteria       external-eval(?:uator|uators|uation|uations)?
    whistleblower_policy         whistle-?blow(?:er|ers|ing)
    applicability_decision       applicability|scope-decision|classification-decision
    gap_analysis                 gap-(?:analysis|assessment)
    retention_policy             (?:document-)?retention
    acceptable_use_policy        (?:acceptable-|prohibited-)?us(?:e|age)-polic(?:y|ies)|acceptable-use|prohibited-uses?
    acceptable_use_policy        aup|use-restrictions
    """
)

#: Patterns for the whole of such a name.
_PROSE_NAMES = _names(
    r"""
    terms_of_service             (?:.*-)?(?:terms(?:-of-(?:service|use))?|tos|terms-and-conditions)
    terms_of_service             (?:.*-)?(?:conditions-of-use|us(?:e|age)-conditions)
    crawler_disclosure           (?:.*-)?(?:crawlers?|web-crawl(?:er|ing)?|bots?)(?:-(?:disclosure|policy|info))?
    license_file                 (?:.*-)?(?:(?:un)?licen[sc]es?|eula)(?:[-.].*)?
    license_file                 copying(?:[-.].*)?|notices?(?:[-.].*)?|copyright
    security_policy              security(?:-policy)?
    changelog                    (?:changelog|changes|history|release-?notes|releases)
    codeowners                   codeowners
    readme                       readme(?:-?v?\d+)?(?:[-.].*)?
    """
)

_OTHER_NAMES = _names(
    r"""
    model_documentation_form     (?:.*/)?model-documentation\.ya?ml
    training_content_summary     (?:.*/)?training-summary\.ya?ml
    safety_documentation         (?:.*/)?safety-and-security\.ya?ml
    citation                     (?:.*/)?citation\.cff
    weights_index                .*\.index\.json
    generation_config            (?:.*/)?generation[-_]config\.json
    model_config                 (?:.*/)?(?:config|params|(?:model|adapter)[-_]config|hparams|configuration)\.json
    hub_metadata                 (?:.*/)?(?:mlmodel|spec\.ya?ml|model_index\.json)
    emissions_log                (?:.*/)?emissions[^/]*\.csv
    provenance_manifest          [^.]*(?:croissant|sbom|aibom|[-_]bom|cdx|spdx3?|provenance|mof).*\.(?:jsonld|json)
    provenance_manifest          [^.]*(?:croissant|sbom|aibom|[-_]bom|cdx|spdx3?|provenance|mof).*\.ya?ml
    provenance_manifest          (?:.*/)?(?:bom|metadata|dataset|.*\.(?:bom|cdx|spdx3?))\.(?:jsonld|json|ya?ml)
    """
)


#: Folders of model cards, perhaps those of a hub.
_CARDS = re.compile(r"(?:[a-z]+-)?model-?cards?|(?:hf|hub|hugging-?face)-cards?")


def format_of(path: str) -> str:
    """Return the format that a file's name promises, empty for one that is never read."""
    name, suffix = _parts(path)
    if name == "mlmodel":
        return "yaml"
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    if suffix in OPAQUE_WEIGHTS:
        return "lfs"
    return "text" if kind_by_name(path) in {"license_file", "readme"} else ""


def kind_by_name(path: str) -> str:
    """Return the kind that a file's name and directory promise, ``other`` if they promise none."""
    lower = path.lower()
    stem, suffix = _parts(path)
    if suffix in {".safetensors", ".gguf"} or suffix in OPAQUE_WEIGHTS:
        return "weights"
    for kind, pattern in _OTHER_NAMES:
        if pattern.fullmatch(lower):
            return kind
    if _SUFFIXES.get(suffix) not in PROSE_FORMATS:
        # A licence's name may hold a dot that begins no suffix: LICENSE.Apache-2.0, weights.LICENSE.
        named = re.fullmatch(
            r"licen[sc]e\.[a-z]+(?:-[\d.]+)?|(?:.*[-_ ])?(?:models?|weights|data|code)\.licen[sc]e", stem + suffix
        )
        return "license_file" if named else "other"
    stem = re.sub(r"[_ ]+", "-", stem)
    parents = {part.replace("_", "-") for part in PurePosixPath(lower).parent.parts}
    kind = next((kind for kind, pattern in _PROSE_WORDS + _PROSE_NAMES if pattern.fullmatch(stem)), "other")
    if kind == "other" and parents & {"licenses", "licences", "model-licenses"}:
        return "license_file"
    if kind in {"readme", "other"} and suffix:
        if any(map(_CARDS.fullmatch, parents)):
            return "model_card"
        if parents & {"data-cards", "datacards", "data-card"}:
            return "data_card"
    return kind


def _parts(path: str) -> tuple[str, str]:
    """Return a file's name without its suffix and the suffix, both in lower case; ``.9`` in ``v0.9`` is no suffix."""
    file = PurePosixPath(path.lower())
    suffix = file.suffix if re.fullmatch(r"\.[a-z][a-z0-9]{0,11}", file.suffix) else ""
    return file.name.removesuffix(suffix) if suffix else file.name, suffix
