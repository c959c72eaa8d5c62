"""The status as a page: whole, in order, each reason once, and deaf to what the repository's text would command."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gpai_lint.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
HOSTILE = "<script>alert(1)</script> | [x](https://evil.example) <img src=https://evil.example/a.png>"
_VOID = {"meta", "br", "img", "link"}


class Page(HTMLParser):
    """The elements of a page in order, each closed in turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def status(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def printed(root: Path, form: str, *words: str) -> str:
        run(["status", str(root), "--as-of", "2026-11-23", "--format", form, *words])
        return capsys.readouterr().out

    return printed


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    (tmp_path / "README.md").write_text(f"# Lark {HOSTILE} 7B\n\nA language model.\n", encoding="utf-8")
    (tmp_path / "gpai-lint.yaml").write_text(
        f"models:\n- {{path: ., name: '{HOSTILE}', gpai: true, gpai_reasons: '{HOSTILE}'}}\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("name", ["systemic-risk-provider", "full-of-defects", "well-documented"])
def test_the_page_is_whole_and_can_be_read_aloud(name: str, status: Callable[..., str]) -> None:
    page = Page(status(EXAMPLES / name, "html"))
    assert ("html", {"lang": "en"}) in page.elements
    heads = [tag for tag, _ in page.elements if tag in {"h1", "h2", "h3"}]
    assert heads[:3] == ["h1", "h2", "h3"]
    assert heads.count("h1") == 1
    assert {attributes.get("scope") for tag, attributes in page.elements if tag == "th"} == {"col"}
    assert {tag for tag, _ in page.elements} <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p"),
        *("table", "thead", "tr", "th", "td"),
    }


@pytest.mark.parametrize("compared", [(), ("--compare", str(EXAMPLES.parent / "policies" / "code-of-practice-2025"))])
def test_text_of_the_repository_is_shown_and_never_obeyed(
    compared: tuple[str, ...], hostile: Path, status: Callable[..., str]
) -> None:
    page = status(hostile, "html", *compared)
    assert not {"script", "img", "a"} & {tag for tag, _ in Page(page).elements}
    assert "&lt;script&gt;" in page
    markdown = status(hostile, "markdown", *compared)
    assert not any(sign in markdown for sign in ("<", "](", "https:"))


def test_what_is_not_met_comes_first_and_what_does_not_apply_shares_a_row(status: Callable[..., str]) -> None:
    text = status(EXAMPLES / "full-of-defects", "markdown")
    chapter = text[text.index("### Transparency") : text.index("### Copyright")]
    verdicts = [line.split(" | ")[0].strip("| ") for line in chapter.splitlines() if line.startswith("| ")][1:]
    ranks = [["NOT MET", "undecidable", "met", "not applicable"].index(verdict) for verdict in verdicts]
    assert ranks == sorted(ranks)
    good = status(EXAMPLES / "open-source-sme", "markdown")
    reasons = [line for line in good.splitlines() if line.startswith("| not applicable | MDF")]
    assert len(reasons) == 1
    assert "MDF&#45;8.4" in reasons[0]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_reader_learns_of_which_edition_and_day_it_is(form: str, status: Callable[..., str]) -> None:
    text = " ".join(status(EXAMPLES / "well-documented", form).replace("&#45;", "-").split())
    assert "final text of 10 July 2025" in text
    assert "law as of 2026-11-23. A linter finds signals in files; it is not legal advice." in text
