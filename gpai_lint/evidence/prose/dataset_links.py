"""Names of data sets that links give: by where they lead, and by the words for data before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.dataset_look import JUDGING, NO_DATA, is_own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Link
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

#: The page of a data set on a hub.
HUB_NAME = Pattern(r"(?:huggingface\.co|hf\.co|kaggle\.com)/datasets/(?P<name>[\w.-]+/[\w.-]+)")
#: Below this line by line, what is linked: "Download the training data from the following links:".
_OFFERED_BELOW = Pattern(r"\b(?:pre-?)?training (?:data|corpus|corpora)\b[^:\n]{0,80}:\Z")
_FOR_TESTS = Pattern(r"\b(?:evaluat|benchmark|test|validat|compar)|\bnot\b")
#: A line that consists of a name and an address.
_LINE = re.compile(r"(?:[^:\n]{1,60}: ?)?<?https?://\S+\s*\Z")
#: Words for data that lead to the names of some, and the places where data sets lie.
_INTRODUCES = Pattern(
    r"\b(?:data(?: ?sets?)?|corpus|corpora|sources),? (?:including|such as|namely|like) (?:the )?\Z"
    r"|\b(?:data|images|videos|texts?|clips|samples|recordings|documents|pairs|articles|captions|instructions|prompts"
    r"|conversations|questions)"
    r" (?:(?:is|are|was|were) )?(?:(?:drawn|obtained|taken|sampled|collected|sourced|gathered|crawled) )?"
    r"from (?:the )?\Z"
)
#: A name in small letters, as a repository has it.
_CODED = re.compile(r"[a-z]+(?:-[a-z]+)*-\d+[km]?")
#: What makes, shows or reads data and is none.
_TOOL = Pattern(
    r"(?: [\w-]+)? (?:models?|encoder|decoder|tools?|pipeline|api|platform|library|simulator|engine|cameras?|scanner"
    r"|website|server|generator)\b"
)
#: What stands between one such name and the next.
_NEXT = re.compile(r"(?: (?:data ?sets?|corpus))?(?: ?\([^()]{1,40}\))?(?: ?\u3001 ?|, and |, | and |; )(?:the )?")
_DATA_HOSTS = Pattern(
    r"(?:huggingface\.co|hf\.co|kaggle\.com|modelscope\.cn)/datasets/|tensorflow\.org/datasets"
    r"|paperswithcode\.com/dataset/|zenodo\.org/|commoncrawl\.org|opendatalab|dumps\.wikimedia\.org|physionet\.org"
    r"|image-net\.org|commonvoice\.mozilla|oscar-(?:project|corpus)|\boscar\b|openslr\.org|opus\.nlpl\.eu"
    r"|pile\.eleuther|hplt-project\.org|figshare\.com/articles|data\.mendeley\.com|/dataverse|//dataverse|osf\.io/"
    r"|data\.statmt\.org|wortschatz\.uni-leipzig|hdl\.handle\.net|//urn\.fi/urn"
)
#: A link that is called by what the data is for, or by its address or as a work, is known by the name it leads to.
_STAGE = Pattern(
    r"^(?:(?:pre|post|mid)-?training|annealing|fine-?tuning|instruction|train(?:ing)?|sft|dpo|/| )+"
    r"(?:data(?: ?set)?|mix)?$"
)
_BUTTON = Pattern(
    r"^\W*(?:(?:hugging ?face|training|tuning|data ?sets?|data)\W*)*$|^[^\w'\"(]|\b(?:down|up)load(?:s|ing)?\b"
)
_CITED = re.compile(r"://|\bet al\b|, (?:19|20)\d\d\Z|^\W*\d+\W*$")
#: Where papers and code lie, and links that are called by nothing that could be the name of data.
_PAPER = Pattern(r"arxiv\.org|doi\.org|\.pdf\b|github\.com|blog|openreview|aclanthology|huggingface\.co/(?!datasets)")
_NO_NAME = Pattern(
    r"\W*(?:here|(?:this |our |the )?(?:(?:project |data )?(?:home ?|web ?)?page|paper|link|data(?: ?sets?)?"
    r"|datasheet|website|read ?me|report|blog(?: ?post)?|code|(?:[\w-]+ ){0,2}(?:scripts?|notebooks?))"
    r"|.{1,60} (?:models?|weights|checkpoints?)(?: [\[(][^\[\]()]{1,20}[\])])?|.{1,40}\bet al\.?.{0,10}"
    r"|(?:hugging ?face|github|kaggle|modelscope)(?: hub)?"
    r"|.{1,40}, (?:19|20)\d\d|(?-i:(?=[a-f]*\d)(?=\d*[a-f])[a-f\d]{7,40}))\W*"  # the last is a revision
)
#: Words up to one of those who made something, others perhaps before it: "the Reed corpus from".
_MADE_BY = re.compile(
    r"(?:\b(?:by|via)(?: the)?|\b[A-Z][\w.-]+ (?:data ?set|corpus) from)\s?"
    r"(?:[A-Z][\w.-]{1,30}(?: [A-Z][\w.-]{1,30}){0,2}(?:, and |, | and )){0,5}\Z"
)
#: What the data was ordered, named or processed by.
_BY_RULE = Pattern(
    r"\b(?:(?:match|mapp|align|convert)(?:ed|ing)? (?:in)?to|(?:classified|labell?ed|annotated|sorted|grouped) "
    r"(?:by|with|according to)|according to|in line with) (?:the |an? )?\Z"
)
#: What says before a name, or behind it, that the data was not taken.
_NOT_USED = Pattern(
    r"(?:\b(?:do|does|did|was|were|is|are|could|can) ?(?:not|n't)|\bcannot|\bnever|\binstead of|\brather than)\b"
    r"(?! only)[^.,;]{0,40}\Z"
)
_REFUSED = Pattern(
    r"(?: data ?set)?,? (?:(?:which|that) )?(?:restricts?|prohibits?|forbids?|does not (?:allow|permit)"
    r"|(?:was|were|is|are) (?:not|excluded|left out|omitted)\b(?! only))\b"
)


#: Behind the name of one or of several that it is models that are named: "data from the [X](…) and [Y](…) models".
_MODELS = Pattern(
    r"(?:,? (?:and |the )*(?-i:[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3})){0,3}"
    r"(?: (?:base|pre-?trained|large|language|foundation|chat|instruct|teacher))* (?:models?|checkpoints?)\b"
)


def offered_below(context: Context) -> Iterator[tuple[Passage, str]]:
    """Yield the lines with data sets on a hub below a sentence that offers the training data, and their names."""
    section = -1
    for passage in context.passages:
        if passage.zone != "usage" or not passage.whole:
            continue
        if _OFFERED_BELOW.search(passage.text.rstrip()) and not _FOR_TESTS.search(passage.text):
            section = passage.section
        elif passage.section == section and (named := HUB_NAME.search(passage.text)) and _LINE.match(passage.text):
            yield passage, named["name"]


def linked_names(context: Context, passage: Passage, start: int, end: int, hosts: bool = True) -> list[str]:
    """Return the texts of links to data sets; without ``hosts`` any link in a sentence about sources counts."""
    names = []
    for link in context.links(passage, start, end):
        name = re.sub(r"^the | (?i:(?:data(?: ?set)? )?(?:card|page))$", "", " ".join(link.text.split()))
        hub = HUB_NAME.search(link.target)
        if hub and any(called.search(name) for called in (_STAGE, _CITED, _BUTTON)):
            name = hub["name"]
        if not name or len(name) > 100 or _NO_NAME.fullmatch(name) or JUDGING.search(name):
            continue
        if _is_author(passage, link) or _is_left_out(passage, start, end, link) or _is_model(passage, link):
            continue
        if _DATA_HOSTS.search(link.target) or (not hosts and name[0].isupper() and not _PAPER.search(link.target)):
            names.append(name)
    return names


def introduced_names(context: Context, passage: Passage, start: int, end: int) -> list[str]:
    """Return the texts of links, wherever they lead, that words for data introduce: "web data, including [X](…)"."""
    names: list[str] = []
    last = -1
    for link in context.links(passage, start, end):
        place = passage.text.find(link.text, start, end) if link.text else -1
        further = last >= 0 and place > last and _NEXT.fullmatch(passage.text, last, place)
        named = (
            (link.text[:1].isupper() or _CODED.fullmatch(link.text))
            and len(link.text.split()) <= 4
            and not NO_DATA.search(link.text)
        )
        if (
            place > 0
            and named
            and not is_own(link.text, context.own)
            and not _TOOL.match(passage.text, place + len(link.text))
            and (further or _INTRODUCES.search(passage.text, start, place))
        ):
            names.append(link.text)
            last = place + len(link.text)
    return names


def _is_left_out(passage: Passage, start: int, end: int, link: Link) -> bool:
    """Tell whether a sentence says of what it names that it was not used, or only ordered the data that was."""
    place = passage.text.find(link.text, start, end) if link.text else -1
    if place < 0:
        return False
    behind = place + len(link.text)
    ahead = any(said.search(passage.text, start, place) for said in (_NOT_USED, _BY_RULE))
    return ahead or _REFUSED.match(passage.text, behind) is not None


def _is_model(passage: Passage, link: Link) -> bool:
    """Tell whether what a link is called is a model by the word behind it."""
    place = passage.text.find(link.text) if link.text else -1
    return place >= 0 and _MODELS.match(passage.text, place + len(link.text)) is not None


def _is_author(passage: Passage, link: Link) -> bool:
    """Tell whether a link leads to those who made the data or serve it: "a corpus created by X and …", "via …"."""
    place = passage.text.find(link.text) if link.text else -1
    return place > 0 and _MADE_BY.search(passage.text[max(0, place - 100) : place]) is not None
