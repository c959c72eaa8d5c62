from __future__ import annotations

import pytest

from gpai_lint.artifacts.lfs_pointer import is_pointer, parse
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Span

VERSION = "version https://git-lfs.github.com/spec/v1\n"
OID = f"oid sha256:{'0a' * 32}\n"


def test_digest_and_size_have_their_places() -> None:
    root = parse("model.safetensors", f"{VERSION}{OID}size 4976698672\n".encode()).root

    oid, size = root.get("oid"), root.get("size")
    assert oid is not None
    assert size is not None
    assert (oid.value, oid.span) == ("sha256:" + "0a" * 32, Span(2, 5, 2, 76))
    assert (size.value, size.span) == (4976698672, Span(3, 6, 3, 16))


def test_a_pointer_is_told_from_what_it_points_to() -> None:
    assert is_pointer(VERSION.encode())
    assert not is_pointer(b"\x10\x00\x00\x00\x00\x00\x00\x00{}")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (f"{VERSION}{OID}", 1, "states the file's size"),
        (f"{VERSION}{OID}size many\n", 1, "states the file's size"),
        (f"{VERSION}oid sha256:123\nsize 1\n", 1, "64 hexadecimal digits"),
        (f"{VERSION}broken\n", 2, "one 'key value' pair per line"),
        (f"{VERSION}{OID}{OID}size 1\n", 3, "one 'key value' pair per line"),
        (VERSION + "x y\n" * 500, 1, "too long"),
        ("hello\n", 1, "lacks the version line"),
    ],
)
def test_what_is_malformed_is_an_error_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(ArtifactError, match=message) as caught:
        parse("model.safetensors", text.encode())

    assert caught.value.location is not None
    assert caught.value.location.span.line == line
