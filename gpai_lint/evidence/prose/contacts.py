"""Ways to reach the provider: addresses of mail, telephone numbers, forms and trackers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.prose.contact_pages import PLACE, UNMANNED, reporting_pages
from gpai_lint.evidence.prose.labels import fields_for
from gpai_lint.evidence.prose.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Label, Passage

#: Letters of another script may stand beside an address without a space.
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w-])", re.ASCII)
#: An address that is spelled out: ``lark [at] aviary [dot] org``, ``lark at aviary dot org``, ``lark @ aviary.org``,
#: and one that stands for several: ``{lark, wren}@aviary.org``.
_OBSCURED = Pattern(
    r"(?<![\w.+-])[\w.+-]{2,64}\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?"
    r"(?:[A-Za-z0-9-]{1,63}\s?(?:\.|[\[({<]\s?(?:dot|\.)\s?[\])}>]|\bdot\b)\s?){1,4}[A-Za-z]{2,24}"
    r"|(?<![\w.+-])[\w.+-]{2,64} at (?:[A-Za-z0-9-]{1,63} dot ){1,4}[A-Za-z]{2,24}"
    r"|(?<![\w.+-])[\w.+-]{2,64} @ (?:[A-Za-z0-9-]{1,63}\.){1,4}(?:com|org|net|edu|gov|ai|io|[a-z]{2})\b"
    r"|\{[\w.+-]{1,40}(?:\s?[,|;/]\s?[\w.+-]{1,40}){1,15}\}"
    r"(?:\s?@\s?(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}| at (?:[A-Za-z0-9-]{1,63} dot ){1,4}[A-Za-z]{2,24})"
)
#: One that is spoken, "lark at aviary.org", behind words that ask for mail, or as the whole of an answer.
_SPOKEN = Pattern(
    r"(?:\A(?=\W{0,4}\S+ \S+ \S+\W{0,4}\Z)\W{0,4}"
    r"|(?i:\b(?:contact|e-?mail|mail|write|reach|ask|correspondence)(?: (?:out|us|me|at|via|to|by)){0,2})\W{1,4})"
    r"(?P<address>(?!(?:us|me|you|it|him|her|them|out|support|help|info|demos?|docs|pages?|sites?|here|home|find|look"
    r"|see|visit|available|hosted|located|found|questions?|issues?|team|people|more|meet|join)\b)"
    r"(?P<user>[a-z][a-z\d._+-]{1,40}) (?:at|AT|_at_) (?!(?:[\w-]+\.)*(?P=user)\.)"
    r"(?:[a-z\d-]{1,63}\.){1,4}(?:com|org|net|edu|gov|ai|io|[a-z]{2}))(?![\w/-]|\.\w)",
    flags=0,
)
#: A page behind the words for contacting somebody: "contact Nest at https://nest.org/…".
_CONTACT_AT = Pattern(
    r"\b(?:(?:contact|reach out to) (?:us|(?-i:[A-Z])[\w.&-]*(?: [\w.&-]+){0,4}?)|get in touch)"
    r" (?:at|via|on|through):? (?P<address>https?://[^\s<>()\[\]\"]{4,200}[^\s<>()\[\]\".,;:])"
)
_PHONE = Pattern(r"(?:tel\.?|phone|telephone|fax)\s?:?\s?(\+?[\d(][\d\s()./-]{5,20}\d)")
_EXAMPLE = Pattern(
    # The host "mail" of an organisation is none: ``lark@mail.aviary.edu``.
    r"@(?:example|domain|test|company|yourdomain|localhost)\.|@e?mail\.(?:com|org|net)\Z"
    r"|^(?:email|name|user|username|you|your\w*|firstname)[.@]|^git@"
    # Addresses for applicants, whatever is said of them.
    r"|^(?:hr|jobs?|careers?|recruit\w*|hiring|talent|join[-_.]?us)(?:[.+_-][\w.+-]*)?@"
)
#: The address of a repository as a template has it.
_UNFILLED = Pattern(r"/(?:your|my)[-_](?:org\w*|user(?:name)?|name|account|company|team|repo\w*|model)\b|/<|\{")
#: A sentence with a blank in the place of the address.
_TO_FILL_IN = Pattern(
    r"\b(?:at|to|via|by|e-?mail):? (?:xx+|tb[ad]|to-?do|\.\.\.|\[(?:e-?mail|address|contact)\]|<e-?mail>)"
    r"(?=\W*\Z|[ ,;])"
)
_ASKS = Pattern(
    r"[✉📧📨📩📬📮]|邮箱|邮件|联系|反馈|\b(?:let us know|comments?|suggestions?|contact(?:ing)?|correspond(?:ence|ing)"
    r"|reach|e-?mail|write to|drop (?:us|me) a|send|questions?|feedback|enquir\w+|inquir\w+|support|get in touch"
    r"|join|report(?:ing)?|submit|fill(?:ing)? (?:in|out)|apply|applications?|requests?|complaints?|notify|notices?)\b"
)
_JOBS = (
    r"hiring|vacanc\w+|internships?|job (?:openings?|applications?)|your (?:cv|resume)|full-time"
    r"|join(?:ing)? (?:us|(?:our|the) [\w ]{0,20}\bteam) as"
)
_HAN_JOBS = "招聘|招募|简历|应聘|求职"
#: Addresses for those who want a job, or to write about the provider.
_OTHER_MATTER = Pattern(
    rf"\b(?:{_JOBS}|careers?|jobs?|press|code of conduct|unacceptable behaviou?r|contributor license)\b|{_HAN_JOBS}"
)
_APPLICANTS = Pattern(rf"\b(?:{_JOBS})\b|{_HAN_JOBS}")
#: A key or a bold line that speaks of the people of a data set.
_OF_DATA = Pattern(r"(?:the )?data ?sets?\b[^.:\n]{0,30}(?::|\Z)")
#: A key before the people behind a model: an address beside a name there is theirs.
_PEOPLE = Pattern(
    r"(?:(?:our|the|core|project|research) )*(?:team|maintainers?)(?: members?)?|[eé]quipe|equipo|团队|팀"
)
#: Labels under which an address alone is that of the people of data.
_ON_DATA = Pattern(r"\bdata(?: ?sets?)?\b")
_COPYRIGHT = Pattern(r"\b(?:copyright\w*|rights? ?holders?|dmca|takedown|infring\w+)\b")
_COMPLAINT = Pattern(
    r"\b(?:complain\w*|concerns?|claims?|opt-?outs?|notices?|removal|reservations?|points? of contact)\b"
)
#: Documents that are about copyright as a whole.
_POLICIES = frozenset({"copyright_policy", "copyright_policy_summary", "complaints_procedure"})
#: What the ways to reach somebody are called in a list below a heading for contact.
_WAY = Pattern(
    r"(?:(?:git ?(?:hub|lab)|hugging ?face|discord|slack|issues?|discussions?|forum|e-?mail|web ?site|form|support"
    r"|questions?|community|tracker)\W*)+"
)
#: A sentence that sends those who want something from the provider somewhere.
_INVITES = Pattern(
    r"\b(?:report (?:\w+ )?(?:bugs?|issues?|problems?|concerns?)|questions?|feedback|comments?|enquir\w+|inquir\w+"
    r"|get in touch|contact us|reach (?:out|us)|join\b.{1,60}\bfor\b.{0,30}\b(?:support|help|discussions?))\b"
)
#: A sentence that sends those with a question to the tracker of the repository itself.
_FILED = Pattern(
    r"\b(?:open|raise|file|submit|create|post)(?:ing)? (?:an? |the )?(?:new )?(?:(?:git ?(?:hub|lab)|hugging ?face) )?"
    r"(?:issues?|discussions?)\b"
)
_ASKED = Pattern(
    r"\b(?:questions?|comments?|feedback|concerns?|suggestions?|[ei]nquir\w+|(?:discord|slack|support) channels?"
    r"|reach (?:out|us)"
    r"|(?:issues?|problems?) (?:with|using) (?:[\w-]+ ){0,6}models?)\b"
)
#: A label amid a line, behind others: "Developed by: … . Point of contact: [Nest](…)".
_AMID = Pattern(r"\W*(?:points? of contact|contact(?: persons?| information| us)?)\W{0,2}:")
#: A question whose answer is where to go with it: "Questions or feedback? Meet us on [Discord](…)".
_QUESTION = Pattern(
    r"\A.{0,40}\b(?:questions?|feedback|comments?|suggestions?|help|support|issues?|problems?|concerns?|ideas?)\b[^?]{0,40}\?\W*\Z"
)
_URL = re.compile(r"https?://[^\s)>\]]+")
#: Who is named as the contact without an address.
_PERSON = Pattern(r"[^\W\d_a-z][\w.'-]*(?:,? (?:of |at |and |the |\(|& )?[^\W\d_a-z][\w.')-]*){1,8}", flags=0)
#: What a link to a page for those who want something from the provider is called.
_CONTACT_PAGE = Pattern(r"\W*(?:contact(?: (?:us|sales|form|page|the team))?|get in touch|reach out(?: to us)?)\W*")
#: What below a citation as well is written to the reader, and no part of it.
_OPENS = Pattern(
    r"\b(?:reach out (?:to us|on|at|via|through|over)|contact us|write to us|get in touch"
    r"|corresponding authors?(?=:))\b"
)
#: The words ahead of a link that leads to where the provider is to be reached: "reach out on the [repo](…)".
_REACHED = Pattern(
    r"\b(?:reach (?:out|us)|contact us|get in touch)(?: (?:to|with) (?:us|me|the \w+))?"
    r" (?:on|at|via|through|over) (?:(?:our|the|this) )?\W*\Z"
)
#: Where those who want to take part are welcome, which is no word to those who ask.
_TAKES_PART = Pattern(r"\bpull requests?\b|\bcontribut\w+")
_WANTS_ANSWER = Pattern(r"\b(?:questions?|feedback|concerns?|[ei]nquir\w+|contact|help|support|problems?)\b")
_TRACKER = Pattern(r"\b(?:issues?|discussions?|github|forum|discord|slack|form|website|community|repository|readme)\b")


def read_contacts(context: Context) -> Iterator[Fact]:
    """Yield the contact points of a document: under a label that announces them, or in a sentence that offers them."""
    for passage in context.passages:
        label = passage.labels[0] if passage.labels else None
        role = "key" if label is not None and label.role == "key" else "heading"
        named = fields_for(label.text, role) if label is not None else ()
        if not named and role == "key" and label is not None and _WAY.fullmatch(label.text):
            heading = next((other.text for other in passage.labels if other.role == "heading"), "")
            named = fields_for(heading, "heading")
        announced = next((name for name in named if name.endswith(".contact")), "")
        if passage.whole and label is not None and label.role == "key":
            continue
        if _OF_DATA.match(passage.text) or any(_OF_DATA.match(outer.text) for outer in _leads(passage)):
            continue
        headings = (outer.text for outer in passage.labels if outer.role in {"heading", "lead"})
        if any(map(_APPLICANTS.search, (*headings, *([passage.text] if announced else ())))):
            continue
        people = _names_people(label, named)
        if announced and (not passage.whole or passage.place < 8):
            yield from _announced(context, passage, announced)
        elif (people and passage.zone != "citation") or _heads_contacts(passage) or _consists_of_address(passage):
            yield from _beside(context, passage)
            yield from _amid(context, passage)
        elif passage.whole and (passage.zone != "citation" or _OPENS.search(passage.text)):
            yield from _invited(context, passage)
    yield from _headings(context)
    yield from _badges(context)


def _headings(context: Context) -> Iterator[Fact]:
    """Yield the addresses that a heading itself offers: ``## For questions, write to lark@aviary.org``."""
    field = catalogue().fields["provider.contact"]
    for number, section in enumerate(context.prose.sections):
        title = section.title
        asks = "@" in title and _ASKS.search(title) and not _OTHER_MATTER.search(title)
        for _, _, address in _addresses(title) if asks else ():
            yield context.fact(field, address, title, section.span, number, state=State.STATED)


def _badges(context: Context) -> Iterator[Fact]:
    """Yield the addresses that a badge writes to: a picture in a link to ``mailto:``."""
    for image in context.prose.images:
        address = _MAIL.fullmatch(_written_to(image.target))
        if address and not _EXAMPLE.search(address.group()):
            field, text = catalogue().fields["provider.contact"], f"{image.text} {address.group()}".strip()
            yield context.fact(field, address.group(), text, image.span, image.section, state=State.STATED)


def _written_to(target: str) -> str:
    """Return the address that a link to ``mailto:`` writes to, without the subject that it fills in; others as is."""
    return target.removeprefix("mailto:").partition("?")[0] if target.startswith("mailto:") else target


def _names_people(label: Label | None, named: Iterable[str]) -> bool:
    """Tell whether a label stands before those who made the model."""
    key = label is not None and label.role == "key" and _PEOPLE.fullmatch(label.text.strip(" :*"))
    return "provider.name" in named or bool(key)


def _leads(passage: Passage) -> list[Label]:
    """Return the innermost label of a passage, and the bold lines and introductions that it stands under."""
    return [*passage.labels[:1], *(label for label in passage.labels[1:] if label.role != "heading")]


def _heads_contacts(passage: Passage) -> bool:
    """Tell whether a text under a bold line, which says whom it is about, stands under a heading for contact."""
    if not passage.whole or not passage.labels or passage.labels[0].role != "lead":
        return False
    heading = next((label.text for label in passage.labels if label.role == "heading"), "")
    return "provider.contact" in fields_for(heading, "heading")


def _consists_of_address(passage: Passage) -> bool:
    """Tell whether an entry of a list is an address and nothing else, and no label gives it to another matter."""
    if not passage.whole or passage.kind != "item" or passage.zone == "citation" or not _MAIL.fullmatch(passage.text):
        return False
    return not any(_OTHER_MATTER.search(label.text) or _ON_DATA.search(label.text) for label in passage.labels[:-1])


def _beside(context: Context, passage: Passage) -> Iterator[Fact]:
    """Yield the addresses beside a name, which says whose they are, or those that its links write to."""
    found = list(_addresses(passage.text))
    for start, end, value in found:
        yield _fact(context, passage, "provider.contact", start, end, value)
    for start, end in () if found else sentences_of(passage.text):
        for target in context.targets(passage, start, end):
            if (address := _MAIL.fullmatch(_written_to(target))) and not _EXAMPLE.search(address.group()):
                yield _fact(context, passage, "provider.contact", start, end, address.group())


def _amid(context: Context, passage: Passage) -> Iterator[Fact]:
    """Yield where the links lead that a label for the contact stands before amid the line of another."""
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        if start and "@" not in sentence and _AMID.match(sentence):
            for target in [target for target in context.targets(passage, start, end) if "://" in target][:1]:
                yield _fact(context, passage, "provider.contact", start, end, target)


def _announced(context: Context, passage: Passage, field: str) -> Iterator[Fact]:
    found = list(_addresses(passage.text))
    for start, end, value in found:
        yield _fact(context, passage, field, start, end, value)
        if field == "provider.contact" and context.artifact.kind in _POLICIES:
            yield _fact(context, passage, "copyright.contact", start, end, value)
    if found or (passage.place and passage.kind != "item"):
        return
    targets = context.targets(passage, 0, len(passage.text))
    if any(map(_UNFILLED.search, targets)) or (targets and all(map(UNMANNED.search, targets))):
        return
    targets = [target for target in targets if not UNMANNED.search(target)]
    mails = [target for target in targets if target.startswith("mailto:")]
    outside = [target for target in targets if "://" in target]
    places = [target for target in outside if PLACE.search(target)]
    for target in mails or places[:1] or outside[:1] or targets[:1]:
        yield _fact(context, passage, field, 0, len(passage.text), _written_to(target))
    if targets:
        return
    if address := _URL.fullmatch(passage.text) if passage.whole else _URL.search(passage.text):
        yield _fact(context, passage, field, *address.span(), address.group())
        return
    named = not passage.whole and "contact" in passage.labels[0].text.lower() and _PERSON.fullmatch(passage.text)
    led = passage.text.rstrip().endswith(":")  # what follows tells where
    unfilled = _TO_FILL_IN.search(passage.text) or state_of(passage.text) is State.PLACEHOLDER
    if not unfilled and (named or (_TRACKER.search(passage.text) and len(passage.text) < 400 and not led)):
        yield _fact(context, passage, field, 0, len(passage.text), " ".join(passage.text.split()))


def _invited(context: Context, passage: Passage) -> Iterator[Fact]:
    before = ""
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        answers, before = _QUESTION.match(before) is not None, sentence
        asks = answers or _ASKS.search(sentence) or _FILED.search(sentence)
        if not asks or _OTHER_MATTER.search(sentence) or _TO_FILL_IN.search(sentence):
            continue
        found = list(_addresses(sentence))
        if not found and "@" not in sentence:
            targets = context.targets(passage, start, end) or _URL.findall(sentence.rstrip(".,;"))
            mails = [target for target in targets if target.startswith("mailto:")]
            linked = context.links(passage, start, end)
            pages = [row.target for row in linked if "://" in row.target and _CONTACT_PAGE.fullmatch(row.text)]
            invites = answers or _INVITES.search(sentence)
            met = [target for target in targets if PLACE.search(target) and not UNMANNED.search(target)]
            places = met if invites else []
            pages += [row.target for row in linked if "://" in row.target and _is_reached(sentence, row.text)]
            pages += reporting_pages(sentence, linked)
            for target in (mails or pages or places)[:1]:
                yield _fact(context, passage, "provider.contact", start, end, _written_to(target))
            # The tracker beside the document needs no address.
            filed = not targets and _FILED.search(sentence) and (answers or _ASKED.search(sentence))
            if filed and not _only_to_contribute(passage, sentence):
                yield _fact(context, passage, "provider.contact", start, end, " ".join(sentence.split()))
        for first, last, value in found:
            yield _fact(context, passage, "provider.contact", start + first, start + last, value)
            if _about_copyright(context, passage, sentence):
                yield _fact(context, passage, "copyright.contact", start + first, start + last, value)


def _is_reached(sentence: str, link: str) -> bool:
    """Tell whether a sentence says right ahead of a link that its reader may reach the provider there."""
    place = sentence.find(link) if link else -1
    return place > 0 and _REACHED.search(sentence, 0, place) is not None


def _only_to_contribute(passage: Passage, sentence: str) -> bool:
    """Tell whether a sentence sends those somewhere who want to contribute, and nobody who wants an answer."""
    headings = (label.text for label in passage.labels if label.role == "heading")
    return any(map(_TAKES_PART.search, (sentence, *headings))) and not _WANTS_ANSWER.search(sentence)


def _about_copyright(context: Context, passage: Passage, sentence: str) -> bool:
    """Tell whether a sentence, what it goes on about, or in a policy on copyright its heading is about rights."""
    if _COPYRIGHT.search(sentence):
        return True
    headings = " ".join(label.text for label in passage.labels if label.role in {"heading", "lead"})
    if context.artifact.kind in _POLICIES:
        return _COMPLAINT.search(f"{headings} {sentence}") is not None
    return _COPYRIGHT.search(headings) is not None and _COMPLAINT.search(f"{headings} {sentence}") is not None


def mails_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the addresses of mail in a text that are no examples, with where they stand."""
    for match in _MAIL.finditer(text):
        if not _EXAMPLE.search(match.group()):
            yield match.start(), match.end(), match.group()


def _addresses(text: str) -> Iterator[tuple[int, int, str]]:
    yield from mails_in(text)
    for match in _OBSCURED.finditer(text):
        if not _EXAMPLE.search(match.group()):
            yield match.start(), match.end(), match.group()
    for match in (*_SPOKEN.finditer(text), *_CONTACT_AT.finditer(text)):
        yield *match.span("address"), match["address"]
    for match in _PHONE.finditer(text):
        yield match.start(), match.end(), match.group()


def _fact(context: Context, passage: Passage, field: str, start: int, end: int, value: str) -> Fact:
    span = passage.span(start, end)
    label = passage.labels[0].text if passage.labels and passage.labels[0].role != "heading" else ""
    quoted = passage.text[max(0, start - 800) :]  # of a long one, what stands around the address
    # A contact is a pointer by nature: where it leads is the answer.
    return context.fact(
        catalogue().fields[field], value, quoted, span, passage.section, label=label, state=State.STATED
    )
