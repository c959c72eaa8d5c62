"""Git LFS pointer files: the digest and the size of a large file that git keeps elsewhere.

Format: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
"""

from __future__ import annotations

import re

from gpai_lint.artifacts.interface import Node, Structured
from gpai_lint.artifacts.scalars import pointer_to
from gpai_lint.artifacts.source import Source
from gpai_lint.artifacts.source_text import decode

#: The specification bounds a pointer file to less than this many bytes.
MAX_BYTES = 1024

_VERSION = b"version https://git-lfs.github.com/spec/"
_LINE = re.compile(r"([a-z0-9.-]+) (\S.*)")
_OID = re.compile(r"sha256:[0-9a-f]{64}")
_SIZE = re.compile(r"[0-9]{1,19}")


def is_pointer(data: bytes) -> bool:
    """Tell whether a file, or the start of one, is a pointer and not what it points to."""
    return data.startswith(_VERSION)


def parse(path: str, data: bytes) -> Structured:
    """Return a pointer's ``version``, ``oid`` and ``size`` (bytes); raise ``ArtifactError`` at the wrong line."""
    source = Source(path, decode(path, data[:MAX_BYTES]))
    if len(data) >= MAX_BYTES or not is_pointer(data):
        raise source.error("This is no Git LFS pointer: it is too long or lacks the version line.", 0)
    members: dict[str, Node] = {}
    start = 0
    for line in source.lines:
        match = _LINE.fullmatch(line)
        if not match or match[1] in members:
            raise source.error("A Git LFS pointer holds one 'key value' pair per line.", start, start + len(line))
        value = int(match[2]) if match[1] == "size" and _SIZE.fullmatch(match[2]) else match[2]
        members[match[1]] = Node(
            pointer_to("", match[1]),
            value,
            source.span(start + match.start(2), start + match.end(2)),
            match[2],
            source.span(start, start + match.end(1)),
        )
        start += len(line) + 1
    if "oid" not in members or not _OID.fullmatch(members["oid"].text):
        raise source.error("A Git LFS pointer names its file by 'oid sha256:' and 64 hexadecimal digits.", 0)
    if "size" not in members or not isinstance(members["size"].value, int):
        raise source.error("A Git LFS pointer states the file's size in bytes.", 0)
    return Structured(Node("", members, source.span(0, len(source.text))), source.lines)
