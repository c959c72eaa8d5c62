"""Names of data sets by their look: what may be one, what is none, and what strikes as one."""

from __future__ import annotations

import re

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.values.languages import languages_in

#: A name in running text.
NAME = (
    r"(?-i:(?:[A-Z][\w.+'-]*(?:/[a-z][\w.-]*\w)?|(?<=the )[a-z]+[A-Z\d][\w-]*|(?<!\w)[a-z][A-Z]\w*\d\w*)"
    # Where a line ends without a point, the next one may begin with a capital.
    r"(?:[ -](?!(?:Here|We|This|These|Our|See|Please)\b)(?:[A-Z0-9][\w.+'-]*|v\d[\w.]*)){0,5})"
)
_JUDGING = r"\b(?:test[ -]?sets?|benchmark|leaderboard)$"
#: What a model is judged by.
JUDGING = Pattern(_JUDGING)
#: What names no data set, though it begins with a capital: devices, methods, formats, kinds of text, what judges.
NO_DATA = Pattern(
    r"^(?:(?:none|unknown|doi|sha|md5|gpu|tpu|tensor|cuda|pytorch|jax|h100|a100|h800|v100|mi\d+|reinforcement"
    r"|rlhf|sft|dpo|grpo|adam|next|supervised|direct|github(?![ -](?-i:Code|Archive)\b)|transformers?|megatron"
    r"|deepspeed|flash|lora|qlora"
    r"|peft|chatml|(?:p|prefix|prompt)-tuning"
    r"|(?:nv|mx)?(?:bf|fp|tf|int)\d+|html|pdfs?|css|javascript|mixed|causal|this|these|each|all|both|we|it|the|instruction|data"
    r"|internal|custom|aggregated|combined|proprietary|crawled|scraped|generated|synthetically"
    r"|low|high|large|multilingual(?! (?-i:[A-Z]))"
    r"|text|image|massive|huge|publicly|public|top|dense|fine|primarily|mostly|mainly|various|diverse)\b"
    r"|(?:english|french|german|chinese)\b(?! wikipedia)|llms?\b(?!-[\w-]+[ -]v\d)|(?:open|code|web)\b(?!-(?-i:[A-Z])))"
    r"|^(?:january|february|march|april|may|june|july|august|september|october|november|december) \d"
    r"|\b(?:fine-?tuning|(?:pre|post|mid)-?training|optimi[sz]ation|learning)(?: \([\w-]+\))?$"
    # What a model learns to do is called by plain words.
    r"|^(?-i:(?:[A-Z]?[a-z]+ )*)(?:model+ing|prediction|denoising|reconstruction|recognition|generation|translation"
    r"|evaluation|edition|classification|summari[sz]ation|answering)(?: \([\w-]+\))?$"
    r"|\b(?:booster|supercomputer|cluster|partition)$"
    r"|^v?\d+(?:\.\d+)+\w*$|^v\d+$"  # the version of a library
    r"|^\W?\d[\d.,]*\s?(?:[kmbt]|[kmgt]i?b)?\+?(?:$| (?:tokens|samples|images|hours|hrs|words|pairs|examples|abstracts"
    r"|articles|papers|documents|sentences|conversations|questions|records|videos|recordings|instructions)\b)"
    r"|^books? \(|^(?:maths?|mathematics|sciences?|news|papers|medical|legal|dialogues?|conversations?|forums?"
    r"|reasoning|general|others?|misc\w*|translations?)(?: (?:data|texts?|corpus|corpora|data ?sets?))?(?:$| \()"
    r"|^(?-i:ASR|AST|TTS|STT|OCR|NLI|NER|QA|NMT|STEM|AI|ML|NLP)$"  # what a model does with data
    r"|\bdata(?: ?sets?)? for (?-i:[A-Z])\w+$"  # a label that says for which model it is
    rf"|{_JUDGING}"
    # Splits, and models.
    r"|^(?:train|test|dev|valid(?:ation)?)(?:ing)?(?: set)?$|(?-i:[a-z\d]-(?:Base|Pretrained))$"
    r"| (?:models?|towers?|encoders?|backbones?|checkpoints?)$"
    r"|'s$| silicon$|^internet$|^hugging ?face(?: hub)?$"
    r"|\w-(?:only|centric|based|style|like|format|weighted|stained|derived|compatible|inspired)\b|-(?:curated|owned|licensed|annotated)$|-(?:generated|distillation)\b|\b(?:GPUs?|TPUs?|NPUs?|APIs?|Cloud|Colab|Azure|AWS|(?-i:[ABHV]\d{2,3}))\b"
    r"|^(?:rgb-?d?|cc0|cc-by[\w.-]*)$"  # channels of images, and licences
    r"|\b(?:[RG]TX|G[BH]\d{3}|MI\d{3}X?|NVL\d{2,3}|[DH]GX|Trainium\d?|Gaudi ?\d?|M\d (?:Ultra|Max|Pro))\b"
)
#: Under which licence data is, as a list in parentheses behind its name has it.
LICENCE = Pattern(r"CC[ -]?(?:BY(?:[ -](?:NC|SA|ND))*|0)(?:[ -]\d\.\d)?")
#: What makes words a name: a digit, a hyphen with a capital, capitals inside, several capitals, or the word itself.
PROPER = re.compile(
    r"\d|\w-[A-Z]|[a-z][A-Z]|[A-Z]{2}|[A-Z]\w* [A-Z]|[A-Z]\w+ (?:data ?set|corpus)\b|\bThe Pile\b|\bWikipedia\b"
)
#: What makes one word a name.
STRIKING = re.compile(r"\d|\w-[A-Z]|[a-z][A-Z]|[A-Z]{2}")
#: A few capitals, which may be a method or a device as well.
ACRONYM = re.compile(r"[A-Z]{2,5}s?")
#: How much of a data set there is or was taken, in parentheses behind its name: ``Nest (138 GB of text)``.
ASIDE = Pattern(
    r"\s\((?P<amount>[^()\d]{0,20}\d[\d.,]*\s?(?:%|(?:[KMGTP]i?B|[GT])\b|(?:[KMBT]\b|thousand|million|billion|trillion)?\s?"
    r"(?:tokens|words|samples|examples|images|hours|documents|pairs|sentences)\b)[^()]{0,30})\)\Z",
    flags=0,
)
#: The same without parentheses, in a cell that holds no more: "Reed 7 GB".
AMOUNT_BEHIND = Pattern(r"\s(?P<amount>\d[\d.,]*\s?(?:[MGTP]i?B|[KMBT] tokens))\Z", flags=0)
#: Words that say what kind of data it is, and name none.
KIND = Pattern(
    r"none|unknown|unspecified|undisclosed|various|custom|same|others?|total|private|proprietary|synthetic|real|mixed"
    r"|train(?:ing)?|test(?:ing)?|valid(?:ation)?|development|splits?|books?|news|texts?|codes?"
    r"|images?|videos?|audio|speech|music|math|legal|medical|general|natural|large|small|web|internet|tweets?|reviews?"
    r"|questions?|documents?"
)
#: What says that a model was not trained on what is named, or that other models were.
DENIED = Pattern(
    r"(?:\b(?:not|never|without|than)|n't)(?: (?:been|being|be|having))?(?: \w+ly)? \Z"
    r"|\b(?:outperform\w*|better than|compar\w+|unlike|surpass\w*|existing|other|previous|competing|alternat(?:e|ive))"
    r"\b[^.;]{0,60}"
    r"(?:\b(?:models?|those|ones|networks|baselines?|checkpoints|works?|approaches|methods|systems)"
    r"(?: that (?:were|are))?"
    r"|\b(?:which|that) (?:was|were|is|are)(?: \w+ly)?) \Z"
    r"|\b(?:of|among) all (?:[\w-]+ ){0,2}models?(?: that (?:were|are))? \Z"
    r"|\b(?:capabilit(?:y|ies)|performance|accuracy|quality) of (?:the )?\Z"
    r"|\bresults of (?!our|the|this|these|all)[^.;]{0,80}\bmodels?(?: that (?:was|were))? \Z"
    r"|\b(?:of|with|by|us(?:es?|ed|ing)|rel(?:y|ies) on) (?:an? |the )?pre-?trained [^.;,]{1,40}"
    r" (?:models?|networks?|classifiers?),? (?:which|that) (?:was|were|is|are)(?: \w+ly)? \Z"
    r"|\b(?:tokeni[sz]ers?|vocabulary|vocoder|classifiers?) (?:was|were|is|are|has been|have been)(?: \w+ly)? \Z"
)
#: What is said of one of several in parentheses: "Reed v2 (3B tokens of songs, in two parts)".
_REMARK = re.compile(r"\s\([^()]{3,200}\)")
#: What stands for such a remark with a figure in it.
MARK = "\0"
#: What was done to the data with what is named behind it.
MADE = Pattern(
    r"\b(?:generat|synthesi[sz]|creat|translat|annotat|label|distill|writ|rephras|paraphras|augment|transcrib|produc"
    r"|process|filter|clean|tokeni[sz])\w*(?: \w+){0,2} \Z"
)
#: Who described what is named before it, and numbers of references: "Reed (Wren et al., 2020), Marsh [3]".
_CITED = Pattern(
    r" ?\((?:[^()]{1,60}\bet al\b[^()]{0,60}"
    r"|(?-i:[A-Z])[\w'-]+(?:(?:, | and | & )(?-i:[A-Z])[\w'-]+){0,3}, (?:19|20)\d\d[a-z]?)\)"
    r"| ?\[\d{1,3}(?:, ?\d{1,3}){0,5}\](?!\()"
)
#: A word that is a name by its capital, and those that languages have before data of any kind.
_WORD = re.compile(r"\b[A-Z][a-z]{3,}")
_OF_ALL = Pattern(
    r"\b(?:corpus|corpora|data(?: ?sets?)?|language|texts?|web|internet|news|tweets|speech|books?|literature"
    r"|medical|legal)\b"
)
#: The name of a data set as files and hubs have it.
IDENTIFIER = re.compile(r"(?:[\w.-]+/)?(?=[\w.-]*[A-Za-z])(?=[\w.-]*[_\d-])[\w.-]{4,80}|[\w.-]+/[\w.-]+")


def without_citations(text: str) -> str:
    """Return a text without the citations in it, which would part the names of an enumeration."""
    return _CITED.sub("", text)


def without_remarks(text: str) -> str:
    """Return an enumeration without what it says of each in parentheses, and with a mark for each figure there."""
    return _REMARK.sub(lambda remark: MARK if re.search(r"\d", remark.group()) else "", text)


def is_own(name: str, own: str) -> bool:
    """Tell whether a name is one of the document's own models, which the pattern ``own`` matches."""
    return bool(own) and re.fullmatch(own, name) is not None


def is_of_language(name: str) -> bool:
    """Tell whether words name no more than data in a language: "Danish", "English News", and not "Danish Reedword"."""
    languages = languages_in(name)
    for start, end, _ in reversed(languages):
        name = f"{name[:start]}{name[end:]}"
    return bool(languages) and _WORD.search(_OF_ALL.sub("", name)) is None


def whole_name(name: str) -> str:
    """Return what a part in one language is a part of: "Reed" of "Reed's Spanish"."""
    owner, _, part = name.partition("'s ")
    return owner if part and languages_in(part) else name
