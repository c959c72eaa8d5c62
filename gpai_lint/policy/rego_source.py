"""Read Rego source as far as packs need it without an engine: comments, the package, names and their places.

A lexer and not a parser: engines parse. It tells comments from strings, so that nothing written inside a raw string is
taken for an annotation or a call.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
      (?P<newline>\n)
    | (?P<space>[ \t\r\f\v\ufeff]+)
    | (?P<comment>\#[^\n]*)
    | (?P<string>\$?"(?:[^"\\\n]|\\.)*")
    | (?P<raw>\$?`[^`]*`)
    | (?P<number>\d[\d.eE]*(?:(?<=[eE])[+-]\d+)?)
    | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<mark>:=|==|!=|<=|>=|.)
    """,
    re.VERBOSE | re.DOTALL,
)


_TEXTS = re.compile(r'#[^\n]*|"(?:[^"\\\n]|\\.)*"|`[^`]*`')


def code_of(source: str) -> str:
    """Return a source with comments and strings turned into spaces; every other character stays where it is."""
    return _TEXTS.sub(_blank, source)


def _blank(match: re.Match[str]) -> str:
    # Line ends stay, so that the code keeps its lines.
    return re.sub(r"[^\n]", " ", match[0])


def comments(source: str) -> Iterator[tuple[int, int]]:
    """Yield line and column, from 1, of every comment."""
    line, start = 1, 0
    for match in _TEXTS.finditer(source):
        breaks = source.count("\n", start, match.start())
        if breaks:
            line, start = line + breaks, source.rfind("\n", start, match.start()) + 1
        if match[0].startswith("#"):
            yield line, match.start() - start + 1


@dataclass(frozen=True, slots=True)
class Token:
    """A lexical element: its kind (``name``, ``string``, ``raw``, ``number``, ``comment``, ``mark``), text and place.

    ``line`` and ``column`` count from 1, columns in code points. ``glued`` says that nothing, not even a space, stands
    between this token and the one before.
    """

    kind: str
    text: str
    line: int
    column: int
    glued: bool = False


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of a Rego source, comments included, spaces and line ends left out."""
    line, start = 1, 0
    glued = False
    for match in _TOKEN.finditer(source):
        kind = match.lastgroup or ""
        text = match.group()
        if kind == "newline":
            line, start, glued = line + 1, match.end(), False
            continue
        if kind == "space":
            glued = False
            continue
        yield Token(kind, text, line, match.start() - start + 1, glued)
        glued = True
        if kind in {"raw", "mark"} and "\n" in text:
            line += text.count("\n")
            start = match.start() + text.rindex("\n") + 1


@dataclass(frozen=True, slots=True)
class Name:
    """A dotted name (``data.acme.rules``, ``http.send``) with the place of its first letter."""

    parts: tuple[str, ...]
    line: int
    column: int
    called: bool = False

    @property
    def dotted(self) -> str:
        """Return the parts joined by dots."""
        return ".".join(self.parts)


def names(source: str) -> Iterator[Name]:
    """Yield every dotted name; ``http["send"]`` and ``http.send`` are the same name."""
    yield from _names(source, _TEXTS.sub(_blank_but_keys, source))


def possible_names(source: str) -> Iterator[Name]:
    """Yield every dotted name, and what would be one if it stood outside of a comment or a string."""
    yield from _names(source, source)


def _names(source: str, code: str) -> Iterator[Name]:
    starts = [0, *(match.end() for match in re.finditer("\n", code))]
    for match in _DOTTED.finditer(code):
        line = bisect_right(starts, match.start())
        parts = tuple(one or _unquoted(other) or third for one, other, third in _PART.findall(match[1]))
        yield Name(parts, line, match.start() - starts[line - 1] + 1, called=match[2] == "(")


#: A name, its further steps (``.step`` or ``["step"]``), and whether it is called.
_DOTTED = re.compile(
    r"""(?<![\w.])([A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\s*(?:"(?:[^"\\\n]|\\.)*"|`[^`\n]*`)\s*\])*)(\(?)"""
)
_PART = re.compile(r"""([A-Za-z_]\w*)(?=[.\[]|$)|\[\s*"((?:[^"\\\n]|\\.)*)"\s*\]|\[\s*`([^`\n]*)`\s*\]""")


def _unquoted(text: str) -> str:
    """Return what a text in double quotes stands for: ``\\u0073end`` is ``send``."""
    if "\\" not in text:
        return text
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text


def _blank_but_keys(match: re.Match[str]) -> str:
    """Return a comment or a string as spaces, unless it is the key of a reference (``http["send"]``)."""
    if match[0][0] != "#" and _opens_key(match.string, match.start()) and _CLOSES_KEY.match(match.string, match.end()):
        return match[0]
    return _blank(match)


_CLOSES_KEY = re.compile(r"\s*\]")


def _opens_key(text: str, end: int) -> bool:
    while end > 0 and text[end - 1].isspace():
        end -= 1
    # Before the bracket of an array stands no name.
    return end > 1 and text[end - 1] == "[" and (text[end - 2].isalnum() or text[end - 2] in "_]")


_IMPORT = re.compile(
    r"^[ \t]*(import[ \t]+((?:data|input)(?:\.\w+|\[\s*\"[^\"\n]*\"\s*\])*)(?:[ \t]+as[ \t]+(\w+))?)", re.MULTILINE
)
_LAST_STEP = re.compile(r"\.(\w+)$|\[\s*\"([^\"\n]*)\"\s*\]$")


def imports(source: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield what a module imports of ``data`` and ``input``: its name in the module, its path, the import's offsets."""
    for match in _IMPORT.finditer(source):
        step = _LAST_STEP.search(match[2])
        yield match[3] or (step and (step[1] or step[2])) or match[2], match[2], match.span(1)


def imported(source: str) -> dict[str, str]:
    """Return the paths of what a module imports, by name."""
    return {name: path for name, path, _ in imports(source)}


def package_of(source: str, path: str) -> str:
    """Return the package a module declares (``acme.rules``); raise ``PackError`` for a module without one."""
    match = _PACKAGE.match(source)
    for name in names(match[1]) if match else ():
        if any("." in part for part in name.parts):
            line = source.count("\n", 0, match.start(1)) + 1 if match else 1
            raise PackError(
                "A step of the package's name holds a dot, which no path of ours can tell from the next step.",
                Location(path, Span(line, 1, line, 2)),
                hint="Name it without, as in 'package acme.rules'.",
            )
        return name.dotted
    raise PackError(
        "The file declares no package.",
        Location(path, Span(1, 1, 1, 2)),
        hint="Begin it with a line like 'package acme.rules.naming.internal_id'.",
    )


#: The package comes first: nothing but comments stands before it, so no text further on can be taken for it.
_PACKAGE = re.compile(r"(?:[\s\ufeff]|#[^\n]*(?:\n|$))*package[ \t]+([^\n]*)")


_NO_RULES = frozenset({"package", "import", "else"})


def definitions(source: str, *, whole: bool = False) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield, for each rule that a module defines, the constant steps of its name and its line.

    ``limits.max[kind]`` has the steps ``limits`` and ``max``; with ``whole``, rules with further steps are left out.
    """
    found = [token for token in tokens(source) if token.kind != "comment"]
    depth = 0
    for index, token in enumerate(found):
        if token.kind == "mark":
            depth += (token.text in "([{") - (token.text in ")]}")
        elif depth == 0 and token.kind == "name" and token.column == 1 and token.text not in _NO_RULES:
            steps, after = _steps(found[index + (token.text == "default") :])
            if not whole or after != "[":
                yield steps, token.line


def _steps(found: list[Token]) -> tuple[tuple[str, ...], str]:
    """Return the constant steps of the reference that tokens begin with, and the text of what stands after them."""
    steps = [found[0].text] if found else []
    at = 1
    while at + 1 < len(found):
        first, second, third = found[at], found[at + 1], found[at + 2] if at + 2 < len(found) else None
        if first.text == "." and second.kind == "name":
            steps.append(second.text)
            at += 2
        elif first.text == "[" and second.kind in {"string", "raw"} and third is not None and third.text == "]":
            steps.append(_unquoted(second.text[1:-1]))
            at += 3
        else:
            break
    return tuple(steps), found[at].text if at < len(found) else ""


def is_version_0(source: str) -> bool:
    """Return whether a module is written in Rego v0: it has a rule body without ``if`` before it.

    A module that has both is one in v1 with a mistake, unless it imports the keywords.
    """
    code = code_of(source)
    if not _KEYWORDS_IMPORTED.search(code) and _NEW_HEAD.search(code):
        return False
    depth = 0
    has_if = False
    previous: Token | None = None
    line = 0
    for token in tokens(source):
        if token.kind == "comment":
            continue
        if depth == 0 and token.line != line and token.column == 1 and token.text not in {"}", ")", "]"}:
            has_if = False
        line = token.line
        if token.text == "{" and depth == 0 and not has_if and previous is not None and _ends_a_head(previous):
            return True
        if token.text in {"{", "[", "("}:
            depth += 1
        elif token.text in {"}", "]", ")"}:
            depth -= 1
            if depth == 0 and token.text == "}":
                has_if = False
        elif token.text == "if" and depth == 0:
            has_if = True
        previous = token
    return False


_KEYWORDS_IMPORTED = re.compile(r"^[ \t]*import[ \t]+future\b", re.MULTILINE)
#: A line that begins a rule of Rego v1; in v0 ``if`` and ``contains`` are keywords to those who import them alone.
_NEW_HEAD = re.compile(
    r"^(?:[A-Za-z_][\w.]*(?:\[[^\]\n]*\])*[ \t]+contains[ \t]+[^\s:=]|[A-Za-z_][^\n{}]*[ \t]if(?:[ \t]|$))",
    re.MULTILINE,
)


def _ends_a_head(token: Token) -> bool:
    if token.kind == "name":
        return token.text not in {"if", "in", "contains", "not", "else", "default", "every", "some", "with", "as"}
    return token.kind in {"string", "raw", "number"} or token.text in {")", "]"}


def line_of(source: str, line: int) -> str:
    """Return a line of a source by its number, "" if there is none."""
    lines = source.split("\n")
    return lines[line - 1] if 1 <= line <= len(lines) else ""


def excerpt(source: str, line: int, column: int) -> str:
    """Return a source line with its number and a caret under a column, as two indented lines; "" if there is none."""
    lines = source.splitlines()
    if not 1 <= line <= len(lines):
        return ""
    text = lines[line - 1][:200]
    # Tabs stay tabs in the margin of the caret's line, so that the caret stands right at any tab width.
    margin = "".join("\t" if character == "\t" else " " for character in text[: column - 1])
    number = str(line)
    return f"\n  {number} | {text}\n  {' ' * len(number)} | {margin}^"
