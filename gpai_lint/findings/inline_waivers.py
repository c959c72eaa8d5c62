"""Waivers written as comments beside what they waive: ``<!-- gpai-lint: ignore[rule] reason -->``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Comment, Prose, Structured
from gpai_lint.errors import UsageError
from gpai_lint.findings.interface import Waiving
from gpai_lint.findings.placement import front_matter_lines
from gpai_lint.findings.selection import rule_id
from gpai_lint.findings.waivers import Waiver, day, reason_of
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.evidence.interface import Evidence
    from gpai_lint.policy.interface import RuleMetadata

_MARK = re.compile(r"\s*gpai-lint:\s*ignore\b")
_WAIVER = re.compile(
    r"\s*gpai-lint:\s*ignore\[(?P<rules>[^\[\]]{0,400})\]\s*"
    # Only what begins with a digit is meant as a date: a reason may begin with "until" too.
    r"(?:until[ =:]\s{0,3}(?P<until>\d[\w-]{0,20})(?:[:,;]?\s|\Z))?"
    r"(?P<reason>.*)\Z",
    re.DOTALL,
)
_YAML_COMMENT = re.compile(r"(?:^|\s)#(?P<text>\s*gpai-lint:.*)\Z")


def inline_waivers(evidence: Evidence, rules: Mapping[str, RuleMetadata]) -> list[Waiver]:
    """Return the waivers that stand as comments in the artifacts.

    A waiver covers its own line, the next line that says something, the heading that it stands under, and what is
    missing in that section or in the front matter that it stands in. Raises ``UsageError`` with its place for one that
    names no rule, an unknown rule (with the nearest name) or gives no reason.
    """
    found: list[Waiver] = []
    seen: set[str] = set()
    for document in evidence.documents:
        artifact = document.artifact
        if artifact is None or artifact.path in seen:
            continue
        seen.add(artifact.path)
        for comment in _comments(artifact):
            if _MARK.match(comment.text):
                found.extend(_waivers(comment, artifact, rules))
    return found


def _comments(artifact: Artifact) -> Iterator[Comment]:
    content = artifact.content
    yield from content.comments
    if isinstance(content, Prose) and content.front_matter is not None:
        known = {comment.span.line for comment in content.comments}
        for number in front_matter_lines(content):
            line = content.lines[number - 1]
            match = _YAML_COMMENT.search(line)
            if match and number not in known:
                yield Comment(match["text"], Span(number, match.start("text"), number, len(line) + 1))


def _waivers(comment: Comment, artifact: Artifact, rules: Mapping[str, RuleMetadata]) -> Iterator[Waiver]:
    span = comment.span
    lines = artifact.content.lines
    end = span.end_column if span.end_line == span.line else len(lines[span.line - 1]) + 1
    place = Location(artifact.path, Span(span.line, span.column, span.line, end))
    match = _WAIVER.match(comment.text)
    if match is None:
        raise UsageError("The waiver is not understood.", place, "Write 'gpai-lint: ignore[rule-name] reason'.")
    words = [word.strip() for word in match["rules"].split(",") if word.strip()]
    if not words:
        raise UsageError("The waiver names no rule.", place, "Write 'gpai-lint: ignore[rule-name] reason'.")
    waiving = Waiving(
        reason=reason_of(match["reason"], place),
        location=place,
        until=day(match["until"] or "", place),
    )
    covers = _reach(span, artifact)
    for word in words:
        yield Waiver(rule_id(word, rules, place), waiving, covers)


def _reach(span: Span, artifact: Artifact) -> Callable[[Location, str], bool]:
    lines = {*range(span.line, span.end_line + 1), _next_line(span.end_line, artifact.content.lines)}
    around = _around(span.line, artifact.content)
    lines.update(around[:1])

    def covers(place: Location, missing: str) -> bool:
        # What is missing has no line of its own: it is reported at the heading, or at what its section states instead.
        reached = place.span.line in lines or (bool(missing) and place.span.line in around)
        return place.file == artifact.path and reached

    return covers


def _next_line(line: int, lines: Sequence[str]) -> int:
    """Return the number of the next line that is neither blank nor a comment of its own."""
    for number in range(line + 1, len(lines) + 1):
        text = lines[number - 1].strip()
        if text and not text.startswith(("<!--", "# gpai-lint:")):
            return number
    return line


def _around(line: int, content: Prose | Structured) -> range:
    """Return the lines of the front matter or the section in which a comment stands, its heading first."""
    if not isinstance(content, Prose):
        return range(0)
    matter = front_matter_lines(content) if content.front_matter is not None else range(0)
    if line in matter:
        return matter
    headings = [section.span.line for section in content.sections if section.level]
    above = [number for number in headings if number <= line]
    if not above:
        return range(0)
    below = [number for number in headings if number > line]
    return range(above[-1], min(below, default=len(content.lines) + 1))
