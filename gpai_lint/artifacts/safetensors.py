"""The header of a safetensors file: metadata, and the names, types and shapes of the tensors. No tensor is read.

Format: https://github.com/huggingface/safetensors#format
"""

from __future__ import annotations

import json
from math import prod
from typing import Any

from gpai_lint.artifacts.interface import Structured
from gpai_lint.artifacts.scalars import pointer_to
from gpai_lint.artifacts.weight_header import by_size, malformed, tree

MAX_HEADER = 100_000_000
"""Bytes; the bound of the reference implementation."""

#: Bits per element. A type that is not listed is accepted, but its tensors' sizes cannot be checked.
_BITS = {
    **{"BOOL": 8, "U8": 8, "I8": 8, "I16": 16, "U16": 16, "F16": 16, "BF16": 16, "I32": 32, "U32": 32, "F32": 32},
    **{"I64": 64, "U64": 64, "F64": 64, "C64": 64},
    **{"F8_E4M3": 8, "F8_E5M2": 8, "F8_E8M0": 8, "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8},
    **{"F6_E2M3": 6, "F6_E3M2": 6, "F4": 4},
}

#: Integer types into which quantisation packs several weights: their elements are not parameters one by one.
_PACKING = ("U8", "I16", "U16", "I32", "U32", "I64", "U64")
_PACKED_SHARE = 0.01

_MAX_DIMENSIONS = 64
_MAX_NUMBER = 2**63


def header_length(data: bytes) -> int:
    """Return how many bytes from the start of the file :func:`parse` needs, given at least the first eight."""
    return 8 + min(int.from_bytes(data[:8], "little"), MAX_HEADER)


def parse(path: str, data: bytes) -> Structured:
    """Return the header as ``__metadata__``, ``tensors``, ``parameters``, ``bytes``, ``elements`` and ``packed``.

    ``parameters`` is the sum of the products of the shapes, ``elements`` the same per type, ``bytes`` the size of the
    tensors' data. ``packed`` says that weights are quantised into integers, so that ``parameters`` is too low a count.
    Raises ``ArtifactError``, with the tensor as anchor, if the header is cut, too long, no JSON, names a tensor twice,
    or places tensors so that they overlap, leave holes or differ in size from their shape.
    """
    if len(data) < 8:
        raise malformed(path, "The file is too short for a safetensors header.")
    length = int.from_bytes(data[:8], "little")
    if length > MAX_HEADER:
        raise malformed(path, f"The safetensors header claims {length} bytes, more than {MAX_HEADER}.")
    if length > len(data) - 8:
        raise malformed(path, f"The safetensors header claims {length} bytes, and {len(data) - 8} follow.")
    header = _header(path, data[8 : 8 + length])
    metadata = header.pop("__metadata__", {})
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        raise malformed(path, "The safetensors metadata is no mapping of strings.", "/__metadata__")
    elements: dict[str, int] = {}
    ranges: list[tuple[int, int, str]] = []
    for name, tensor in header.items():
        dtype, count, start, end = _tensor(path, name, tensor)
        elements[dtype] = elements.get(dtype, 0) + count
        ranges.append((start, end, name))
    parameters = sum(elements.values())
    packed = sum(elements.get(dtype, 0) for dtype in _PACKING)
    summary = {
        "__metadata__": metadata,
        "tensors": len(header),
        "parameters": parameters,
        "bytes": _data_size(path, ranges),
        "elements": by_size(elements),
        "packed": packed > _PACKED_SHARE * parameters,
    }
    return Structured(tree(summary), ())


def _header(path: str, text: bytes) -> dict[str, Any]:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            raise ValueError("a name is given twice")
        return members

    try:
        header = json.loads(text, object_pairs_hook=unique) if text.startswith(b"{") else None
    except (ValueError, RecursionError) as error:
        raise malformed(path, f"The safetensors header is no JSON: {error}.") from None
    if not isinstance(header, dict):
        raise malformed(path, "The safetensors header is no JSON object.")
    return header


def _tensor(path: str, name: str, tensor: object) -> tuple[str, int, int, int]:
    """Return a tensor's type, number of elements, and where its data start and end (bytes behind the header)."""
    anchor = pointer_to("", name)
    described = tensor if isinstance(tensor, dict) else {}
    dtype, shape, offsets = described.get("dtype"), described.get("shape", ""), described.get("data_offsets", "")
    if not isinstance(dtype, str) or not _sizes(shape) or not _sizes(offsets) or len(offsets) != 2:
        raise malformed(path, f"The tensor '{name[:80]}' lacks a type, a shape or two offsets.", anchor)
    count = prod(shape)
    start, end = offsets
    bits = _BITS.get(dtype)
    if start > end or (bits is not None and (count * bits + 7) // 8 != end - start):
        raise malformed(path, f"The offsets of the tensor '{name[:80]}' do not fit its shape.", anchor)
    return dtype, count, start, end


def _sizes(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= _MAX_DIMENSIONS
        and all(type(item) is int and 0 <= item < _MAX_NUMBER for item in value)
    )


def _data_size(path: str, ranges: list[tuple[int, int, str]]) -> int:
    """Return the size of the tensors' data in bytes, checking that they follow one another without gap or overlap."""
    position = 0
    for start, end, name in sorted(ranges):
        if start != position:
            raise malformed(
                path, f"The tensor '{name[:80]}' does not begin where the one before it ends.", pointer_to("", name)
            )
        position = end
    return position
