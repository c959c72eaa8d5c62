"""The name of a model in the title of a document about it, and titles that hold none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import holds_placeholder

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Prose

_CARD_WORDS = Pattern(
    r"^\W*(?:(?:data )?model ?card(?: for| of|:)?(?: the)?|the)\s+|\W*\bmodel ?card\b\W*$|\s+(?:models?|series|family)$"
)
#: What a card is besides: ``Name-7B Overview``.
_OVERVIEW = Pattern(
    r"(?<=[\w)]) (?:overview|(?:training )?recipe|(?:model )?read ?me|release|paper|\((?:paper|code|[,&| ])+\)"
    r"|(?:(?:model )?weights?(?: files?)? |(?:model|technical|user) |(?<=[\dBM] ))(?:documentation|docs)"
    r"|(?:model )?weights(?: files?)?"
    r"|(?:user|usage|deployment|quick ?start) guide|user manual|quick ?start"
    r"|(?:模型|项目)?(?:介绍|简介|使用?说明|说明文档|文档))\Z"
)
#: What kind of model it is, behind the name: ``Name 3.0 Language Models``.
_KIND = Pattern(r"(?<=\w)(?<!Vision) (?:large )?(?:language|multilingual|foundation)\Z")
#: A title that tells what became of a model: ``Name-7B has been updated``.
_TOLD = Pattern(
    r"(?<=\w) (?:(?:has|have) (?:been .*|arrived)|(?:is|are) (?:out|here))!?\Z",
    flags=re.IGNORECASE | re.DOTALL,
)
_OPENING = Pattern(
    r"^(?:\d+\.\s+)?(?:what is|what's(?= (?-i:[A-Z]))|introducing|introduction (?:to|of)|welcome to|meet|announcing"
    r"|overview of"
    r"|(?:[\w.]+\s+){0,3}(?:quanti[sz](?:ations?|ed versions?)|quants|gguf(?: files?)?) (?:of|for))\s+"
)
#: What a title says is done with a model whose name strikes: ``Getting started with Name-7B``.
_INSTRUCTING = Pattern(
    r"^(?:(?:getting started|quick ?start|working) with|how to (?:use|run|get started with)|about"
    r"|(?:user )?guide (?:to|for))\s+(?:the\s+)?"
)
#: What holds the code of it: ``Official PyTorch implementation of Name-7B``.
_CODE_OF = Pattern(
    r"^(?:an? |the )?(?:(?:official|unofficial|open-?source|public|pytorch|jax|flax|tensorflow) )*"
    r"(?:repo(?:sitory)?|(?:source )?code(?:base)?(?: release)?|(?:re-?)?implementation"
    r"|(?:(?:source )?code|data|(?:pre-?trained )?models?|weights|checkpoints)(?:, | and | & )(?:the )?"
    r"(?:code|data|(?:pre-?trained )?models?|weights|checkpoints)) (?:of|for|from)\s+(?:the\s+|our\s+)?"
)
#: What a title says a model is, without a name: ``Unified Model for Speech and Songs``.
_DESCRIBING = Pattern(
    r"(?:(?:an?|the|our|unified|universal|general|generalist|open|open-?source|large|small|tiny|efficient|multilingual"
    r"|bilingual|multi-?modal|any-to-any|foundation|language|vision|visual|audio|speech|text|image|video|generative"
    r"|pre-?trained|diffusion|[a-z]+-language|text-to-[a-z]+|image-to-[a-z]+)(?: |-(?=[a-z]+ )))+"
    r"(?:models?|llms?|transformers?|(?:neural )?networks?) (?:for|to|that|of|as|are|can|need)\b.+"
)
#: Whose model it is, behind its name: ``Quantizations of Name-7B by Maker``.
_MAKER = re.compile(r"\s+by\s+[\w.-]+\Z")
#: Pictures and marks around a title.
_ORNAMENT = re.compile(r"\A[^\w([<{#.]+(?=\w)|(?<=[\w)\]])[^\w)\]}>+!%?.\"'`*]+\Z")
#: What a title says of the model behind its name: ``Name-7B: an open model``.
SUBTITLE = re.compile(r"(?<=[\w)])(?:\s?:\s|：|\s(?:-{1,3}|[–—|])\s|,\s[Tt]owards?\s).*\Z", re.DOTALL)
#: A picture that is written as its name.
_SHORTCODE = re.compile(r"(?<!\S):[a-z][a-z0-9_]+:(?!\S)")
#: A tag that is written so that it reads as text.
_TAG = re.compile(r"\A<[a-z]\w*\s[^<>]*>\s*")
#: A title that says of which model it is the card.
_CARD_OF = Pattern(r"\bmodel ?card\b")
#: Arrows, symbols and emoji with their modifiers: a title is decorated with them, a name holds none.
_PICTURES = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+")
_FORM_TITLE = Pattern(
    r"\b(?:public summary|training[- ]content summary|summary of training content|model documentation form"
    r"|code of practice|copyright policy)\b"
)
#: A title that is a sentence about the model: ``Name 2 is a strong learner``.
_SENTENCE = re.compile(
    r"(?!(?:this|that|these|those|it|there|here|what|which|who|how|why|when|where|the|our|an?)\b)"
    r"((?:[\w.+-]+ ){0,2}[\w.+-]+) (?:is|are) (?:an?|the|our) .*",
    re.IGNORECASE,
)
#: Front matter in the wrong place, which reads as a heading: ``license: mit``.
_KEY_AND_VALUE = re.compile(r"[a-z][a-z_]+: [\w.-]+")
#: What parts a heading from the same in another language.
_TWICE = re.compile(r"\s?[（(）)/|]\s?|(?<=[\u3040-\u9fff\uac00-\ud7af])\s+(?=[A-Za-z])")
#: What became of a repository, above the title of what it holds: ``This repository is no longer maintained``.
_NOTICE = Pattern(
    r"\W*(?:this|the|our) (?:repo(?:sitory)?|project|page|code ?base|package|branch) (?:is|has|was|will|contains)\b"
)
#: A day, as headings of news have it.
_DAY = re.compile(r"\W*\b\d{4}[-/.]\d\d?(?:[-/.]\d\d?)?\b\W*|\W*\b\d\d?[-/.]\d\d?[-/.]\d{4}\b\W*")
_STRIKING = re.compile(r"\d|[a-z][A-Z]|[A-Z]{2}|\w-[A-Z]")
#: What a title says that it is the code of has a name of so many words, and a paper is none.
_SHORT = 4
#: Among so many headings below the first, one of the highest level may be the title.
_NEWS_ABOVE = 5
#: What a text says of a model.
_AS_SUBJECT = r"(?:(?:developed|created|built|trained|released) by\b|(?:an?|the|our) [^.]{0,100}?\b(?:models?|LLMs?)\b)"
_PAPER = Pattern(r"\bpapers?\b")
_NUMBERING = re.compile(r"\W*(?:\d+\W+)?")
_GENERIC = Pattern(
    r"\W*(?:\d+\W+)?(?:read ?me|(?:model|training|technical) (?:details?|info(?:rmation)?|description|overview"
    r"|summary|card|architecture"
    r"|introduction|data|specifications?)|(?:project |model )?(?:intro(?:duction)?|overview|updates?)|about(?: us)?"
    r"|table of contents|contents|description|summary|change ?log|release notes|releases?|what'?s new|(?:quick )?links"
    r"|(?:(?:additional|further|more|other|useful|related) )?(?:resources|references|links|materials?)"
    r"|(?:model )?(?:downloads?|zoo|weights?(?: files?)?(?: documentation| format)?|checkpoints?|list|licen[sc]es?)"
    r"|user (?:guide|manual)|performance|evaluations?(?: results)?|gallery"
    r"|results?|benchmarks?|(?:news|updates?)(?: (?:and|&) (?:news|updates?))?|about (?:this|the) (?:repo(?:sitory)?"
    r"|project|model)|quick ?start|usage|uses|(?:intended|direct) uses?|key features?|highlights|model id"
    r"|documentation|how (?:does|do|to|it)\b.*|(?:requirements?|install\w*|set-?up|getting started)(?: and \w+)?"
    r"|welcome|features|capabilities|metrics|methods?|methodology|approach|experiments|(?:hyper)?parameters|settings|(?:hard|soft)ware|files"
    r"|variants?|versions|variations|generation|prompt(?:s|ing)|notes?|warnings?|questions|feedback|support|credits"
    r"|authors?|creators?|team|contributors?|disclaimer|explainability|bias|fairness|privacy|limitations"
    r"|safety(?:\W+(?:and )?security)?|ethic\w*(?: considerations)?|abstract|new|tokeni[sz]ers?|motivation|background"
    r"|(?:pre-?)?training(?: (?:recipes?|procedure|set-?up|code|scripts?))?|fine-?tuning|inference|deployment|demos?"
    r"|examples?|architecture|(?:chat|prompt) (?:template|format)|data ?sets?|citation|acknowledge?ments?|licen[sc]e"
    r"|(?:large |small )?language|llms?|ai|nlp|machine learning"
    r"|paper \W{0,3}[\w-]+ .*|contacts?|(?:[\w-]+ ){0,3}community|(?:model |last )?updated?\b.*"
    r"|(?:模型|项目)?(?:介绍|简介|概述|概览|说明|背景|更新|下载|列表)|目录|前言|引言|最新动态|新闻|动态"
    r"|(?:モデル|プロジェクト)?(?:概要|紹介|説明)|はじめに|目次|(?:모델|프로젝트)? ?(?:소개|개요|설명)|목차"
    r"|einleitung|einführung|übersicht|introducción|introdução|introduzione|présentation|descri(?:pción|ção|zione)"
    r"|введение|описание|содержание)\W*"
)


def named_title(prose: Prose) -> tuple[str, int] | None:
    """Return the name in a document's title and the index of its section, None if it has no title with a name.

    Where the first heading names nothing, one of the highest two levels does that says that it is a model card's, or
    one of the highest whose name the text has as its subject: that of news may stand above it.
    """
    index = title_of(prose)
    others = [n for n, row in enumerate(prose.sections) if 0 < row.level <= 2 and _CARD_OF.search(row.title)]
    if index is not None:
        after = range(index + 1, min(index + _NEWS_ABOVE, len(prose.sections)))
        others += [n for n in after if prose.sections[n].level == 1 and _is_subject(prose, n)]
    for number in (*(() if index is None else (index,)), *others):
        if name := name_in_title(prose.sections[number].title, prose.sections[number].level):
            return name, number
    return None


def _is_subject(prose: Prose, number: int) -> bool:
    """Tell whether a heading is a name, as the text says, or as it strikes being the only one of the highest level."""
    name = name_in_title(prose.sections[number].title, 2)
    if not name:
        return False
    titles = sum(section.level == 1 and not _NOTICE.match(section.title) for section in prose.sections)
    if _STRIKING.search(name) and titles == 1:
        return True
    said = re.compile(rf"(?<![\w-]){re.escape(name)} (?:is|was|are) {_AS_SUBJECT}")
    return any(said.search(block.text) for block in prose.blocks if block.kind != "code")


def name_in_title(title: str, level: int = 1) -> str:
    """Return the model's name in a title, empty for a title that every document could have.

    A title of a lower ``level`` is the heading of a first part more often than a name: of several words, one has to
    look like a name.
    """
    if _FORM_TITLE.search(title) or _KEY_AND_VALUE.fullmatch(title) or holds_placeholder(title):
        return ""
    if _NOTICE.match(title):
        return ""
    title = _ORNAMENT.sub("", " ".join(_PICTURES.sub(" ", _SHORTCODE.sub("", _TAG.sub("", title))).split()))
    title = re.sub(r"\A\d{1,2}\.\s+(?=[A-Z])", "", title)
    title = _SENTENCE.sub(r"\1", title) if _SENTENCE.fullmatch(title) else title
    if (instructing := _INSTRUCTING.match(title)) and not _STRIKING.search(title, instructing.end()):
        return ""
    if code := _CODE_OF.match(title):
        return _name_of_code(title[code.end() :], level)
    if _DESCRIBING.fullmatch(title):
        return ""
    name = _INSTRUCTING.sub("", _OPENING.sub("", title)).rstrip("? ")
    if name != title:
        name = _MAKER.sub("", name)
    for _ in range(2):
        name = _CARD_WORDS.sub("", name).strip(" :–—-*#`\"'{}<>")
    if _STRIKING.search(name):
        name = _TOLD.sub("", _OVERVIEW.sub("", _KIND.sub("", name) if name != title else name))
    head = SUBTITLE.sub("", name)
    if len(head) >= 2 and len(head.split()) <= 4 and re.search(r"[A-Z\d]", head) and not _is_generic(head):
        name = head
    if level > 1 and re.match(r"(?:an?|our|your) ", name, re.IGNORECASE):
        return ""  # it says what the model is, and not how it is called
    if level > 1 and " " in name and not _STRIKING.search(name) and not _OPENING.match(title):
        return ""
    return "" if _is_generic(_DAY.sub("", name)) or len(name) > 120 else name


def _name_of_code(title: str, level: int) -> str:
    """Return the name of what a title says it is the code of; that of a paper begins with it, if it holds one."""
    title = title.strip(" \"'`*“”‘’")
    head = SUBTITLE.sub("", title)
    if head != title:
        return head if len(head.split()) <= _SHORT and re.search(r"[A-Z\d]", head) else ""
    named = _STRIKING.search(title) and len(title.split()) <= _SHORT and not _PAPER.search(title)
    return name_in_title(title, level) if named else ""


def _is_generic(name: str) -> bool:
    parts = [part for part in _TWICE.split(name) if part]
    return _NUMBERING.fullmatch(name) is not None or all(_GENERIC.fullmatch(part) for part in (parts or [name]))
