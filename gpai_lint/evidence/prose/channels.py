"""Channels through which a model can be had: links to hubs, stores and files of weights, and names in code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.passages import zone_of
from gpai_lint.evidence.prose.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.location import Span

_FIELD = "distribution.channels"
_KINDS = frozenset({"model_card", "readme", "model_documentation_form"})
#: A file of weights, wherever it lies: its host is the channel.
_FILE = "file"
#: Where models are handed out, by the addresses of their pages there.
_CHANNELS = tuple(
    (name, Pattern(source))
    for name, source in (
        (
            "Hugging Face",
            r"https?://(?:www\.)?(?:huggingface\.co|hf\.co)/"
            r"(?!(?:datasets|spaces|papers|docs|blog|join|login|chat)(?:[/?#]|\Z)|models(?:[/#]|\Z))[\w-]",
        ),
        ("ModelScope", r"https?://(?:www\.)?modelscope\.(?:cn|ai)/(?:models|collections|organization)/"),
        ("Kaggle", r"https?://(?:www\.)?kaggle\.com/models/"),
        ("Ollama", r"https?://(?:www\.)?ollama\.com/[\w-]"),
        ("GitHub releases", r"https?://github\.com/[\w.-]+/[\w.-]+/releases\b"),
        ("Amazon Bedrock", r"https?://(?:[\w-]+\.)?(?:aws\.)?amazon\.com/bedrock"),
        ("Vertex AI", r"https?://(?:console\.cloud|cloud)\.google\.com/(?:vertex-ai|model-garden)"),
        ("Azure AI", r"https?://ai\.azure\.com/|https?://azuremarketplace\.microsoft\.com/"),
        (
            _FILE,
            r"https?://(?!\S*(?:/archive/|data|corpus|corpora|benchmark)\S*\.zip)\S+\.(?:safetensors|gguf|ckpt|pth|pt|bin|npz|onnx|tar\.gz|zip)(?:[?#]|\Z)",
        ),
    )
)
_OFFER = Pattern(
    r"\b(?:download\w*|weights?|checkpoints?|model ?zoo|model hub|hugging ?face|model ?scope|released?|available"
    r"|model artifacts|(?:post-?trained|sft) models?)\b|🤗|下[载載]|权重|ダウンロード|다운로드"
)
#: What a link to all models of a provider is called.
_MODELS = Pattern(r"\W*(?:(?:our|the) )?(?:pre-?trained|released|open) models\W*")
_OTHERS = Pattern(
    r"\b(?:based on|built on|fine-?tuned (?:from|on|version of)|fine-?tunes? of"
    r"|(?:derived|distilled|initiali[sz]ed|tuned|inherited) from)\b"
    r"|\b(?:base|parent|upstream|backbone)(?: model)?[^\w|]{1,8}\[|基于|基座|底座|编码器|数据集"
)
#: A search among all models of a hub: "See the [hub](…) to look for versions on a task that interests you".
_SEARCH = re.compile(r"/models\?")
_LOOKED_FOR = Pattern(r"\bto look for\b")
#: How much of the line before a link is looked at for whose model it leads to.
_BEFORE = 80
#: What a page is for that is no place to have a model from.
_NO_CHANNEL = Pattern(
    r"licen[sc]e|\b(?:terms|arxiv|paper|(?<!//)docs|documentation|change[_-]?log)\b"
    # A packed file of texts or records.
    r"|\.(?:txt|jsonl?|csv|tsv|xml)\.(?:tar\.)?gz\Z"
)
_ADDRESS = re.compile(r"https?://[^\s)\"'>]+")
#: How a line begins with a link, and how the one before it ends that leads to it.
_LINK = ("[", "http", "<http")
_LEADS_TO = re.compile(r"\b(?:at|from|on|in|under|via|here)\s*\Z|:\s*\Z")
_DOWNLOAD = Pattern(
    r"\b(?:download|get|obtain|request|access)\b[^.\n]{0,80}\b(?:weights?|checkpoints?|parameters|models?)\b"
    r"|\b(?:weights|checkpoints|(?:pre-?|fine-?)?(?:trained|tuned) models?)\b[^.\n]{0,60}"
    r"\b(?:available|downloaded|downloadable|released|hosted|found|here)\b"
    r"|\bmodels? (?:(?:can|may|could) be (?:downloaded|obtained)|associated with [^.\n]{1,60}, available here)\b"
)
#: The month or the year of a release at the end of a model's name, which its users leave out.
_DATED = re.compile(r"[-_ ](?:20)?\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d)?\Z")
#: An entry of a list that holds an address and nothing else, and how many lines such a list may have.
_ENTRY = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+<?https?://\S+\s*\Z")
_LISTED = 12
_LOADED = Pattern(
    r"(?:from_pretrained\(\s*|(?:huggingface-cli|hf) download |snapshot_download\([^)\n]{0,40}?|\bmodel\w*\s*=\s*"
    r"|vllm serve |--model[ =])[\"']?(?P<name>[\w.-]+/[\w.-]+)",
    flags=0,
)


def read_channels(context: Context) -> Iterator[Fact]:
    """Yield each channel once in a section, at the first place there that leads to it.

    A page counts when the address holds the model's own name, or when the line or the heading around the link speaks of
    weights or of a download; links to other models are neither.
    """
    if context.artifact.kind not in _KINDS:
        return
    seen: set[tuple[str, int]] = set()
    heads = _heads(context)
    for target, text, span, section in _targets(context):
        if _NO_CHANNEL.search(target):
            continue
        name = next((name for name, address in _CHANNELS if address.match(target)), "")
        if name and (name, section) not in seen and _offers(context, target, text, span, section, heads):
            seen.add((name, section))
            # A channel is an address outside by nature: where the link leads is the answer.
            field = catalogue().fields[_FIELD]
            # What a file of weights is called tells of no weights; its address does.
            where, said = (_host(target), target) if name == _FILE else (name, text or target)
            yield context.fact(field, [where], said, span, section, state=State.STATED)
    if not seen:
        yield from _offered(context)
    if any(name == "Hugging Face" for name, _ in seen):
        return
    for block in context.prose.blocks:
        match = _LOADED.search(block.text) if block.kind == "code" else None
        if match and _is_own(context, match["name"]):
            span = block.part(match.start("name"), match.end("name"))
            yield context.fact(catalogue().fields[_FIELD], ["Hugging Face"], match["name"], span, block.section)
            return


def _offered(context: Context) -> Iterator[Fact]:
    """Yield the first address, wherever it leads, in a passage that offers the weights for download."""
    for passage in context.passages:
        if not passage.whole or passage.zone in {"citation", "evaluation"} or not _DOWNLOAD.search(passage.text):
            continue
        for start, end in sentences_of(passage.text):
            match = _DOWNLOAD.search(passage.text, start, end)
            if passage.text[:end].rstrip().endswith(":"):
                end = len(passage.text)  # noqa: PLW2901 - the address is announced here and stands on the next line
            links = context.links(passage, match.start(), end) if match else []
            bare = _ADDRESS.search(passage.text, match.start(), end) if match else None
            if links and links[0].target.startswith("http"):
                target, span = links[0].target, links[0].span
            elif bare:
                target, span = bare.group(), passage.span(*bare.span())
            else:
                continue
            if _NO_CHANNEL.search(target):
                continue
            field = catalogue().fields[_FIELD]
            yield context.fact(field, [_host(target)], passage.text, span, passage.section, state=State.STATED)
            return


def _targets(context: Context) -> Iterator[tuple[str, str, Span, int]]:
    rows = [(link.target, link.text, link.span, link.section) for link in context.prose.links]
    rows += [(image.target, image.text, image.span, image.section) for image in context.prose.images if image.target]
    # An address that is no link in Markdown is one for its readers.
    texts = [(block.text, block.part, block.section) for block in context.prose.blocks if block.kind != "code"]
    cells = {(cell.span, table.section): cell for table in context.prose.tables for row in table.rows for cell in row}
    texts += [(cell.text, cell.part, section) for (_, section), cell in cells.items()]
    for text, part, section in texts:
        for match in _ADDRESS.finditer(text):
            rows.append((match.group().rstrip(".,;"), "", part(match.start(), match.end()), section))
    yield from sorted(rows, key=lambda row: row[2])


def _heads(context: Context) -> dict[int, str]:
    """Return the heads of the columns above each line of a table."""
    heads: dict[int, str] = {}
    for table in context.prose.tables:
        head = " ".join(cell.text for row in table.rows[: table.header_rows] for cell in row)
        heads.update((cell.span.line, head) for row in table.rows[table.header_rows :] for cell in row)
    return heads


def _offers(context: Context, target: str, text: str, span: Span, section: int, heads: dict[int, str]) -> bool:
    path = context.prose.sections[section].path
    zone = zone_of(context.prose, path)
    lines = context.prose.lines
    line = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
    if zone == "citation" or (_SEARCH.search(target) and _LOOKED_FOR.search(line)):
        return False
    own = _is_own(context, target)
    if own or zone == "evaluation":
        return own
    said = (
        text,
        line[:400],
        path[-1] if path else "",
        heads.get(span.line, ""),
        _introduction(lines, span.line) if line else "",
    )
    if _MODELS.fullmatch(text):
        return True
    around = _ADDRESS.sub(" ", " ".join(said))
    before = lines[span.line - 2][-_BEFORE:] if 1 < span.line <= len(lines) else ""
    if line.lstrip().startswith(_LINK) and _LEADS_TO.search(before):
        around += f" {_ADDRESS.sub(' ', before)}"  # the sentence began on the line before
    return bool(_OFFER.search(around)) and not _OTHERS.search(f"{before} {line}")


def _introduction(lines: tuple[str, ...], number: int) -> str:
    """Return the line that introduces a list of addresses which the line of a number, from 1, is an entry of."""
    for line in reversed(lines[max(0, number - 1 - _LISTED) : number] if _ENTRY.match(lines[number - 1]) else ()):
        if line.strip() and not _ENTRY.match(line):
            return line[-_BEFORE:] if line.rstrip().endswith(":") else ""
    return ""


def _is_own(context: Context, address: str) -> bool:
    names = [_letters(form) for name in context.names for form in (name, _DATED.sub("", name))]
    return any(len(name) >= 4 and name in _letters(address) for name in names)


def _host(address: str) -> str:
    return re.sub(r"https?://(?:www\.)?([^/]+).*", r"\1", address)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower())
