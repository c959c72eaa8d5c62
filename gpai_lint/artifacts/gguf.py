"""The header of a GGUF file: its key-value pairs, and the types and shapes of the tensors. No tensor is read.

Format, versions 2 and 3, little-endian: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import struct
from math import prod
from typing import Any

from gpai_lint.artifacts.interface import Structured
from gpai_lint.artifacts.weight_header import by_size, malformed, tree

READ_LIMIT = 24_000_000
"""Bytes from the start of a file that hold the header of any real model; tokenizers take most of it."""

_MAGIC = b"GGUF"
_MAX_ENTRIES = 1_000_000
_MAX_ARRAY = 50_000_000
_MAX_DIMENSIONS = 8
_MAX_NESTING = 4
_MAX_NUMBER = 2**63
_KEPT_ITEMS = 64
_KEPT_BYTES = 65_536

_SCALARS = dict(enumerate(("B", "b", "H", "h", "I", "i", "f", "?", None, None, "Q", "q", "d")))
_STRING, _ARRAY = 8, 9

_TENSOR_TYPES = {
    **dict(enumerate(("F32", "F16", "Q4_0", "Q4_1"))),
    **dict(enumerate(("Q5_0", "Q5_1", "Q8_0", "Q8_1", "Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K", "Q8_K"), 6)),
    **dict(enumerate(("IQ2_XXS", "IQ2_XS", "IQ3_XXS", "IQ1_S", "IQ4_NL", "IQ3_S", "IQ2_S", "IQ4_XS"), 16)),
    **dict(enumerate(("I8", "I16", "I32", "I64", "F64", "IQ1_M", "BF16"), 24)),
    **{34: "TQ1_0", 35: "TQ2_0", 39: "MXFP4"},
}


class _CutError(Exception):
    """The bytes end inside the header."""


def parse(path: str, data: bytes) -> Structured:
    """Return the header as ``version``, ``metadata``, ``tensors``, and, once all is read, ``parameters``, ``elements``.

    ``metadata`` holds the scalars, the short strings and the short arrays under their GGUF keys; ``elements`` is how
    many parameters are stored in each tensor type. Of a header longer than ``READ_LIMIT`` only the metadata before the
    cut is returned. Raises ``ArtifactError`` if a header is cut before that, or breaks the format.
    """
    reader = _Reader(path, data)
    version, tensors, pairs = reader.preamble()
    metadata: dict[str, Any] = {}
    summary: dict[str, Any] = {"version": version, "metadata": metadata, "tensors": tensors}
    try:
        for _ in range(pairs):
            key = reader.string()
            if key in metadata:
                raise malformed(path, f"The GGUF key '{key[:80]}' is given twice.", f"/metadata/{key}")
            metadata[key] = reader.value(reader.scalar("I"), 0)
        elements: dict[str, int] = {}
        for _ in range(tensors):
            name, count = reader.tensor()
            elements[name] = elements.get(name, 0) + count
        summary |= {"parameters": sum(elements.values()), "elements": by_size(elements)}
    except _CutError:
        if len(data) < READ_LIMIT:
            raise malformed(path, "The file ends inside its GGUF header.") from None
    summary["metadata"] = {key: value for key, value in metadata.items() if value is not None}
    return Structured(tree(summary), ())


class _Reader:
    """A cursor over the header's bytes."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        self.position = 0

    def preamble(self) -> tuple[int, int, int]:
        """Read the magic number, and return version, number of tensors and number of pairs."""
        if not self.data.startswith(_MAGIC):
            raise malformed(self.path, "The file does not begin like a GGUF file.")
        self.position = 4
        try:
            version = self.scalar("I")
            if version not in {2, 3}:
                order = " in big-endian order" if version and version % 65_536 == 0 else ""
                raise malformed(self.path, f"GGUF version {version}{order} is not read, only 2 and 3 in little-endian.")
            tensors, pairs = self.scalar("Q"), self.scalar("Q")
        except _CutError:
            raise malformed(self.path, "The file ends inside its GGUF header.") from None
        if tensors > _MAX_ENTRIES or pairs > _MAX_ENTRIES:
            raise malformed(self.path, f"The GGUF header claims {max(tensors, pairs)} entries.")
        return version, tensors, pairs

    def scalar(self, code: str) -> Any:
        """Read one number or boolean."""
        size = struct.calcsize(f"<{code}")
        if self.position + size > len(self.data):
            raise _CutError
        (value,) = struct.unpack_from(f"<{code}", self.data, self.position)
        self.position += size
        return value

    def string(self) -> str:
        """Read a string."""
        start = self.position + 8
        self.skip_strings(1)
        return self.data[start : self.position].decode("utf-8", errors="replace")

    def skip_strings(self, count: int) -> None:
        """Move over strings, of which a tokenizer has hundreds of thousands."""
        unpack, data, position, size = struct.Struct("<Q").unpack_from, self.data, self.position, len(self.data)
        for _ in range(count):
            if position + 8 > size:
                raise _CutError
            position += 8 + unpack(data, position)[0]
            if position > size:
                raise _CutError
        self.position = position

    def value(self, kind: int, depth: int) -> Any:
        """Read a value of a type; strings and arrays too long to be documentation come back as None."""
        if kind == _STRING:
            start = self.position
            text = self.string()
            return text if self.position - start <= _KEPT_BYTES else None
        if kind == _ARRAY:
            return self.array(depth)
        code = _SCALARS.get(kind)
        if code is None:
            raise malformed(self.path, f"GGUF has no value type {kind}.")
        return self.scalar(code)

    def array(self, depth: int) -> list[Any] | None:
        """Read an array, or move over it."""
        kind, count = self.scalar("I"), self.scalar("Q")
        if count > _MAX_ARRAY or depth >= _MAX_NESTING:
            raise malformed(self.path, "A GGUF array is too long or nested too deep.")
        if kind == _ARRAY or count <= _KEPT_ITEMS:
            if kind == _ARRAY and count > _KEPT_ITEMS:
                raise malformed(self.path, "A GGUF array is too long or nested too deep.")
            return [self.value(kind, depth + 1) for _ in range(count)]
        if kind == _STRING:
            self.skip_strings(count)
            return None
        code = _SCALARS.get(kind)
        if code is None:
            raise malformed(self.path, f"GGUF has no value type {kind}.")
        self.position += struct.calcsize(f"<{code}") * count
        if self.position > len(self.data):
            raise _CutError
        return None

    def tensor(self) -> tuple[str, int]:
        """Read a tensor's description, and return its type and its number of elements."""
        name = self.string()
        dimensions = self.scalar("I")
        if dimensions > _MAX_DIMENSIONS:
            raise malformed(self.path, f"The tensor '{name[:80]}' has {dimensions} dimensions.", f"/tensors/{name}")
        count = prod(self.scalar("Q") for _ in range(dimensions))
        if count >= _MAX_NUMBER:
            raise malformed(self.path, f"The tensor '{name[:80]}' claims {count} elements.", f"/tensors/{name}")
        kind = self.scalar("I")
        self.scalar("Q")  # where its data start
        return _TENSOR_TYPES.get(kind, f"type {kind}"), count
