"""What the examples of code in a document show: how the model is put to use, and with which software."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.context import MAX_TEXT
from gpai_lint.evidence.prose.passages import zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Block
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_KINDS = frozenset({"model_card", "readme", "model_documentation_form"})
#: Code that loads or calls a model.
_USE = Pattern(
    r"\bfrom_pretrained\(|\bpipeline\(|\bimport \w|\bpython3? [\w./-]+\.py\b|\b(?:vllm|lmdeploy) serve\b|\bollama run\b"
    r"|\bpython3? -m [\w.]*(?:serv|inference|generate)\w*"
    r"|\bcurl \S*http|\.load_model\(|\.generate\(|\bdocker run\b|/v1/(?:chat/)?completions",
    flags=0,
)
_PACKAGES = Pattern(
    r"(?:^|[\s!$;])(?:python3? -m )?(?:uv )?(?:pip3?|conda) install (?P<names>[^\n;&|#]{2,200})",
    flags=re.MULTILINE,
)
#: What names no software in such a command: options with what belongs to them, the folder itself.
_OPTIONS = re.compile(
    r"(?<!\S)(?:(?:-[fic]|--(?:(?:extra-)?index-url|find-links|channel))[ =]\S+|-{1,2}[a-zA-Z][\w-]*(?:=\S*)?"
    r"|[\"']?\.(?:\[[\w,-]+\])?[\"']?)(?!\S)"
)
_INSTALLERS = re.compile(r"(?:(?:pip|setuptools|wheel|uv)\s*)*")
#: A heading that says what an example runs on.
_PLACE = Pattern(r"\b(?:on|with) (?:an? )?(?:single|multi\w*|one|several|\W)*[ /-]*(?:CPU|GPU|TPU)s?\b")
#: Code for training and measuring a model shows nothing of its use.
_OTHER = Pattern(r"\b(?:train(?:ing)?|finetun\w*|fine[-_]tun\w*|evaluat\w*|lm_eval|benchmark)\b")


def read_code(context: Context) -> Iterator[Fact]:
    """Yield the first example of use and the first command that installs software."""
    if context.artifact.kind not in _KINDS:
        return
    used = installed = placed = False
    for block in context.prose.blocks:
        if block.kind != "code" or zone_of(context.prose, context.prose.sections[block.section].path) == "citation":
            continue
        if not used and _USE.search(block.text) and not _OTHER.search(_heading(context, block)):
            used = True
            yield _fact(context, "use.technical_means", block, 0, len(block.text))
        heading = _heading(context, block)
        if not placed and _PLACE.search(heading):
            placed = True
            section = context.prose.sections[block.section]
            field = catalogue().fields["use.required_hardware"]
            yield context.fact(field, heading, heading, section.span, block.section)
        for match in _PACKAGES.finditer(block.text) if not installed else ():
            names = " ".join(word.strip("\"'") for word in _OPTIONS.sub(" ", match["names"]).split())
            if not installed and not _INSTALLERS.fullmatch(names):
                installed = True
                fact = _fact(context, "use.required_software", block, match.start("names"), match.end("names"))
                yield fact._replace(value=names)


def _heading(context: Context, block: Block) -> str:
    path = context.prose.sections[block.section].path
    return path[-1] if path else ""


def _fact(context: Context, field: str, block: Block, start: int, end: int) -> Fact:
    text = " ".join(block.text[start:end].split())[:MAX_TEXT]
    return context.fact(catalogue().fields[field], text, text, block.part(start, end), block.section)
