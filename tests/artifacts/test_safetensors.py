from __future__ import annotations

import json
import struct
from typing import Any

import pytest

from gpai_lint.artifacts.safetensors import header_length, parse
from gpai_lint.errors import ArtifactError

TENSORS = {
    "__metadata__": {"format": "pt"},
    "lm_head.weight": {"dtype": "BF16", "shape": [4, 8], "data_offsets": [0, 64]},
    "scale": {"dtype": "F32", "shape": [], "data_offsets": [64, 68]},
}


def header(content: dict[str, Any] | bytes, length: int | None = None) -> bytes:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text


def tensor(dtype: str, shape: list[Any], start: int, end: int) -> dict[str, Any]:
    return {"dtype": dtype, "shape": shape, "data_offsets": [start, end]}


def test_the_header_gives_parameters_types_and_size() -> None:
    assert parse("model.safetensors", header(TENSORS) + b"\x00" * 68).root.plain() == {
        "__metadata__": {"format": "pt"},
        "tensors": 2,
        "parameters": 33,
        "bytes": 68,
        "elements": {"BF16": 32, "F32": 1},
        "packed": False,
    }


def test_the_tensors_need_not_be_read() -> None:
    data = header(TENSORS)

    assert header_length(data[:8]) == len(data)
    assert parse("model.safetensors", data).root.plain() == parse("model.safetensors", data + b"\x00" * 68).root.plain()


def test_weights_packed_into_integers_are_noticed() -> None:
    packed = {"a.qweight": tensor("I32", [8, 8], 0, 256), "a.scales": tensor("F16", [8], 256, 272)}

    assert parse("model.safetensors", header(packed)).root.get("packed") is not None
    assert parse("model.safetensors", header(packed)).root.plain()["packed"] is True  # type: ignore[index]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x01\x00", "too short"),
        (header(TENSORS, 2**60), "more than"),
        (header(TENSORS)[:-5], "claims"),
        (header(b"[1, 2]"), "no JSON object"),
        (header(b'{"a": '), "is no JSON"),
        (header(b'{"a":' * 100_000), "is no JSON"),
        (header(b"{\xff}"), "is no JSON"),
        (header(b'{"a": {}, "a": {}}'), "given twice"),
        (header({"a": 1}), "lacks a type"),
        (header({"a": tensor("F32", [-1], 0, 4)}), "lacks a type"),
        (header({"a": tensor("F32", [True], 0, 4)}), "lacks a type"),
        (header({"a": tensor("F32", [2], 0, 4)}), "do not fit its shape"),
        (header({"a": tensor("F32", [1], 4, 8)}), "does not begin where"),
        (header({"a": tensor("F32", [1], 0, 4), "b": tensor("F32", [1], 2, 6)}), "does not begin where"),
        (header({"__metadata__": {"a": 1}}), "no mapping of strings"),
    ],
)
def test_what_is_malformed_is_an_error(data: bytes, message: str) -> None:
    with pytest.raises(ArtifactError, match=message) as caught:
        parse("model.safetensors", data)

    assert caught.value.location is not None
    assert caught.value.location.file == "model.safetensors"
