"""Tags, comments and text of HTML fragments."""

from __future__ import annotations

from gpai_lint.artifacts.html_tokens import tokens


def shapes(source: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens(source)]


def test_tags_text_and_comments_come_in_order() -> None:
    assert shapes('<TD rowspan="3" >A <b>B</b><!-- c --></td>') == [
        ("open", "td"),
        ("text", "A "),
        ("open", "b"),
        ("text", "B"),
        ("close", "b"),
        ("comment", " c "),
        ("close", "td"),
    ]


def test_offsets_cut_the_source_exactly() -> None:
    source = 'x<a href="y>z">t</a>'
    assert [source[token.start : token.end] for token in tokens(source)] == ["x", '<a href="y>z">', "t", "</a>"]


def test_attributes_are_read_in_every_quoting() -> None:
    (token,) = tokens("<td rowspan='2' COLSPAN=3 title=\"a &amp; b\" hidden>")
    assert token.attribute("rowspan") == "2"
    assert token.attribute("colspan") == "3"
    assert token.attribute("title") == "a & b"
    assert token.attribute("hidden") == ""
    assert token.attribute("id") == ""


def test_what_is_no_tag_is_text() -> None:
    assert shapes("energy < 0.1 and a <b") == [("text", "energy < 0.1 and a <b")]
    assert shapes('<a href="never closed') == [("text", '<a href="never closed')]


def test_a_comment_without_an_end_reaches_to_the_end() -> None:
    assert shapes("a<!-- b <p>c</p>") == [("text", "a"), ("unclosed", " b <p>c</p>")]


def test_declarations_are_dropped() -> None:
    assert shapes("<!DOCTYPE html>x<?xml?>") == [("comment", ""), ("text", "x"), ("comment", "")]
