"""Whose licence a statement names: that of the model, of its code, of data, or of what somebody else made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What licences stand on that says what something is based on, and no origin: "based on the Lark License".
ON_LICENCE = r"(?: (?:the )?\W{0,2}(?:[\w.]+ ){0,5}licen[sc]e)"
_MODEL = Pattern(
    r"\b(?:models?(?!(?:'s?)? (?:source |inference |training )?code\b)"
    r"|weights?|checkpoints?|adapters?|parameters|modell[eion]?n?|mod[eè]l[eo]s?|gewichte|poids|pesos|pesi"
    r"|modelul|malli|modelin|mô hình)\b|μοντέλο"
    r"|\b(?:this|our) (?:[\w-]+ )?release\b|\b(?:all|our|these) artifacts\b"
    r"|模型(?!的?(?:源代?码|代码))|权重|モデル|重み|모델|가중치"
)
#: Sources, and not what is said of a model: "open-source", "closed-source".
_SOURCE = r"(?<!open[- ])(?<!closed[- ])source"
_OTHER = Pattern(
    rf"\b(?:code(?:base)?|scripts?|{_SOURCE}|software(?! licen[sc]e)|tokenizer|wrapper|library|documentation|docs"
    r"|paper|data ?sets?|corpus|demo|examples?|c[oó]digo|codice|(?:other|remaining) (?:materials?|assets|files))\b"
    r"|代码|源码|コード|코드|其[他余它](?:材料|内容|文件|部分)"
)
_CODE = Pattern(
    rf"\b(?:code(?:base)?|scripts?|{_SOURCE}|software(?! licen[sc]e)|wrapper|library|c[oó]digo|codice)\b"
    r"|代码|源码|コード|코드"
)
_DATA = Pattern(
    r"\b(?:data(?: ?sets?| ?bases?)?|corpus|corpora|documentation|docs|cookbooks?|notebooks?|tutorials?"
    r"|paper|web ?site|logos?|figures|annotations?)\b|\A\W*(?:데이터|データ|数据)(?:셋|セット|集)?\W{0,3}:"
)
_WORK = Pattern(rf"\b(?:code(?:base)?|software(?! licen[sc]e)|{_SOURCE}|library|repository|repo|project|work)\b")
#: Data that the words right behind it are about: "trained on a corpus released under …".
_DATA_AT_END = Pattern(
    r"\b(?:data(?: ?sets?| ?bases?)?|corpus|corpora|records|prompts|documents|audio|recordings|images|videos|texts?"
    r"|content),?(?: (?:that|which|is|are|was|were|has been|have been|been))*"
    r"(?: (?:generated|collected|written|created|compiled|annotated|produced|curated) (?:by|from|with) "
    r"[^.,;()]{1,50} and)?"
    r"(?: (?:licen[sc]ed|released|distributed|available|provided|published))?\s*\Z"
)
#: The same data beside the model, which has its licence, or in an aside about the model: "models and data are …",
#: "the model, trained on public data, is …".
_WITH_MODEL = Pattern(
    r"\b(?:models?|weights?|checkpoints?)(?: \([^()]{1,30}\))?(?:,? and|,| &) (?:(?:the|its|our|all) )?(?:[\w-]+ )?"
    r"(?:data(?: ?sets?)?|corpus|corpora) (?:is|are)\b[\w ]{0,30}\Z"
    r"|\A[^,;]*\b(?:models?|weights?)\b[^,;]{0,30}, (?:trained|built|based|tuned|fine-?tuned) [^,;]{1,80}, (?:is|are)\b"
    r"[\w ]{0,30}\Z"
)
_FOREIGN = Pattern(
    rf"\b(?:originally|portions? of|parts? of|some of|borrow\w*|adapted from|based on(?!{ON_LICENCE})|third[- ]party"
    r"|which (?:is|are) (?:[\w.+-]+ ){0,4}licen[sc]ed|(?:portions|parts) derived"
    r"|additional information\W{1,4}(?:the|its) base model"
    r"|(?:utili[sz]es?|uses?|includes?|incorporates?|contains?) (?:certain|some|various|several) (?:[\w-]+ ){0,2}?"
    r"(?:data ?sets?|models?|libraries|components|packages|checkpoints)"
    r"|licen[sc]es? of (?!the|this|our|all|its|each))\b"
)
#: What the weights are, as it is said of them without a word of granting: "the weights are CC BY 4.0".
_ARE = Pattern(
    r"\b(?:models?|weights?|checkpoints?)\b[^.;]{0,40}?\b(?<!you )(?:is|are)\b"
    r"|\A\W*(?:(?:pre-?trained )?(?:model )?weights|models?|모델|가중치|モデル|重み|模型|权重)[^:.;,]{0,12}:"
)
#: A part of the model as the subject of a clause.
_ENCODER = (
    r"(?:the|its) (?:[\w-]+ )?(?:(?:vision|image|audio|speech|text|visual) )?"
    r"(?:(?:auto-?)?encoder|decoder|vocoder|codec|vae|container|tokeni[sz]er)(?: itself)? (?:is|are|remains|falls)\b"
)
#: A part of the model or what it was made from, and its code, where the words up to a grant are about that.
_PART = Pattern(
    r"\b(?:tokeni[sz]ers?|vocabulary|vocoder|codec|container)\b (?:(?!and\b|or\b)[\w-]+ ){0,3}?"
    r"(?:in|of|for|with|by|from) (?:[\w-]+ ){0,3}?(?:models?|weights|checkpoints?)\b"
    r"|\b(?:(?:the|its|our)|[\w.-]+'s) (?:[\w-]+ ){0,3}?(?:underlying|upstream|parent|teacher|backbone)"
    r" (?:base )?(?:language )?(?:model|llm)\b"
    r"|[;(\u2014] ?(?:and |while )?(?:the )?base (?:model|weights)(?: (?:is|are|remains?))?(?: licen[sc]ed)? under\b"
    rf"|(?:\A\W*|[;,:] (?:and |while )?){_ENCODER}"
    r"|\b(?:derived|distilled|adapted|fine-?tuned) from [^;()]{1,60} \((?:\Z|[^()]{0,30}licen[sc]e\b)"
)
_CODE_OF = Pattern(
    r"\b(?:code(?:base)?|scripts?|implementation) (?:(?!and\b|or\b)[\w-]+ ){0,2}?(?:for|of|behind)"
    r" (?:this|the|our|these) (?:[\w-]+ ){0,2}?models?\b"
    r"|\b(?:code(?: ?base)?|library|software|data ?set)'s (?:[\w.-]+ ){1,5}licen[sc]e\b"
)
#: What says of models that another's are meant, and that those are what the model was made from.
_ANOTHERS = Pattern(r"\W*(?:both|these|they|all)\b[^.;]{0,40}[ -]licen[sc]ed models? (?:from|by|of) (?-i:[A-Z])")
_USED_AS_BASE = Pattern(r"\b(?:as|for) (?:the|our|its|an?) (?:base|backbone|foundation)\b|\bbase models?\b")
#: The name of what a grant is about, before it: "…, Sparrow 2 is licensed under", "Sparrow's MIT license allows".
_NAMED = Pattern(
    r"(?:\A|[,;(:] )\W{0,6}(?:notice: )?(?!(?:all|base|both|checkpoints?|code|data|each|everything|files?|fine-?tuned"
    r"|it|its|models?|our|outputs?|pre-?trained|software|that|the|these|they|this|trained|usage|use|weights?|which)\b)"
    r"(?P<name>(?-i:[A-Z][\w.-]*)(?: v?\d[\w.]*)?)"
    r"(?: is (?:licen[sc]ed|released|distributed|governed|subject|under)\b|'s (?=[\w. -]{1,60}\blicen[sc](?:e|ing)\b))"
    r"(?:[^.;]|\.(?=\d)){0,60}\Z"
)
#: What models by the name of one, which strikes, are used under: "The use of LarkMoE models is subject to".
_USED = Pattern(
    r"\A\W*(?:the )?use of (?:the )?(?P<name>(?-i:[A-Z])[\w.]*(?-i:[a-z][A-Z]|-?\d)[\w.-]*)(?<!-like)(?<!-based)"
    r"(?: [\w./-]+){0,2} (?:models?|weights|checkpoints?)\b"
)
#: Words behind the licence of a thing that bring in those of others: what it is like, or was made from.
_ASIDE = Pattern(
    rf"\b(?:{_ENCODER}|portions? of|is an?|(?:is )?adapted from|(?:is )?(?:based|built) (?:up)?on|derived from|see also"
    r"|similar to|unlike|inherit\w*|additional information|in-?line with|compatible with"
    r"|takes (?:priority|precedence) over|not)\b"
)
_CLAUSE = re.compile(
    r",(?: and)? (?=[^,]{0,60}\b(?:is|are|follows?|must|should|falls?|comes?|adheres?)\b)"
    r"|[;；](?:\s|(?=[\u3400-\u9fff]))|,?\s(?:while|whereas|however|but)\b"
    r"| and (?=(?:the |our |all )?(?:[\w-]+ ){1,3}(?:is|are)\b)|,(?=\s?(?:[\w.+-]{1,40}\s)?[\u3400-\u9fff])"
)
_JOINED = frozenset({",", ", and", "and"})
_VERB = Pattern(
    r"\b(?:is|are|was|were|has|have|must|should|needs?|follows?|adheres?|licen[sc]ed|released|falls?|comes?)\b"
    r"|[遵依按]|基于|采用|使用"
)
#: What a row of a table is called that is about the weights, among rows about code and data.
_WEIGHTS = Pattern(
    r"\W*(?:(?:our|the|all|released|pre-?trained|trained|model|base|chat|delta|fine-?tuned) ){0,3}"
    r"(?:models?|weights?|checkpoints?)(?: \(\d[\d.]*[BM]\))?\W*"
    r"|[^()]{2,60} \((?:incl(?:\.|uding|usive of)?|with) (?:(?:the|model|trained|its) ){0,2}weights\)\W*"
    r"|\W*(?:모델|사전 ?학습 모델|モデル|学習済みモデル|模型)?(?:の?重み|\s?가중치|的?(?:权重|参数))?(?<!\W)\W*"
)
#: What stands beside the name of a licence and says what it is of: "MIT for the code", "CC BY 4.0 (weights)".
_TAG = Pattern(
    r"\W{0,4}(?:licen[sc]ed? ?)?\W{0,3}(?:for|\()\W{0,2}(?:(?:the|our|all|its) )?(?:[\w-]+ ){0,2}?"
    r"(?:(?P<model>(?:(?:code|data(?: ?sets?)?|texts?|docs)(?: (?:&|and)|,(?=[^()]*\))|/) ?(?:(?:the|our|all|its) )?)?"
    r"(?:model )?(?:models?|weights?|checkpoints?|parameters))"
    r"|(?P<other>(?P<code>code(?:base)?|scripts?|source|software)"
    r"|data(?: ?sets?)?|texts?|docs|documentation|paper))\b"
)
_ADDRESS = re.compile(r"https?://[^\s<>)\]\"']+")


def is_of_model(text: str, own: str) -> bool:
    """Tell whether a text speaks of a model; a name that ``own`` matches is one, unless it tells whose code it is."""
    if _MODEL.search(text):
        return True
    return bool(own) and not _CODE.search(text) and bool(re.search(own, _ADDRESS.sub("", text)))


def is_of_code(text: str) -> bool:
    """Tell whether a text speaks of code and of no model."""
    return bool(_CODE.search(text)) and not _MODEL.search(text)


def is_of_both(text: str) -> bool:
    """Tell whether a text speaks of code and of a model."""
    return bool(_CODE.search(text)) and bool(_MODEL.search(text))


def is_of_work(text: str, own: str) -> bool:
    """Tell whether a text speaks of the project or its code, and of no model."""
    return bool(_WORK.search(text)) and not is_of_model(text, own)


def is_the_weights(label: str) -> bool:
    """Tell whether a label says no more than that it is about the model or its weights."""
    return bool(_WEIGHTS.fullmatch(label))


def is_of_other(text: str) -> bool:
    """Tell whether a text speaks of code, data or documents."""
    return bool(_OTHER.search(text))


def is_of_data(ahead: str, about_model: bool) -> bool:
    """Tell whether the words up to a grant, its first included, make it one of data and not of the model."""
    if about_model and _DATA_AT_END.search(ahead):
        return _WITH_MODEL.search(ahead) is None
    return bool(_DATA.search(ahead)) and not (about_model or _WORK.search(ahead))


def says_what_it_is(sentence: str) -> bool:
    """Tell whether a sentence says of the model or its weights what they are."""
    return bool(_ARE.search(sentence))


def is_of_part(ahead: str) -> bool:
    """Tell whether the words up to a grant are about a part of the model, or about what it was made from."""
    return bool(_PART.search(ahead))


def is_of_bases(sentence: str, said_before: str) -> bool:
    """Tell whether a sentence speaks of another's models, of which the one before said that they were the base."""
    return _ANOTHERS.match(sentence) is not None and _USED_AS_BASE.search(said_before) is not None


def is_of_relative(ahead: str, own: str) -> bool:
    """Tell whether the words up to a grant are about the code of the model, or begin with another's name."""
    named = _NAMED.search(ahead)
    return bool(_CODE_OF.search(ahead)) or (named is not None and not (own and re.search(own, named["name"])))


def used_models(ahead: str) -> str:
    """Return the striking name of the models for whose use a sentence begins to set terms, empty if it has none."""
    used = _USED.match(ahead)
    return used["name"] if used else ""


def foreign_at(text: str) -> int:
    """Return where a text begins to speak of what others made, its length if it does not."""
    match = _FOREIGN.search(text)
    return match.start() if match else len(text)


def model_parts(text: str) -> list[tuple[int, int]]:
    """Return the clauses of a sentence that speak of the model, where others speak of code; else the whole."""
    whole = [(0, len(text))]
    if not (_MODEL.search(text) and (_OTHER.search(text) or _DATA.search(text))):
        return whole
    # A subject that is joined to another has no verb of its own: it shares the clause.
    cuts: list[int] = []
    for match in _CLAUSE.finditer(text):
        if match.group().strip() not in _JOINED or _VERB.search(text, cuts[-1] if cuts else 0, match.start()):
            cuts.append(match.end())
    parts = zip([0, *cuts], [*cuts, len(text)], strict=True)
    return [part for part in parts if _MODEL.search(text[slice(*part)])] or whole


def of_the_model(text: str, places: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return those of the licences named in a statement, by their places in it, that are the model's own.

    Left out are those that the words beside them give to code or data where another is left, and those that follow
    words like "adapted from" where one stands before them.
    """
    rows = list(places)
    tags = [_TAG.match(text, end) for _, end, _ in rows]
    if any(tag and tag["model"] for tag in tags):
        rows = [row for row, tag in zip(rows, tags, strict=True) if tag and tag["model"]]
    elif any(tag is None for tag in tags):
        rows = [row for row, tag in zip(rows, tags, strict=True) if tag is None]
    else:
        # Beside documents and data the code is what a model comes with.
        rows = [row for row, tag in zip(rows, tags, strict=True) if tag and tag["code"]] or rows
    aside = _ASIDE.search(text, rows[0][1]) if rows else None
    return [row for row in rows if aside is None or row[0] < aside.start()]
