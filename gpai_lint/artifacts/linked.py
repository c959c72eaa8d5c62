"""Documents that a card or the README at the root sends its readers to for more about the model."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from gpai_lint.artifacts.interface import Prose

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from gpai_lint.artifacts.interface import Artifact, Link

#: A file or folder in a repository on GitHub or a hub, by its address there.
_BLOB = re.compile(
    r"https?://(?:www\.)?(?:github\.com|huggingface\.co)/[\w.-]+/[\w.-]+/(?:blob|tree)/[\w.-]+/([^\s?#]+)"
)
#: Words of a link, or of a file's name, behind which a model is described.
_TELLING = (
    r"(?<![a-z])(?:models?|(?:pre-?)?train(?:ing|ed)?|data|datasets?|corpus|corpora|architecture|technical|tech|reports?"
    r"|memos?|cards?|datasheets?|safety|limitations?|bias|privacy|ethics|ethical|environmental|energy|carbon|compute"
    r"|intended|responsible)(?![a-z])|报告|模型|训练|数据|技术"
)
#: A model's name with its size, as a document on it may be called.
_SIZED = r"[A-Za-z][\w.-]*-\d{1,4}(?:\.\d{1,2})?[BbMm](?:-[\w.-]+)?"
#: Words of instructions and results, which describe no model.
_OTHER = (
    r"(?<![a-z])(?:how|guides?|tutorials?|instructions?|fine-?tun\w*|infer\w*|deploy\w*|install\w*|usages?|quick|start\w*"
    r"|prepar\w*|processing|download\w*|apis?|faqs?|contribut\w*|requirements?|set-?up|scripts?|docker|demos?|examples?"
    r"|conver(?:t\w*|sions?)|quanti[sz]\w*|eval\w*|benchmarks?|results?|leaderboards?|zoo|parallel\w*|loaders?|custom"
    r"|formats?|code|changelog|news|tests?|using|your|own|community|servers?|serving)(?![a-z])|微调|部署|推理|评测"
)


def linked_documents(artifacts: Iterable[Artifact], files: Container[str]) -> dict[str, bool]:
    """Return those of some files, in order, that cards link to, and whether they do as to one about their model."""
    found: dict[str, bool] = {}
    for artifact in artifacts:
        speaks = artifact.kind == "model_card" or (artifact.kind == "readme" and "/" not in artifact.path)
        if not speaks or not isinstance(artifact.content, Prose):
            continue
        for link in artifact.content.links:
            path = linked_path(link, artifact.path)
            if path in files and not found.get(path):
                found[path] = _is_about_the_model(link.text, path)
    return found


def linked_path(link: Link, start: str) -> str:
    """Return the path in the repository that a link of the document at ``start`` leads to, empty for another place."""
    address = _BLOB.match(link.target)
    target = unquote(address[1] if address else re.split(r"[#?]", link.target, maxsplit=1)[0])
    if not target or re.match(r"[a-z][\w+.-]*:|//", target, re.IGNORECASE):
        return ""
    base = "" if address or target.startswith("/") else posixpath.dirname(start)
    path = posixpath.normpath(posixpath.join(base, target.lstrip("/")))
    return "" if path.startswith("..") else path


def is_named_by_size(stem: str) -> bool:
    """Tell whether a file is called, without its ending, by a model's name with its size: ``Lark-20B``."""
    return re.fullmatch(_SIZED, stem) is not None


def _is_about_the_model(text: str, path: str) -> bool:
    stem = posixpath.splitext(posixpath.basename(path))[0]
    words = f"{text} {stem.replace('_', ' ')}".lower()
    # Compiled here, because hardly any card links to such a file.
    return bool(re.search(_TELLING, words) or is_named_by_size(stem)) and not re.search(_OTHER, words)
