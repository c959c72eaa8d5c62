"""How a licence is granted, and how it is called: the words of sentences, headings and cells."""

from __future__ import annotations

import re

from gpai_lint.evidence.licences.names import mentions
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.licence_subjects import ON_LICENCE, model_parts

#: The word for a licence, and what a label says that is about code or data.
LICENCE = Pattern(r"licen[sc]e")
CODE_OR_DATA = Pattern(r"\b(?:code|data ?set|data|software|library|tokenizer)\b")
#: Where the text of a licence stands, behind its name.
_STANDS = (
    r"(?:can be (?:found|read|viewed|accessed)|is (?:available|located|included|provided)) (?:at|in|on|here|under)\b"
)
_APPLIES = (
    r"(?:applies|governs)(?: to)?(?: (?:the|this|our|all|both|these))?"
    r"(?: (?:[\w-]+ )?(?:models?|weights|checkpoints?))?(?=\W*\Z|,| and\b)"
)
#: A sentence that says under which licence something stands.
_GRANT = Pattern(
    r"\b(?:licen[sc]ed|re-?licen[sc]ed|released|releasing|releases?|distributed|available|accessible|provided|published"
    r"|open-?sourced|governed|offered|covered|allowed|permitted)\b[^.]{0,120}?"
    r"\b(?:under|governed by|covered by|subject to|according to|licen[sc]ed by"
    r"|on an? (?=(?:[\w.-]+ ){1,3}licen[sc]e\b))\b"
    rf"|\b(?:is|are) (?:subject to|governed by|covered by|licen[sc]ed by|under|based on(?={ON_LICENCE}))\b"
    r"|\b(?:must|shall|should|has to|have to|needs? to|required to|please|agree to(?: and)?)"
    r" (?:(?:carefully |fully )?(?:read|review|understand|study)(?:,| and) ){0,2}(?:adhere to|comply with"
    r"|abide by|follow|respect|accept|be bound by)\b"
    r"(?!(?: [\w.'-]+){0,5} (?:documentation|docs|instructions?|tutorials?|steps|readme|examples?)\b)"
    r"|\b(?:read|review) and (?:accept|agree to) (?=(?:the |our )?(?-i:[A-Z])(?:[\w.-]+ ){1,4}licen[sc]e\b)"
    r"|\b(?:use|usage|access) (?:of|to) [^.]{0,60}?\b(?:requires?|follows?|complies with|adheres to)\b"
    r"|\bfree to (?:use|copy|modify|share)\b[^.]{0,120}?\bunder\b|\b(?:can|may) be (?:used|shared) under\b"
    r"|\bopen[- ]?sourc(?:e|es|ing)\b[^.]{0,40}? under\b|\bopen[- ]weights?(?: models?)? (?:\(|under\b)"
    r"|(?:\A\W*(?:this|our)|\b(?:is|are|releasing|releases?) an?) (?:[\w.+-]+ ){1,4}licen[sc]ed"
    r" (?:[\w.-]+ ){0,4}models?\b"
    r"|(?<=[\w)]-)licen[sc]ed\b|\b(?:is|are) [\w.+-]+(?: [\w.+-]+){0,3} licen[sc]ed\b|\binherits?\b|\blicen[sc]ed as\b"
    r"|\blicen[sc]e (?:for|of) [^.]{0,60}?\b(?:is|are|remains|changed to)\b"
    r"|\b(?:free|open[- ]source|open) for [^.]{0,60}?\b(?:under|with)\b"
    r"|\b(?:weights|checkpoints?|(?<!other )(?<!base )(?<!these )models?) (?:also )?"
    r"(?:follow|carr(?:y|ies)|retain|keep)s? (?=(?:the |an? |its |their )?(?:[\w.+-]+(?:'s)? ){1,5}licen[sc]e\b)"
    r"|\bsupports? (?:commercial|free|academic|research)\b[^.]{0,40}?\bunder\b"
    r"|\b(?:available|released|distributed|published|offered) with"
    r" (?=(?:an? |the )?(?!an? )(?:[\w.+-]+ ){1,5}licen[sc]e\b)"
    r"|\blicen[sc]ed for (?:[\w-]+,? ){1,4}\((?=[^()]{2,40}\))"
    r"|\b(?:free|fully|always) (?:and )?open under\b"
    r"|\bfor (?:[\w-]+ )?us(?:e|age) of [^.]{0,60}?, (?:please )?(?:see|refer to|follow)\b"
    r"|\b(?:comes?|falls?) under (?=(?:the |an? )?(?:(?:permissive|open|(?-i:[A-Z\d])[\w.-]*) ){1,5}licen[sc]e\b)"
    # The licence as the subject: what it lets people do, and where it stands.
    r"|\blicen[sc](?:e|ing) (?:\w+ly )?(?:provides?|permits?|allows?|grants?|gives|lets|enables?|makes|prohibits?)\b"
    r"(?! us\b)"
    rf"|(?-i:\bLicen[sc]e(?: Agreement)?) {_STANDS}|\blicen[sc]e {_APPLIES}"
    r"|\bfor the (?:specific|exact|detailed|full|applicable) (?:model )?licen[sc]e(?: agreement| terms)?,? (?:please )?"
    r"(?:see|refer to|read)\b"
)
#: The same in other languages.
_GRANT_ELSEWHERE = Pattern(
    r"\b(?:unter|sous|bajo|sotto|sob|con|под|på|na|pod|sub|under|onder|με)\b[^;]{0,60}?"
    r"(?:lizenz|licen[cçz][ei]?a?|licen(?:s|cj[ieą]|ca?|cijo?m|ției|ța|cí|cou)|(?:model)?licenti?e|лицензи\w+|άδεια)\b"
    r"|\blisenssi(?:llä|n alla)\b|\blicenc (?:alatt|szerint)\b|\blisans(?:ı|i|ıyla) (?:altında|ile|kapsamında)\b"
    r"|\b(?:theo|dưới) giấy phép\b|\b(?:di bawah|dengan) lisensi\b"
    r"|(?:遵[循守]|[依按]照|基于|采用|根据|受)[^。；]{0,80}?(?:许可|协议|授权|licen[sc]e)"
    r"|(?:ライセンス|licen[sc]e\b[^。]{0,10})\s?(?:の(?:下|もと)|で(?:公開|提供|配布|す)|に(?:基づ|従|準拠))"
    r"|(?:许可证?|协议)(?:请|可|详){0,2}(?:见|参[见阅考照]|查看)\s?《"
    r"|라이[선센]스\s?(?:하에|를|로|에|[는가]\s)|ライセンスは\s?(?=[A-Z])|(?:许可证?|协议)[为是]\s?(?=[A-Z])"
)
_NAME = Pattern(
    r"(?:\b(?:under|by|to|with|based on|follow|requires?|respect|accept|see)\b:? (?!(?:what|which)\b)(?:following )?"
    r"(?:the terms (?:and conditions )?(?:of|in|(?:specified|stated|described|set out|set forth) in) )?"
    r"(?!(?:adhere|comply|abide|follow|respect|accept|be)\b)(?:the |an? |our |their )?"
    r"|(?:遵[循守]|[依按]照|采用|根据|(?:基于|见|参[阅考照]|查看)(?=\s?《))\s?)"
    r"(?P<name>(?:[【《<\[\"]{0,2}[\w.+'-]+[】》>\]\"]{0,2} ){0,6}?"
    r"(?:licen[sc]e(?: agreement)?|agreement)(?:,? (?:version )?v?\d(?:\.\d)?(?: - NC)?)?\b"
    r"(?: for (?:[\w.-]+ ){1,3}models?\b)?"
    r"|(?-i:(?:[A-Z][\w.+'-]* ){1,6}Terms [Oo]f (?:Use|Service))"
    r"|《[^《》。;]{1,60}?(?:许可协议|许可证|协议)书?(?=》)"
    r"|[《【\"]?[^《》【】\".,;。\s]{1,40}?(?:许可协议|许可证|协议))"
)
#: A grant without a subject: "Released under the Lark License".
_BEGINS = Pattern(
    r"\W*(?:(?:fully|completely|truly|100%|free(?:ly)?(?: and| &|,)) )?"
    r"(?:(?:free for|released|licen[sc]ed|distributed|available|published|open-?sourced)\b"
    r"|open(?:[- ]source|[- ]weights?)?,?(?: and (?:free|permissive|available|released))? (?=under\b)"
    r"|(?:no restrict\w* on )?(?:(?:the )?(?:research|academic|commercial|personal)(?:,| and| or)? )+"
    r"us(?:e|age)\b(?! of))"
)
#: A name that stands before "licensed": "Lark is WREN NC licensed".
_NAMED_BEFORE = Pattern(
    r"\b(?:is|are) (?!(?:Dual|Free|Open|Fully|Not|Also)\b)"
    r"(?P<name>[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3}) [Ll]icen[sc]ed\b",
    flags=0,
)
#: A name as the subject of where the text stands, or that it holds: "The Lark License can be found at".
_NAMED_FIRST = Pattern(
    r"\W*(?:(?:the )?(?:full |complete )?(?:text|terms|copy) of )?(?:the |our )?(?:original )?"
    r"(?P<name>(?!(?:the|our|this|your|original|model|code|source|software|data|full|weights?)\b)"
    r"(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,5} [Ll]icen[sc]e(?: Agreement)?))"
    rf" (?:{_STANDS}|(?P<applies>{_APPLIES}))"
)
#: What a template asks of those who fill it in, terms ask of those who pass something on or earn with it, and what is
#: yet to come.
_CONDITIONAL = Pattern(
    r"\W*if (?:you(?: are|'re|r)?|they) (?:releas|publish)\w*\b"
    r"|\W*(?:we|they|it) (?:[\w-]+ ){0,2}(?:plan|intend|aim|hope|expect)s? to"
    r" (?:\w+ ){0,2}?(?:releas|publish|open-?sourc)\w*\b"
    r"|\W*(?:若|如(?![下上图]))[^。]{0,160}?商[用业][^。]{0,12}(?:许可|授权)"
)
#: Those who release their own models: "We release our models and this code under …".
_OURS = Pattern(
    r"\W*we (?:\w+ )?(?:release|open-?source|publish|distribute|share|provide|licen[sc]e)d? "
    r"(?:(?:all|both|of|the|this|code|and|data|our) ){0,5}(?<= our )(?:[\w-]+ ){0,3}?(?:models?|weights|checkpoints?)\b"
    r"(?! (?:card|zoo|code|definitions?))[^.;]{0,60} under\b"
)
#: What parts the remarks on one line.
_BULLET = re.compile(r"\s[•·|]\s")
#: A licence that is told by what else stands under it.
_SHARED = Pattern(
    r"\bsame (?:[\w-]+ ){0,2}licen[sc]e(?: terms)? as (?:the )?(?:original )?(?P<name>(?-i:[A-Z])[\w.-]*(?: \d[\w.]*)?)"
)
#: A sentence that goes on about what the one before it, or the heading, spoke of.
_GOES_ON = Pattern(
    r"\W*(?:(?:\w+(?:ed|ing)|built|made) (?:[^.]|\.(?=\d)){1,100}?, (?=it\b|they\b))?"
    r"(?:it|they|these|both|all(?: of (?:them|these))?|each)\b"
)
_VAGUE = Pattern(
    r"(?:(?:follow|accept|respect|comply with|abide by|adhere to) )?"
    r"(?:(?:the|our|this|its|their|a|an|your|that|(?-i:[a-z][\w.-]*)'s) )?"
    r"(?:terms(?: of (?:use|service))?|license|licence|link|here|agreement|file"
    r"|(?:please )?(?:see|refer to|check|read) (?:(?:the|our) )?(?:attached |included )?licen[sc]e"
    r"(?:[ .]?(?:file|md|txt))?(?: (?:file )?(?:in|of) (?:this|the|our) repo(?:sitory)?)?"
    r"(?: for (?:more |further |full )?(?:details|information))?"
    r"|(?:(?:fully|very|more|highly|commercially|truly) )?(?:(?:permissive|open|free|special|same|respective|custom"
    r"|corresponding|following|original|relevant|applicable|their|different|separate|own|bespoke|new|updated"
    r"|(?:(?:business|commercial(?:ly)?)[- ])?friendly|flexible|liberal)[ ,]+){1,3}"
    r"(?:(?:open[- ]source|commercial) )?licen[sc]es?(?: agreement)?"
    r"|(?:commercial|separate|individual|written) agreement"
    r"|(?:[该本此其]|相关|以下|上述|开源|模型|对应|的)*(?:许可协议|许可证|协议))"
    # Where it stands, and that there is none.
    r"|(?:please )?(?:see|refer to|check)\b.{0,60}\b(?:section|below|above)\b.{0,20}|n/a\s?[(,;:–-].{0,160}"
)
#: A licence's own name, alone under a heading about the licence.
_TITLE = Pattern(r"(?:the )?(?P<name>(?-i:[A-Z])(?:[\w.+-]+ ){1,6}licen[sc]e(?: agreement)?)\.?")
#: A name and nothing else, as it stands alone under a heading.
_BARE_NAME = Pattern(
    r"\W*(?!(?:see|please|refer|check|read|the|this|that|our|we|it|under|for|all|a|an)\b)"
    r"(?:(?!(?:is|are|was|were|under|their|its|respective)\b)[\w.'()+-]+ ){1,7}"
    r"(?:licen[sc]e(?: agreement)?|agreement|terms(?: of (?:use|service))?)(?:,? v?\d[\w.]*)?\W*"
)
_REFERENCE = Pattern(r"\b(?:outlined|section|following|described|terms in|conditions)\b")
#: What an entry says of a licence that it consists of: "MIT, for both research and commercial use".
FREE_FOR = Pattern(
    r"\W{0,6}(?:licen[sc]e\W{1,3})?for (?:both )?"
    r"(?:(?:non-?commercial|commercial|academic|research|business|personal|production|private|educational)"
    r"(?:,? and |,? or | ?/ ?|, | ))+(?:us(?:e|age)|purposes?|applications?)\W*"
)
#: The subject of what news say of a licence that holds now: "Base models are released under …".
_NOW = Pattern(
    r"[\W\d_]*(?P<subject>[A-Za-z][\w.-]*(?: [\w.-]+){0,3}?)(?: (?:over|of|for|on)(?: [\w.-]+){1,5}?)?"
    r" (?:is|are) (?:(?:now|also|all|both|hereby) )?(?:re-?)?"
    r"(?:licen[sc]ed|released|available|distributed|open-?sourced) ",
    flags=0,
)
#: What stands for a licence that is not named: "licensed and intended for research use only".
LIMIT = Pattern(
    r"\blicen[sc]ed\b[^.]{0,60}?\bfor "
    r"(?P<name>(?:(?:non-?commercial|academic|research|educational)(?:,| and| or)? ){1,3}(?:use|purposes?)(?: only)?)\b"
)
#: What a cell of a table holds that names a licence, and not whether there is one.
_CELL = Pattern(
    r"(?!(?:yes|no|none|n/?a|tb[ad]|open|closed|free|custom|other|various|see|soon)\b)[^\W\d_][\w .,+'()/-]{2,80}"
)


def name_in(sentence: str, start: int) -> re.Match[str] | None:
    """Return the words behind ``start`` that name the licence of the model."""
    names = (_NAME.search(sentence, max(start, first), last) for first, last in model_parts(sentence))
    return next((name for name in names if name), None)


def grant(sentence: str) -> re.Match[str] | None:
    """Return the words of a sentence that say that something stands under a licence."""
    if is_conditional(sentence):
        return None
    return _GRANT.search(sentence) or _GRANT_ELSEWHERE.search(sentence)


def announced(sentence: str, match: re.Match[str]) -> str | None:
    """Return what a sentence begins with that is said to stand under a known licence by now, or None."""
    subject = _NOW.match(sentence)
    return subject["subject"] if subject and mentions(sentence[match.start() :]) else None


def releases_own(sentence: str) -> bool:
    """Tell whether those who made a model say of it under what they release it."""
    return _OURS.match(sentence) is not None


def is_conditional(sentence: str) -> bool:
    """Tell whether a sentence says what holds for those who release something, as templates do, or will hold."""
    return bool(_CONDITIONAL.match(sentence))


def named_before(sentence: str) -> re.Match[str] | None:
    """Return the name, one that no table knows, of the licence that something is said to be licensed as."""
    return _NAMED_BEFORE.search(sentence) or _NAMED_FIRST.match(sentence)


def goes_on(sentence: str, said_before: str) -> bool:
    """Tell whether a sentence goes on about what the one before it, or the heading, spoke of.

    Where the text of a licence stands belongs to the sentence before it that speaks of licensing.
    """
    first = _NAMED_FIRST.match(sentence)
    return bool(_GOES_ON.match(sentence) or (first and (first["applies"] or LICENCE.search(said_before))))


def first_remark(text: str) -> str:
    """Return the first of the remarks that stand on one line: "MIT • No data collection"."""
    return _BULLET.split(text, maxsplit=1)[0]


def shared_with(sentence: str) -> str:
    """Return the name of the licence that a sentence gives by whose it is: "the same license as the Lark models"."""
    match = _SHARED.search(sentence)
    return f"{match['name'].strip()} license" if match else ""


def begins_granting(sentence: str) -> bool:
    """Tell whether a sentence grants a licence and leaves out what for."""
    return bool(_BEGINS.match(sentence))


def is_vague(name: str) -> bool:
    """Tell whether words stand for a licence and name none: "the terms", "a permissive license"."""
    return bool(_VAGUE.fullmatch(name))


def is_reference(name: str) -> bool:
    """Tell whether words lead to another place of the document."""
    return bool(_REFERENCE.search(name))


def bare_name(text: str) -> str:
    """Return the name of a licence that a text consists of; empty where it says more or less than that."""
    titled = _TITLE.fullmatch(text.strip())
    if titled and not is_vague(titled["name"]):
        return titled["name"]
    return text.strip(" .") if _BARE_NAME.fullmatch(text) and not is_vague(text.strip(" .")) else ""


def cell_name(text: str) -> str:
    """Return what a cell of a table calls a licence; empty where it says no more than whether there is one."""
    return text if _CELL.fullmatch(text) and not is_vague(text) else ""
