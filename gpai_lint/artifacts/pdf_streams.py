"""Bounds what the compressed streams of a PDF unpack to, before a library unpacks them into memory."""

from __future__ import annotations

import re
import zlib
from typing import Final

#: Bytes. The pages of real documents stay below a tenth of it; pictures, which are not looked at, may be larger.
MAX_STREAM: Final = 32_000_000
MAX_TOTAL: Final = 500_000_000

_STREAM: Final = re.compile(rb"\bstream\r?\n")
_DEFLATED: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE: Final = re.compile(rb"/Subtype\s{0,3}/Image\b")
#: How far before a stream its dictionary begins at most.
_REACH: Final = 1_000
_STEP: Final = 1_000_000


def unpacks_too_large(data: bytes) -> bool:
    """Return whether a stream but a picture unpacks to more than ``MAX_STREAM``, or all to more than ``MAX_TOTAL``.

    A stream that is damaged counts as far as it unpacks.
    """
    total = 0
    for match in _STREAM.finditer(data):
        head = data[max(match.start() - _REACH, 0) : match.start()].rpartition(b" obj")[2]
        if _DEFLATED.search(head) and not _PICTURE.search(head):
            size = _unpacked(data, match.end())
            total += size
            if size > MAX_STREAM or total > MAX_TOTAL:
                return True
    return False


def _unpacked(data: bytes, start: int) -> int:
    """Return how many bytes a stream unpacks to; counting stops beyond ``MAX_STREAM``."""
    inflater = zlib.decompressobj()
    size = 0
    piece = data[start : start + _STEP]
    start += _STEP
    while piece and not inflater.eof and size <= MAX_STREAM:
        try:
            size += len(inflater.decompress(piece, _STEP))
        except zlib.error:
            break
        piece = inflater.unconsumed_tail
        if not piece:
            piece = data[start : start + _STEP]
            start += _STEP
    return size
