"""Text that is no statement: what a template left behind, and what only points to another place."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.interface import Placeholder, State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.passages import zone_of
from gpai_lint.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.evidence.interface import Value
    from gpai_lint.location import Span

#: Words that are a placeholder wherever they stand.
_ANYWHERE = Pattern(
    # Optional is what a template's label is; "[Optional] Install the extension" tells of a step.
    r"\[\s*optional\s*\](?=[*_ ]*(?::|\n|\Z))"
    r"|\[\s*(?:(?:needs )?more information(?: is)?(?: needed)?|insert[^\]\n]{0,60}|your [^\]\n]{1,60}"
    r"|to be [^\]\n]{1,60}|todo|tbd|tba"
    r"|fill (?:in|this)[^\]\n]{0,60}|placeholder[^\]\n]{0,40}|e-?mail|url|xx+"
    r"|link(?: to (?:your|the) [^\]\n]{1,60})?"
    r"|(?:[\w-]+ ){0,3}(?:name|date|number|version|company|organi[sz]ation|provider|address|amount|figure)"
    r")\s*\](?![(\[])"
    r"|\{\{[^{}\n]{1,120}\}\}|\{%[^{}\n]{1,120}%\}"
    r"|<(?:insert|your|fill|todo|tbd|add)[ _-][^<>\n]{1,60}>|<(?:the|please|write|number of) [^<>\n]{3,160}>"
    r"|\blorem ipsum\b|\bmore information needed\b"
    r"|\(\s*forthcoming\.?\s*\)|(?<!\bha[sd] )(?<!\bhave )(?<!\bneed )(?<!\bneeds )"
    r"\bto be (?:announced|determined|confirmed|completed|added|filled in|updated)\b"
    # What is added with something, or to something, is told: "it enables languages to be added with few examples".
    r"(?!,? (?:with|to|from|into|as|without|when|using|through|via|during|for (?:each|every))\b)"
)
#: What is to come there is a part of the software, and no answer: "support for other devices is to be added".
_OF_SOFTWARE = Pattern(r"\b(?:support|features?|functionality|integration|compatibility)\b[^.\n]{0,100}\Z")
#: What the template of the hub says of itself beside a placeholder.
_OF_TEMPLATE = Pattern(
    r"use the code below to get started with the model|for further recommendations"
    r"|users \(both direct and downstream\) should be made aware of the risks, biases and limitations of the model"
)
#: What a template asks for, in brackets: "[Describe the uses]", "[e.g. 4096 tokens]", "[Name or organization]".
_ASKED = (
    r"\[\s*(?:(?:describe|specify|provide|explain|enter|insert|state|list|identify|indicate|outline|summari[sz]e"
    r"|detail|discuss|give|mention|add|choose|select|name of|e\.g\.?,?|(?:brief|short|detailed) \w+ (?:of|about)"
    r"|(?:primary |main )?intended|(?:organi[sz]ation|company|person|individual|team|provider|author)s?"
    r"(?: names?)?(?: or | / |/)(?:organi[sz]ation|company|person|individual|team|provider|author)s?)"
    r"(?: [^\[\]\n]{2,200})?|contact (?:details?|information|person|e-?mail|address)(?: or [^\[\]\n]{2,60})?)\s*\]"
)
#: Words that are a placeholder when they are all that stands there.
_ALONE = Pattern(
    r"[\W_]*(?:(?:(?:more )?information (?:needed|missing)|forthcoming|coming soon|to (?:be )?(?:come|do|follow)"
    r"|(?:to|will) be (?:added|announced|completed|defined|filled(?: in)?|provided|published|released|updated)"
    r"(?: (?:soon|later|shortly))?|not yet (?:available|public|published|released)|not available yet"
    r"|tbd|tba|tbc|t\.b\.[acd]\.?|todo(?::[^\n]{1,80})?|fixme|wip|placeholder(?: text)?|lorem(?: ipsum\b[^\n]{0,400})?"
    r"|(?:enter|type|insert) (?:(?:your |some )?text(?: here)?|here)|(?:replace|change)[ _-]?me"
    r"|click (?:or tap )?(?:here )?to enter (?:text|a date)|choose an? (?:item|date)"
    r"|your(?:[ _/-](?:company|data(?:set)?|description|e-?mail|here|licen[sc]e|model|name|org\w*|provider|repo\w*|team"
    r"|text|your))+"
    r"|(?:dd|mm|yyyy|xx)(?:[/. -](?:dd|mm|yy(?:yy)?|xx(?:xx)?)){1,2}"
    r"|x+[.,]x+|(?:x+[.,]x+|xx+|tb[adc])[ -]?(?:%|percent|[kmbt]|[mbtr]{1,2}illion|[kmgt]?wh|kg|t(?:ons?|co2\w*)?"
    r"|[kmgtp]b|flops?|(?:gpu[ -])?hours?|days?|tokens?|parameters?)\b(?: \w+){0,3}"
    r"|\$\{[\w.-]{1,40}\}|%[A-Z_]{3,40}%|\[\[[\w .-]{1,40}\]\]|\{[a-z]+_[a-z_]+\}|<[a-z]+(?:[ _-][a-z]+){1,4}>"
    r"|(?-i:\[[A-Z][A-Z _-]{2,40}\])"
    r"|work in progress|none yet|(?:please )?fill (?:me |this )?in(?: this (?:section|field))?"
    r"|n\.?n\.?|xx+|none provided|optional"
    r"|(?:todo|tb[acd]|fixme|xx+|placeholder)[ :_-]+licen[sc]e"
    r"|[\[<](?:your|insert|choose|todo|name of)[ _-][\w _-]{2,30}[\]>]?(?: licen[sc]e)?"
    # French, German, Italian, Spanish, Dutch, Polish, Chinese
    r"|à (?:compléter|définir|venir)|en cours de rédaction|(?:noch )?(?:zu ergänzen|offen)|wird ergänzt|in arbeit"
    r"|da (?:completare|definire)|(?:a|por) (?:completar|definir)|nader te bepalen|nog in te vullen|do uzupełnienia"
    r"|待补充|待定)[\W_]*)?"
    rf"|[*_ ]*{_ASKED}[.*_ ]*"
    # What is still open may have an aside: "TBD (default: 2048)".
    r"|[\W_]*(?:tb[adc]|to be (?:determined|defined|decided)) ?\([^()\n]{1,80}\)[\W_]*"
)
#: A name between the signs of a template language: ``$NAME``, ``@@NAME@@``, ``__NAME__``.
_VARIABLE = re.compile(r"\$[A-Z][A-Z_]{2,40}|(@@|##?|\$\$|__|%%)[A-Z][A-Z_]{2,40}\1")
#: Words that are a placeholder where they are a whole paragraph, item or cell: no sentence consists of them.
_WHOLE_BLOCK = Pattern(
    rf"[*_ ]*{_ASKED}[.*_ ]*|"
    r"[\W_]*(?:tbd|tba|tbc|todo|fixme)[\W_]*|[(*_ ]*\?{2,}[)*_ ]*|\$\{[\w.-]{1,40}\}|(?-i:" + _VARIABLE.pattern + ")"
)
#: A word set as code in the place of what it announces: "see our post at `link`".
_WORD_FOR_LATER = Pattern(r"(?:link|url|todo|tbd|tba|xxx+|fixme)")

#: An answer of its own, which some questions allow and others do not.
_NOT_APPLICABLE = Pattern(r"\W*(?:n ?/ ?a|n\.a\.|not applicable)(?:\W*\Z|\s*[(:;,.–-])")

#: A text that says no more than where the answer stands.
_POINTER = Pattern(
    r"(?:\W{0,3}(?:for (?:[\w-]+ ){0,3}(?:details?|information)[^.]{0,60},? )?"
    r"(?:please )?(?:see|refer to|consult|read|check(?: out)?|visit|cf\.?)\b[^.\n]{0,160}"
    # "It consists of an encoder whose layers are described here" says what it is before it points on.
    r"|(?![^.\n]{0,80}\b(?:consists? of|is an?|whose)\b)[^.\n]{0,80}"
    r"\b(?:is|are|can be) (?:available|described|found|given|listed|documented|published|provided)\b"
    r"(?: \w+){0,3} (?:in|at|on|here|from|via)\b[^\n]{0,160}"
    r"|[^.\n]{0,60}\bmore (?:detailed )?(?:information|details)[^.\n]{0,80}\bcan be found\b[^\n]{0,120}"
    r"|\W{0,3}<?https?://\S+>?\W{0,3})\.?"
)
_ADDRESS = re.compile(r"https?://[^\s)>\]]+")
_OUTSIDE = Pattern(r"https?://|\b(?:paper|report|blog|website|here|link|publication|arxiv)\b")


def state_of(text: str) -> State:
    """Return what a text amounts to: a statement, a template's placeholder, or a mere pointer to another place.

    A placeholder beside other words does not unmake them.
    """
    if _ALONE.fullmatch(text) or _VARIABLE.fullmatch(text.strip()):
        return State.PLACEHOLDER
    rest = _ANYWHERE.sub("", text)
    if rest != text and len(re.sub(r"\W+", "", _OF_TEMPLATE.sub("", rest))) < 12:
        return State.PLACEHOLDER
    if len(text) < 400 and _OUTSIDE.search(text) and _POINTER.fullmatch(_ADDRESS.sub("https://x", text)):
        return State.ELSEWHERE
    return State.STATED


def state_of_value(value: Value, written: str) -> State:
    """Return what a value amounts to: a text by its words as ``written``, a list by those of all its items."""
    if isinstance(value, list):
        left = value and all(state_of(item) is State.PLACEHOLDER for item in value)
        return State.PLACEHOLDER if left else State.STATED
    return state_of(written) if isinstance(value, str) else State.STATED


def is_not_applicable(text: str) -> bool:
    """Tell whether a text says, in the place of an answer, that the question does not apply; a reason may follow."""
    return _NOT_APPLICABLE.match(text) is not None


def holds_placeholder(text: str) -> bool:
    """Tell whether a template's text stands somewhere in a sentence, so that its words ask rather than tell."""
    return _ANYWHERE.search(text) is not None


def _by_link(span: Span, linked: Sequence[Span]) -> bool:
    """Tell whether a place stands within a link, or around one; the links are in order."""
    at = bisect_right(linked, (span.line, span.column), key=lambda link: (link.line, link.column))
    around = at and linked[at - 1].line == span.line and span.column < linked[at - 1].end_column
    return bool(around) or (at < len(linked) and linked[at].line == span.line and linked[at].column < span.end_column)


def read(artifact: Artifact, document: int) -> Iterator[Placeholder]:
    """Yield the placeholders of a document in order of their place; those in code and comments are none."""
    prose = artifact.content
    if not isinstance(prose, Prose) or artifact.kind in {"license_file", "citation", "codeowners", "changelog"}:
        return
    found: list[tuple[Span, str, int]] = []
    for block in prose.blocks:
        if block.kind == "code":
            continue
        if _WHOLE_BLOCK.fullmatch(block.text):
            found.append((block.part(0, len(block.text)), block.text, block.section))
        in_code = [range(start, end) for start, end in block.code]
        for match in _ANYWHERE.finditer(block.text):
            # What is set as code is an example of a command, not a gap in the text.
            angled = match.group().startswith("<") and zone_of(prose, prose.sections[block.section].path) == "usage"
            planned = match.group().startswith("to be") and _OF_SOFTWARE.search(block.text[: match.start()][-160:])
            if not (angled or planned or any(match.start() in code for code in in_code)):
                found.append((block.part(match.start(), match.end()), match.group(), block.section))
        found.extend(
            (block.part(start, end), block.text[start:end], block.section)
            for start, end in block.code
            if _WORD_FOR_LATER.fullmatch(block.text[start:end])
        )
    for table in prose.tables:
        for row in table.rows:
            for cell in row:
                if _WHOLE_BLOCK.fullmatch(cell.text):
                    found.append((cell.part(0, len(cell.text)), cell.text, table.section))
                found.extend(
                    (cell.part(match.start(), match.end()), match.group(), table.section)
                    for match in _ANYWHERE.finditer(cell.text)
                )
    found.extend(
        (entry.part(0, len(entry.value)), entry.value, entry.section)
        for entry in prose.entries
        if re.search(r"[^\W_]", entry.value) and _ALONE.fullmatch(entry.value)
    )
    # "[[PDF](…)]", "[[link]](…)": brackets around a link leave nothing to be filled in, nor do those within one.
    linked = sorted(link.span for link in prose.links if link.target)
    found = [row for row in found if not _by_link(row[0], linked)]
    last: Span | None = None
    for span, text, section in sorted(found, key=lambda row: (row[0], -len(row[1]))):
        if last is not None and span.line == last.line and span.column < last.end_column:
            continue
        last = span
        path = prose.sections[section].path
        yield Placeholder(text, Location(artifact.path, span, anchor="#" + "/".join(path)), document, path)
