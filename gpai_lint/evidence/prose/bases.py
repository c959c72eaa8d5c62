"""Base models that a sentence links to on a hub, whatever they are called: ``a variant of [Example 13b Chat](…)``.

Their names, once known, are told from those of data sets.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.sentences import sentences_of
from gpai_lint.evidence.values.languages import is_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gpai_lint.evidence.interface import Fact, Value
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

_FIELD = "model.base_model"
#: How far behind a name words may stand that say what else it is; what a sentence goes on to say may be anything.
_NEAR = 40
#: A link of more words is called by the title of a paper.
_LONGEST_NAME = 8
_OUTSIDE = frozenset({"evaluation", "usage", "citation", "news"})
#: What says that one model is made from another, up to the link: words of derivation and what may stand behind them.
_DERIVED = Pattern(
    r"\b(?:fine-?tun(?:e[sd]?|ing)|(?:instruct(?:ion)?|chat)[ -]tuned|post-?train(?:s|ed|ing)?"
    r"|deriv(?:es?|ed|ing|ative)|distill\w*"
    r"|adapt(?:s|ed|ing|ation)?|initiali[sz]\w+|warm-?start\w*|bootstrap\w*|extend(?:s|ed|ing)|continu\w+|merg(?:e|er|ed|ing)"
    r"|resum(?:ed|es|ing)|quanti[sz](?:ed?|ing|ations?)|prun(?:ed?|ing)|convert(?:ed|ing)|conversions?|based|buil(?:t|ds?|ding)|trained|start(?:s|ed|ing)"
    r"|(?:versions?|variants?) of)"
    r"(?:[ -](?:from|of|off|on|upon|top|over|by|with|using|the|an?|its|our|models?|base|pre-?trained|pre-?training|and"
    r"|train(?:ed|ing)|weights|checkpoints?|q?lora|adapters?|version|variant|original|official|public|publicly|released|open"
    r"|available|open-source|instruct(?:ion)?(?:-tuned)?|language|llm|(?:(?-i:[A-Z])[\w.&-]*[ -]?){1,3}'s|further"
    r"|starting|frozen|recent|latest|(?-i:[A-Z])[a-z]+(?:sh|ese|an|ch|ic)))*[ (]*\Z"
)
#: The same in Chinese, where the verb stands behind the link: "基于 [Wren](…) 训练".
_ON = re.compile(r"(?:基于|以)\s?\Z")
_MADE = re.compile(
    r"(?!\s?(?:模型)?\s?的?\s?(?:架构|结构|框架|代码|数据|分词))\s?(?:模型)?(?:为(?:基座|底座|基础|初始)[^。;]{0,12}?)?"
    r"[^。;，,]{0,10}(?:训练|微调|精调|蒸馏|量化|合并|改进)"
)
#: Of these, what names members of the family, and nothing that they came from: "the instruction-tuned models […](…)".
_MEMBERS = Pattern(
    r"(?:\w+-?tuned|(?:instruct(?:ion)?|chat)[ -]tuned|(?:post-?)?trained|distilled|adapted|extended|merged"
    r"|quanti[sz]ed)(?:[ -](?!(?:from|of|off|on|upon|over|by|with|using)\b)[\w'&.-]+)*"
    r"[ -](?:models|checkpoints|versions?|variants?)[ (]*"
)
#: An entry that begins with the name of a repository, and the words above such a list that make it one of bases.
_COMPONENT = re.compile(r"[\W_]{0,4}(?P<name>[\w.-]{2,40}/[\w.-]*\w)(?=\s|\Z)")
_MERGED = Pattern(
    r"\bmerg(?:e[ds]?|ing)\b|\b(?:base|parent|source) models?\b|\bmodels? (?:\w+ )?used to (?:create|make|build)\b"
)
#: What follows a name that says for what it is taken: "uses X as a starting point".
_ROLE = Pattern(
    r"(?: (?:language )?(?:model|checkpoint|weights|llm))? as (?:(?:the|its|our|their|an?) (?:[\w-]+ )?)?"
    r"(?:base|backbone|foundation|starting point|initiali[sz]ation|pre-?train(?:ing|ed) (?:weights|checkpoint)"
    r"|pre-?training(?=[,.;]|\Z| and\b))"
    r"(?!\w)"
)
#: A shorter name may be the beginning of many.
_SHORT = 5
_OTHERS = Pattern(
    r"\b(?:compar(?:ed|ison)|unlike|outperform\w*|similar to|evaluat\w+|benchmark\w*|judge|tokeni[sz]er|reward model"
    r"|architecture|you can|your)\b"
)
#: How a repository of a converted copy begins to say what it holds; the copy bears the name of the model.
_COPY = Pattern(
    r"(?:this (?:repo(?:sitory)?|model|page) (?:contains|holds|provides|is) )?(?:the |an? )?(?:[\w.-]+ ){0,3}?"
    r"(?:conversions?|quanti[sz]ations?|quanti[sz]ed (?:versions?|variants?|weights))(?: and \w+)?"
    r" (?:of|for) (?:the )?\Z"
)
#: The same of what is here, and nowhere else: "These files are GPTQ model files for […](…)".
_THIS_COPY = Pattern(
    r"(?:this (?:(?:repo(?:sitory)?|model|page) )?(?:contains|holds|provides|hosts|is)|these (?:files )?are) "
    r"(?:the |an? )?(?:[\w.-]+ ){0,3}?(?:quanti[sz]ed (?:[\w.-]+ ){0,2}?(?:versions?|variants?|weights)"
    r"|(?:gguf|ggml|gptq|awq|exl2|onnx|mlx|quanti[sz]ed) (?:[\w.-]+ ){0,3}?(?:files|versions?|weights))"
    r" (?:of|for) (?:the )?\Z"
)
#: What of a model says that the link leads to a sister or to a converted copy, and not to what it was made from.
_OWN_COPIES = Pattern(
    r"\b(?:our|(?:gguf|gptq|awq|onnx|mlx|quanti[sz]ed|other|released|available) (?:versions?|variants?))\b"
    r"|\b(?:we (?:also )?(?:provide|release|offer|publish)\b(?![^,;]{1,60}, which (?:is|was|are|were)\b)"
    r"|available|download\w*|retriev\w+|obtain\w*(?! by\b)|fetch\w*"
    r"|see|visit|find)\b"
)
#: Words that name nothing: "the instruction-tuned [model checkpoints](…)", "derived from the Base model", "LoRA weights
#: of Wren".
_NAMELESS = Pattern(
    r"(?:(?:models?|checkpoints?|weights|here|link|versions?|collection|hugging ?face|hub|base|chat|instruct(?:ion)?"
    r"|(?:pre-?)?trained|(?:fine-?)?tuned|q?lora|adapters?)\W*)+(?:(?:weights|adapters?) (?:of|for) .+)?"
)
_LICENCE = Pattern(r"\b(?:licen[cs]e|agreement|terms)\b")
#: What a script for training writes where it does not know the base.
_LEFT_OPEN = Pattern(r"none|null|nan|unknown|undefined")
#: What only sets a model beside another of its family: "a more powerful version of […](…)".
_SISTER = Pattern(
    r"\b(?:more [\w-]+|larger|bigger|smaller|faster|newer|stronger)(?:,? (?:and |yet |but )?(?:more )?[\w-]+){0,3}?"
    r" (?:versions?|variants?) of [^.;,]{0,40}\Z"
)
#: A link to what is written about a model: "this section is adapted from the [Wren model card](…)".
_WRITTEN = Pattern(r"\b(?:cards?|papers?|sections?|documentation)\W*\Z")
#: Data that was made from or by what the link leads to: "a collection of songs derived from [X](…)", "embeddings
#: generated with a pre-trained [X](…)".
_OF_DATA = Pattern(
    r"\b(?:collection|corpus|data ?sets?|captions|annotations)(?: (?!and\b)[\w-]+){0,6} (?:derived|built|adapted)\b"
    r"[^.;]{0,40}\Z"
    r"|\b(?:embeddings|features|latents|labels|captions|outputs|scores|translations) (?:\w+ )?"
    r"(?:generated|produced|extracted|computed|obtained|encoded|made) (?:by|with|using|from|via)\b[^.;,]{0,30}\Z"
)
#: The subject, ahead of a link, that helped to make the data or to train the model, and has a base of its own.
_HELPER = Pattern(
    r"\b(?:(?:annotat(?:ion|or|ing)|labell?ing|scoring|filter(?:ing)?|verifier|teacher) models?"
    r"|in-house (?:[\w-]+ ){0,3}models?)"
    r"(?:,? (?:that|which))?(?: (?:is|was|are|were|has been))?,?(?: \w+ly)? [^.,;]{0,40}\Z"
)
#: Behind a name that it is the provider's own work, whatever else of the family was made from it.
_ANEW = Pattern(r"(?: (?:model|was|is))* (?:pre-?)?trained from scratch\b")
#: What was done by the provider, right before the name of what came of it.
_WE_TUNED = Pattern(r"\bwe (?:also |further )?(?:fine-?tuned|trained|built) (?:the |an? )?\Z")
#: What a link calls a model behind its name: "[Wren-7B language model](…)".
_KIND = Pattern(r"(?<=\w) (?:(?:large|base|language|foundation) )*models?\Z")
#: The size behind a name, by which the members of a family are told apart: what is built on one is another model.
_MEMBER = re.compile(r"(?<=\w)[ _-]\d{1,4}(?:\.\d{1,2})?[BM]\Z")
#: A second model behind the first, told by its size, by what it is said to be or by the part that it became:
#: "based on Robin-2 and the Wren-7B LLM", "initialised from Robin-So (vision) and Wren-7B (language)".
_SECOND = Pattern(
    r"(?: (?:(?:vision|visual|image|audio|speech|text) encoder|models?)| \([a-z][a-z -]{2,24}\))?,? (?:and|&) (?:the )?"
    r"(?P<name>(?-i:[A-Z])[\w.]*(?:[- ](?-i:[A-Z])[\w.]*){0,2}(?:-[\w.]*\d[\w.]*|-[A-Z][\w]*){0,3})"
    r"(?:(?<=\dB)(?=\W*\Z|[,.;]| (?:on|with|by|using|through|via)\b)"
    r"|(?=(?: base| large)? (?:LLM|language (?:model|decoder|backbone))\b"
    r"| \((?:language|text|llm|vision|audio|speech)\)))"
)
_PART = re.compile(r"\s*\([^()]*\)\Z")
_ADDRESS = re.compile(r"\W{0,3}https?://\S+")
_BASE = Pattern(r"\W*base[ -]model\W*")
_MODEL = Pattern(r"\b(?:models?|weights|checkpoints?)\W*\Z")
#: What stands between the names of several base models.
_JOINT = re.compile(r",? (?:and|with|&) (?:the |an? )?|, ")


def bases_named(context: Context, passage: Passage, start: int, end: int) -> list[str]:
    """Return the models that a part of a passage names, each as its link calls it; the document's own is none."""
    text, at = passage.text[start:end], 0
    names: list[str] = []
    for joint in (*_JOINT.finditer(text), None):
        until = joint.start() if joint else len(text)
        hub = context.hub_names(passage, start + at, start + until)
        linked = [
            _KIND.sub("", " ".join(link.text.split()))
            for link in context.links(passage, start + at, start + until)
            if link.text
        ]
        found = hub or linked[:1] or [_PART.sub("", text[at:until])]
        made = linked and _makes_another(context, passage.text[: start + at], linked[0])
        if not made and not context.is_own(text[at:until]) and not _made_anew(context, text[at:until]):
            names += (name for name in found if not (_is_own(context, name) or _names_none(name)))
        at = joint.end() if joint else until
    return list(dict.fromkeys(names))


def addressed(context: Context, passage: Passage) -> list[str]:
    """Return the repository whose address is all that "Base model" says, but for a member of the family.

    Members are called as the document's own, or have addresses beside it: "Base model: …", "Refiner model: …".
    """
    key = passage.labels[0].text if passage.labels and passage.labels[0].role == "key" else ""
    if not _BASE.fullmatch(key) or not _ADDRESS.fullmatch(passage.text):
        return []
    if any(_MODEL.search(other) for other in context.address_keys.get(passage.section, set()) - {key}):
        return []
    names = context.hub_names(passage, 0, len(passage.text))
    return [name for name in names if not context.begins_own(name.rpartition("/")[2])]


def end_of_second(sentence: str, end: int) -> int:
    """Return where the name of a second base ends that stands behind the first, which ends at ``end``."""
    second = _SECOND.match(sentence, end)
    return second.end("name") if second else end


def names_own(context: Context, value: Value) -> bool:
    """Tell whether a list names nothing but the document's own model or members of its family."""
    return isinstance(value, list) and all(_is_own(context, str(name)) for name in value)


def _is_own(context: Context, name: str) -> bool:
    """Tell whether a name is the document's own model's, or that of a member of its family."""
    return context.is_own(name) or context.is_own(_MEMBER.sub("", name))


@lru_cache(maxsize=256)
def _made_anew(context: Context, name: str) -> bool:
    """Tell whether the document says that a model was trained from scratch: siblings are distilled from it."""
    return any(
        _ANEW.match(passage.text, found.end())
        for passage in context.passages
        if name in passage.text
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", passage.text)
    )


def _names_none(name: str) -> bool:
    """Tell whether words name nothing, a licence, what is written or, as in "the Czech model", a language."""
    if len(name.split()) > _LONGEST_NAME or _LEFT_OPEN.fullmatch(name) or _NAMELESS.fullmatch(name):
        return True
    if _LICENCE.search(name) or _WRITTEN.search(name):
        return True
    return is_language(name)


def read_bases(context: Context) -> Iterator[Fact]:
    """Yield the models that links lead to behind words of derivation; a model's own repository is none."""
    field = catalogue().fields[_FIELD]
    for passage in context.passages:
        if not passage.whole or passage.zone in _OUTSIDE:
            continue
        component = _COMPONENT.match(passage.text) if passage.kind == "item" else None
        if component and _lists_bases(context, passage, component["name"]):
            span = passage.span(*component.span("name"))
            yield context.fact(field, [component["name"]], passage.text, span, passage.section)
            continue
        for start, end in sentences_of(passage.text):
            links = context.links(passage, start, end)
            sentence = passage.text[start:end] if links else ""
            at, joined = start, -1
            for link in links:
                place = _place(passage.text, " ".join(link.text.split()), at, end)
                at = max(at, place)
                ahead = passage.text[max(start, place - 120) : place] if place > start else ""
                here = _THIS_COPY.match(passage.text[start:place]) if ahead else None
                behind = place + len(link.text)
                derived = here or _DERIVED.search(ahead) or _ROLE.match(passage.text, behind)
                derived = derived or (_ON.search(ahead) and _MADE.match(passage.text, behind))
                derived = derived or (_JOINT.fullmatch(passage.text, joined, place) if 0 <= joined < place else None)
                about = passage.text[start : min(end, behind + _NEAR)]
                if derived and _MEMBERS.fullmatch(derived.group()):
                    continue
                if not ahead or not derived or _OTHERS.search(about) or (not here and _OWN_COPIES.search(ahead)):
                    continue
                if _NAMELESS.fullmatch(link.text) or _WRITTEN.search(link.text) or _OF_DATA.search(ahead):
                    continue
                if _HELPER.search(ahead) or _SISTER.search(ahead) or _makes_another(context, ahead, link.text):
                    continue
                names = context.hub_names(passage, place, place + len(link.text))
                if not names and _called_after(context, link.text):
                    names = [" ".join(link.text.split())]
                own = context.is_own(link.text) or context.is_own(names[0].rpartition("/")[2] if names else "")
                if names and (not own or here or _COPY.match(passage.text[start:place])):
                    joined = behind
                    span = passage.span(place, place + len(link.text))
                    yield context.fact(field, names, sentence, span, passage.section)


def _place(text: str, name: str, start: int, end: int) -> int:
    """Return where a name stands in a part of a text, by itself rather than as the beginning of a longer one."""
    whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])").search(text, start, end) if name else None
    return whole.start() if whole else text.find(name, start, end) if name else -1


def _makes_another(context: Context, ahead: str, made: str) -> bool:
    """Tell whether a link leads to what the provider made of the model, called after it: "we tuned [Wren-Songs](…)"."""
    full = context.names[0].lower() if context.names else ""
    return bool(full) and made.lower().startswith((f"{full}-", f"{full} ")) and _WE_TUNED.search(ahead) is not None


def _lists_bases(context: Context, passage: Passage, name: str) -> bool:
    """Tell whether an entry stands below words for what was merged, or in a list of bases that are no members."""
    if any(label.role == "intro" and _MERGED.search(label.text) for label in passage.labels):
        return True
    lead = any(label.role == "lead" and _MERGED.search(label.text) for label in passage.labels[:1])
    return lead and not context.begins_own(name)


def _called_after(context: Context, base: str) -> bool:
    """Tell whether the document's model bears the name of a base with something behind it."""
    return len(base) > 2 and any(re.match(re.escape(base) + r"[ -]", name, re.IGNORECASE) for name in context.names)


def without_bases(datasets: Iterable[Fact], others: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts on data sets without names that the document gives to its base models: "tuned on Finch 3.2"."""
    bases = {
        _letters(name)
        for fact in others
        if fact.field == "model.base_model" and isinstance(fact.value, list)
        for name in map(str, fact.value)
    }
    for fact in datasets:
        if not isinstance(fact.value, list):
            yield fact  # how much of a data set there is stands beside its name
        elif kept := [name for name in fact.value if not _begins_any(bases, _letters(str(name)))]:
            yield fact._replace(value=kept)


def _begins_any(bases: Iterable[str], name: str) -> bool:
    return len(name) >= _SHORT and any(base.startswith(name) for base in bases)


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.rpartition("/")[2].lower())
