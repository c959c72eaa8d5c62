"""How a document without a telling title names its model: by the sentence that introduces it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Artifact, Block

#: What models are called.
_KINDS = r"models?|llms?|(?-i:LMs?)|transformers?|neural networks?|(?:(?:en|de)coder|adapter|classifier)s?"
#: How a text introduces its model: ``Name 7B is an open language model``.
_INTRODUCTION = Pattern(
    r"(?:[\w .-]{2,40}: )?(?:the )?"
    r"(?P<name>(?!(?:this|it|these|those|there|here|we|our|they|the|all|each|both|models?|what|which)\b)"
    r"(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3}))(?<! Community)(?<! Team)(?<! Group)(?<! Institute)"
    r"(?: \([^)]{0,80}\)|, [^.,]{3,80},)?(?: (?:is|are) (?:an?|the|our)\b|(?<=[\d)]) (?:[a-z]+ )?models are\b"
    # Some leave the article out.
    r"| is (?=(?:[\w-]+ ){0,4}model (?:developed|trained|built|created) by\b))"
    r"(?:[^.]|\.(?=\d)){0,160}"
    rf"\b(?:{_KINDS}|(?:versions?|variants?|fine-?tunes?|generation) of)\b"
)
#: The same in Chinese, Japanese and Korean, which part no words: ``Name是由…研发的大语言模型``.
_INTRODUCTION_EAST = Pattern(
    r"(?P<name>(?a:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3}))\s?(?:[(（][^()（）]{1,80}[)）])?\s?(?:是|为|は|은|는)"
    r"[^。]{0,160}?(?:模型|基座|モデル|모델)",
    flags=0,
)
#: The same of models that bear a name in one word, which strikes by its form: ``The NestLark models are a family``.
_MODELS = Pattern(r"(?:the )?(?P<name>(?-i:[A-Z]\w*[a-z][A-Z][\w.-]*)) models are (?:an?|the|our)\b")
#: What a family is called where nothing else names the model: ``The Name 2 collection of language models``.
_FAMILY = Pattern(
    r"the (?P<name>(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3})) (?:family|series|suite|collection) of\b"
    rf"(?:[^.]|\.(?=\d)){{0,80}}\b(?:{_KINDS})\b"
)
#: What a text tells of a name with a size in it: ``Name-7B has 7 billion parameters``, ``Name-7B was trained on``.
_TOLD = Pattern(
    r"(?P<name>(?-i:[A-Z][\w.+-]*-\d+(?:\.\d+)?[BM](?:-[\w.+-]+)?)) "
    r"(?:has \d[\d.,]* ?(?:[BM]|[bm]illion) parameters\b"
    r"|(?:was|is) (?:pre-?|fine-?)?(?:trained|tuned)(?: \w+ly)? (?:on|with|from)\b)"
)
#: The same behind a name that is set in bold or as code, however it is written.
_OF_MARKED = Pattern(
    r"(?: \([^)]{0,80}\))?(?: and (?P<sister>[\w.+-]+))? (?:is|are)\b(?:[^.]|\.(?=\d)){0,160}"
    rf"\b(?:{_KINDS})\b"
)
_MARKED_NAME = re.compile(
    r"(?!(?i:this|it|these|our|the|note|models?)\b)(?=.{0,30}(?:[A-Z]|\d))[\w.+-][\w.+:-]*\w\+?(?: [\w.+-]+){0,3}"
)
_PRESENTING = (
    r"\b(?:introduc(?:e|ed|ing)|present(?:ing)?|propose|announc(?:e|ed|ing)|releas(?:e|ed|ing)|unveil(?:ed|ing)?"
    r"|open-?sourc(?:e|ed|ing))"
)
#: How a text presents its model by what it is: ``We introduce a language model called Name 7B``.
_CALLED = Pattern(
    rf"(?<!also ){_PRESENTING}\b(?:[^.]|\.(?=\d)){{0,160}}?\b(?:{_KINDS})(?: series| family)?,? (?:called|named|dubbed)"
    r" (?:the )?(?P<name>(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3}))"
)
#: How a text presents its model: ``We introduce Name 7B``, ``Releasing the Name-7B models``.
_PRESENTED = Pattern(
    rf"{_PRESENTING}(?: the)? (?P<name>(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){{0,3}}))(?: \([^()]{{1,120}}\))?"
)
#: What follows it there: a description as a model, or, behind a name that strikes by its form, less than that.
_AS_MODEL = Pattern(
    rf"(?:, (?:an?|the|our)\b| (?:family|series|suite|collection) of\b)(?:[^.]|\.(?=\d)){{0,160}}"
    rf"\b(?:{_KINDS}|architecture)\b"
)
_AS_NAME = Pattern(r",| models?\b| series\b| family\b")
_STRIKING = re.compile(r"\S*(?:\d|[a-z][A-Z]|\w-[A-Z])")
#: What a card says of itself: ``This card describes the diffusion model Name``.
_DESCRIBED = Pattern(
    r"(?:this (?:model )?card (?:describes|documents|covers|presents|is (?:for|about)"
    r"|(?:provides|gives) an? (?:\w+ )?(?:overview|description) of) (?:(?-i:[a-z][\w-]*) ){0,6}?|this model, )"
    r"(?P<name>(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3}))"
)
#: What is here, by a name that strikes: ``This is an early checkpoint of name-2b``, ``Welcome to the name-2 series``.
_CHECKPOINT = Pattern(
    r"(?:this (?:is|repo(?:sitory)? (?:contains|holds|hosts))(?: the| an?)?"
    r"(?: (?!fine|quanti|adapt|lora|convert|merge|distil|gguf|exl|awq|gptq|mlx|onnx)[\w-]+){0,4}?"
    r" (?:checkpoints?|weights) (?:of|for)|welcome to)(?: the)?"
    r" (?P<name>[A-Za-z][\w.+-]*[\w+](?: (?-i:[A-Z\d][\w.+-]*)){0,3})"
)
#: A first line that is a title without its mark: words as in names, with a size or a version among them.
_TITLE_LINE = Pattern(
    r"(?!Update|Version|Python|News|Release|Date)(?=[^\n]{0,40}\d)"
    r"(?P<name>[A-Z][\w.+-]*(?: (?:[A-Z]|v?\d)[\w.+-]*){1,5})[^\w\n.,:;!?]*(?:\n|\Z)",
    flags=0,
)
_MAX_OPENING = 400
_SENTENCE = re.compile(r"(?:[a-z)]|\d[BM])[.!] +(?=[A-Z])")
#: Paragraphs among which a text introduces its model.
_OPENING_BLOCKS = 8


def introduced_name(artifact: Artifact) -> str:
    """Return the name of the model that one of a document's first paragraphs introduces; empty if none does."""
    found = introduction(artifact)
    return found[0] if found else ""


def introduction(artifact: Artifact) -> tuple[str, Block, int, int] | None:
    """Return the name that a document's first paragraphs introduce, and the block and the range where it stands."""
    blocks = artifact.content.blocks if isinstance(artifact.content, Prose) else ()
    opening = [block for block in blocks if block.kind == "paragraph"][:_OPENING_BLOCKS]
    for block in opening:
        text = block.text.replace("\n", " ")
        for start in (0, *(line.end() for line in re.finditer("\n", block.text))):
            if end := _marked(block, text, start):
                return text[start:end], block, start, end
        match = _opening(text) or _DESCRIBED.match(text) or _presentation(text) or _introduction(text)
        if match := match or _checkpoint(text) or _INTRODUCTION_EAST.match(text):
            return _named(match, block)
    for block in opening:
        if match := _FAMILY.match(block.text.replace("\n", " ")):
            return _named(match, block)
    first = blocks[0] if blocks else None
    if first is None or first.kind != "paragraph" or first.section:
        return None
    if titled := _TITLE_LINE.match(first.text):
        return titled["name"], first, 0, titled.end("name")
    bold = first.text.strip() if first.strong[:1] == ((0, len(first.text.rstrip())),) else ""
    return (bold, first, 0, len(bold)) if _STRIKING.match(bold) and _MARKED_NAME.fullmatch(bold) else None


def _named(match: re.Match[str], block: Block) -> tuple[str, Block, int, int]:
    name = match["name"].rstrip(".")
    return name, block, match.start("name"), match.start("name") + len(name)


def _opening(text: str, start: int = 0) -> re.Match[str] | None:
    """Return the introduction with which a sentence at ``start`` begins."""
    return _INTRODUCTION.match(text, start) or _MODELS.match(text, start) or _TOLD.match(text, start)


def _marked(block: Block, text: str, start: int) -> int:
    """Return the end of the name in bold or as code with which a line begins to describe a model, 0 if none.

    Of two names it is that of their family, with which both begin.
    """
    for begin, end in (*block.strong, *block.code):
        match = _OF_MARKED.match(text, end) if begin == start and _MARKED_NAME.fullmatch(text, start, end) else None
        if match:
            stem = text[start : max(text.rfind("-", start, end), start)]
            family = len(stem) > 3 and (match["sister"] or "").startswith(f"{stem}-")
            return start + len(stem) if family else end
    return 0


def _checkpoint(text: str) -> re.Match[str] | None:
    match = _CHECKPOINT.match(text)
    named = match and (_STRIKING.match(match["name"]) or text.startswith((" series", " family"), match.end()))
    return match if named else None


def _introduction(text: str) -> re.Match[str] | None:
    """Return the introduction with which a later sentence of a paragraph begins."""
    for start in _SENTENCE.finditer(text, 0, _MAX_OPENING):
        if match := _opening(text, start.end()):
            return match
    return None


def _presentation(text: str) -> re.Match[str] | None:
    """Return the first presentation of something that is a model, by what follows its name or by the name's form.

    What it is said to be called comes before what else is named.
    """
    called = _CALLED.search(text, 0, 2 * _MAX_OPENING)
    if called and called.start() < _MAX_OPENING:
        return called
    for match in _PRESENTED.finditer(text):
        described = match.start() < _MAX_OPENING and _AS_MODEL.match(text, match.end())
        if described or (_STRIKING.match(match["name"]) and _AS_NAME.match(text, match.end())):
            return match
    return None
