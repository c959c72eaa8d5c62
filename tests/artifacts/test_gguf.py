from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from gpai_lint.artifacts import gguf
from gpai_lint.artifacts.gguf import parse
from gpai_lint.errors import ArtifactError

if TYPE_CHECKING:
    from collections.abc import Sequence

UINT16, UINT32, FLOAT32, BOOL, STRING, ARRAY = 2, 4, 6, 7, 8, 9


def string(text: str) -> bytes:
    return struct.pack("<Q", len(text.encode())) + text.encode()


def pair(key: str, kind: int, value: bytes) -> bytes:
    return string(key) + struct.pack("<I", kind) + value


def array(kind: int, items: Sequence[bytes]) -> bytes:
    return struct.pack("<IQ", kind, len(items)) + b"".join(items)


def tensor(name: str, shape: Sequence[int], kind: int) -> bytes:
    dimensions = b"".join(struct.pack("<Q", size) for size in shape)
    return string(name) + struct.pack("<I", len(shape)) + dimensions + struct.pack("<IQ", kind, 0)


def file(pairs: Sequence[bytes], tensors: Sequence[bytes] = (), version: int = 3) -> bytes:
    return b"GGUF" + struct.pack("<IQQ", version, len(tensors), len(pairs)) + b"".join([*pairs, *tensors])


WHOLE = file(
    [
        pair("general.name", STRING, string("Foo 2B")),
        pair("general.languages", ARRAY, array(STRING, [string("en"), string("fr")])),
        pair("foo.context_length", UINT32, struct.pack("<I", 8192)),
        pair("foo.rope.freq_base", FLOAT32, struct.pack("<f", float("nan"))),
        pair("tokenizer.ggml.tokens", ARRAY, array(STRING, [string("token")] * 1000)),
        pair("tokenizer.ggml.add_bos_token", BOOL, b"\x01"),
    ],
    [tensor("token_embd.weight", [64, 1000], 12), tensor("output_norm.weight", [64], 0)],
)


def test_the_header_gives_metadata_parameters_and_types() -> None:
    assert parse("model.gguf", WHOLE + b"the tensors' data").root.plain() == {
        "version": 3,
        "metadata": {
            "general.name": "Foo 2B",
            "general.languages": ["en", "fr"],
            "foo.context_length": 8192,
            "foo.rope.freq_base": "nan",
            "tokenizer.ggml.add_bos_token": True,
        },
        "tensors": 2,
        "parameters": 64_064,
        "elements": {"Q4_K": 64_000, "F32": 64},
    }


def test_of_a_header_beyond_the_limit_the_beginning_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = WHOLE[:2000]
    monkeypatch.setattr(gguf, "READ_LIMIT", len(cut))

    root = parse("model.gguf", cut).root

    assert root.get("metadata", "foo.context_length") is not None
    assert root.get("parameters") is None


@pytest.mark.parametrize("length", [5, 20, 30, 200, len(WHOLE) - 1])
def test_a_file_cut_inside_its_header_is_an_error(length: int) -> None:
    with pytest.raises(ArtifactError, match="ends inside its GGUF header"):
        parse("model.gguf", WHOLE[:length])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"GGML", "does not begin like"),
        (file([], version=1), "version 1 is not read"),
        (b"GGUF" + struct.pack(">IQQ", 3, 0, 0), "big-endian"),
        (b"GGUF" + struct.pack("<IQQ", 3, 0, 2**60), "claims"),
        (file([pair("a", 99, b"")]), "no value type 99"),
        (file([pair("a", ARRAY, struct.pack("<IQ", ARRAY, 1) * 9)]), "nested too deep"),
        (file([pair("a", ARRAY, struct.pack("<IQ", STRING, 2**40))]), "too long"),
        (file([pair("a", BOOL, b"\x01")] * 2), "given twice"),
        (file([], [tensor("t", [1] * 9, 0)]), "9 dimensions"),
        (file([], [tensor("t", [2**40, 2**40], 0)]), "claims"),
    ],
)
def test_what_is_malformed_is_an_error(data: bytes, message: str) -> None:
    with pytest.raises(ArtifactError, match=message):
        parse("model.gguf", data)
