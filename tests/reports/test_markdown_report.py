from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyromark
import pytest
from checked_repository import CARD, ENERGY, LICENCE, PLACEHOLDER, at, missing, result_of, write

from gpai_lint.findings.interface import Gone, Status, Waiving
from gpai_lint.findings.verdicts import ModelStatus, Verdict
from gpai_lint.location import Location, Span
from gpai_lint.reports.html import HtmlReport
from gpai_lint.reports.interface import Style
from gpai_lint.reports.markdown import MAX_ROWS, OPEN_ROWS, MarkdownReport
from gpai_lint.reports.markdown_text import plain

if TYPE_CHECKING:
    from pathlib import Path

    from gpai_lint.findings.interface import Result

ROWS = [
    at(["placeholders", 0], PLACEHOLDER, "note"),
    missing("training.energy_mwh"),
    at(["models", 0, "facts", "distribution.licence", 0]),
]
SOURCE = "https://github.com/lab/aurora/blob/0123abc"

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://evil.example/x.png)",
    "[x](javascript:alert(1))",
    "| cell | cell |",
    "`code` ``two`` *em* __strong__ ~~gone~~",
    "</td></tr></table><h1>Approved</h1>",
    "</details><details open>",
    "https://evil.example www.evil.example mail@evil.example",
    "line\n\n# heading\n\n- item",
    "$x$ :rocket: [^1] {x}",
    "&lt;b&gt; &#60;b&#62;",
]


def _markdown(result: Result, **style: Any) -> str:
    return MarkdownReport().render(result, Style(**style))


def _rendered(text: str) -> str:
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH | pyromark.Options.ENABLE_FOOTNOTES
    rendered: str = pyromark.html(text, options=options)
    return rendered


def _full(root: Path, text: str = "Plain text.") -> Result:
    """Return a result with ``text`` in every place where a repository's own text can come to stand."""
    result = result_of(
        root,
        [{**row, "message": text} for row in ROWS],
        notices=(text,),
        scope=({"gpai": {"answer": "no", "why": text, "basis": text}},),
        compared_with=text,
        gone=(Gone("GPAI-141", "training-energy", text, text, "0" * 32),),
        verdicts=(
            ModelStatus(
                ".",
                text,
                (),
                tuple(
                    Verdict(f"MDF-{i}", "transparency", "T", "R", verdict, "why", (), ())
                    for i, verdict in enumerate(("met", "not_met", "not_met", "undecidable", "not_applicable"))
                ),
            ),
        ),
    )
    waiver = Waiving(text, Location(text, Span(3, 1, 3, 2)), owner=text, ticket=text, until="2026-09-01")
    first, second, third = result.findings
    findings = (first._replace(new=True), second._replace(status=Status.WAIVED, waiver=waiver), third)
    return result._replace(findings=findings)


def test_a_reviewer_reads_findings_then_verdicts_then_what_is_hidden(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    text = _markdown(_full(tmp_path), source_url=SOURCE)
    headings = [line for line in text.splitlines() if line.startswith(("#", "<details>"))]
    assert headings == [
        "## gpai-lint: 1 warning, 1 note",
        "### New findings",
        "<details><summary>1 note</summary>",
        "### Verdict by chapter",
        "<details><summary>1 waived</summary>",
        "<details><summary>1 fixed</summary>",
    ]
    assert "| Transparency and the Model Documentation Form | 2 | 1 | 1 | 1 |" in text
    assert "compared with Plain text.: 1 new, 0 unchanged, 1 fixed; 1 waived; 0 requirements that no file" in text


def test_a_model_that_no_duty_reaches_is_named_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    answer = {"answer": "no", "why": "It generates audio alone.", "basis": "Guidelines"}
    text = _markdown(result_of(tmp_path, [], scope=({"gpai": answer},)))
    assert "<li>Outside the scope: Aurora 7B: It generates audio alone. [Guidelines]</li>" in _rendered(text)


def test_findings_link_to_their_lines_and_rules(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    root = write(tmp_path / "a b", {"README.md": CARD})
    text = _markdown(result_of(root, ROWS), source_url=SOURCE)
    assert f'<a href="{SOURCE}/a%20b/README.md?plain=1#L13">README.md&#58;13</a>' in text
    assert "docs/rules/training-energy.md" in text
    assert SOURCE not in _markdown(result_of(root, ROWS))


def test_long_tables_are_cut_and_say_so(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    rows = [{**ROWS[1], "message": f"Number {i}."} for i in range(MAX_ROWS + 5)]
    text = _markdown(result_of(tmp_path, rows))
    assert text.count("❌ error") == MAX_ROWS
    assert "And 5 more that are not listed here." in text


def test_what_is_worse_stands_open_and_the_rest_is_folded(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    rows = [{**ROWS[1], "message": f"Number {i}."} for i in range(OPEN_ROWS + 3)]
    before, fold, after = _markdown(result_of(tmp_path, rows)).partition("<details><summary>3 more</summary>")
    assert (before.count("❌ error"), bool(fold), after.count("❌ error")) == (OPEN_ROWS, True, 3)


def test_a_clean_result_says_so(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    assert _markdown(result_of(tmp_path, [])).startswith("## gpai-lint: no findings\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_the_repository_stays_text(text: str) -> None:
    rendered = _rendered(f"before {plain(text)} after\n")
    inside = rendered.removeprefix("<p>before ").removesuffix(" after</p>\n")
    assert "<" not in inside


@pytest.mark.parametrize("text", HOSTILE)
def test_no_part_of_the_report_lets_markup_through(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"README.md": CARD})
    harmless = _rendered(_markdown(_full(tmp_path)))
    hostile = _rendered(_markdown(_full(tmp_path, text)))
    for tag in ("<a ", "<img", "<script", "<h1", "<h2", "<h3", "<tr", "<td", "<details", "<code", "<em", "<li", "<p>"):
        assert hostile.count(tag) == harmless.count(tag), tag


def test_mentions_and_issue_numbers_are_broken_up() -> None:
    # GitHub looks for them in finished HTML, where a character reference is already a character.
    assert plain("@octocat fixed #12") == "&#64;&#8203;octocat fixed &#35;&#8203;12"


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_lets_no_markup_through_either(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"README.md": CARD})
    harmless = HtmlReport().render(_full(tmp_path), Style())
    hostile = HtmlReport().render(_full(tmp_path, text), Style())
    assert hostile.count("<") == harmless.count("<")


def test_the_page_loads_and_runs_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    page = HtmlReport().render(_full(tmp_path), Style(source_url=SOURCE))
    assert "<script" not in page
    assert " src=" not in page
    assert "<link" not in page
    assert "@import" not in page
    assert "default-src &#x27;none&#x27;" in page


def test_the_page_shows_findings_waivers_and_verdicts(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    page = HtmlReport().render(_full(tmp_path), Style(source_url=SOURCE))
    for heading in ("Verdict by chapter: Plain text.", "Findings", "Waived", "Fixed", "Outside the scope", "Notes"):
        assert f"<h2>{heading}</h2>" in page
    assert f'<a href="{SOURCE}/README.md?plain=1#L2">line 2</a>' in page
    assert "Waived until 2026-09-01, Plain text., Plain text.: Plain text." in page
    assert all(rule.id in page for rule in (ENERGY, LICENCE, PLACEHOLDER))
