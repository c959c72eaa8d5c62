"""Bytes to text, and byte offsets to lines and columns."""

from __future__ import annotations

import pytest

from gpai_lint.artifacts.source_text import SourceText, decode
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Span


@pytest.mark.parametrize(
    "data",
    [b"Caf\xc3\xa9\n", b"\xef\xbb\xbfCaf\xc3\xa9\n", "Café\n".encode("utf-16"), b"Caf\xc3\xa9\r\n", b"Caf\xc3\xa9\r"],
    ids=["utf-8", "utf-8 with mark", "utf-16 with mark", "crlf", "cr"],
)
def test_text_is_decoded_with_plain_line_ends_and_no_mark(data: bytes) -> None:
    assert decode("README.md", data) == "Café\n"


def test_bytes_that_are_no_text_are_refused_at_their_line() -> None:
    with pytest.raises(ArtifactError, match=r"README\.md:3:1: The file is not in UTF-8"):
        decode("README.md", b"one\ntwo\n\xff\xfe\xfd\n")


def test_nul_bytes_are_refused_at_their_line() -> None:
    with pytest.raises(ArtifactError, match=r"README\.md:2:1: .*NUL"):
        decode("README.md", b"one\ntw\x00o\n")


def test_columns_count_code_points_and_not_bytes() -> None:
    text = "Ärger\nété 🦎 x\n"
    source = SourceText(text)
    data = text.encode()

    def place(word: str) -> tuple[int, int]:
        return source.position(data.index(word.encode()))

    assert place("rger") == (1, 2)
    assert place("x") == (2, 7)
    assert source.span(data.index("été".encode()), data.index("été".encode()) + len("été".encode())) == Span(2, 1, 2, 4)


def test_lines_count_from_the_first_line_of_the_part() -> None:
    assert SourceText("a\nb\n", first_line=5).position(2) == (6, 1)
