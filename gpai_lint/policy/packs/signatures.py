"""OPA's bundle signatures: ``.signatures.json``, one JSON Web Token with the hash of every file.

The format is https://www.openpolicyagent.org/docs/management-bundles#signing, so that ``opa sign`` and ``opa build``
make what is verified here, and OPA verifies what is made here. Verification looks at bytes and hashes: no policy has
been parsed when it fails.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

from gpai_lint.errors import PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.packs.content import SIGNATURES
from gpai_lint.policy.packs.hashes import ALGORITHMS, file_hash

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gpai_lint.policy.packs.fetch import Fetched
    from gpai_lint.policy.packs.keys import Key

_BASE64URL = re.compile(r"[A-Za-z0-9_-]*")


def sign(files: Mapping[str, bytes], key: Key, shown: str, scope: str = "") -> bytes:
    """Return the content of ``.signatures.json`` for the files of a bundle."""
    rows = [
        {"name": path, "hash": file_hash(path, files[path], shown + path), "algorithm": "SHA-256"}
        for path in sorted(files)
        if path != SIGNATURES
    ]
    claims: dict[str, Any] = {"files": rows, **({"scope": scope} if scope else {})}
    message = b".".join(_encode(part) for part in ({"alg": key.algorithm, "typ": "JWT"}, claims))
    token = message + b"." + _base64url(key.sign(message))
    return json.dumps({"signatures": [token.decode()]}, indent=1).encode() + b"\n"


def verify(fetched: Fetched, key: Key, scope: str = "") -> None:
    """Raise ``PackError`` unless a signature by ``key``, of that scope, covers exactly the files of a pack.

    The pack was fetched with every file. Of a folder, the signature may list files in hidden folders as well, and may
    call all of them by the folder's name: ``opa sign --bundle acme`` writes ``acme/…``.
    """
    files, shown = fetched.files, f"{fetched.source.text}/"
    place = f"{shown}{SIGNATURES}"
    content = files.get(SIGNATURES)
    if content is None:
        raise PackError(
            f"'{fetched.source.text}' is not signed, and a key is configured for it.",
            hint="Sign it with 'gpai-lint packs build --signing-key' or with 'opa sign'.",
        )
    claims = _claims(_token(content, place), key, place)
    if claims.get("scope", "") != scope:
        _refuse(f"the signature has the scope '{claims.get('scope', '')}', not '{scope}'", place)
    present = {path: data for path, data in files.items() if path != SIGNATURES}
    listed = _relative(_listed(claims.get("files"), place), present, fetched.prefixes())
    for path in sorted(present.keys() - listed.keys()):
        _refuse(f"'{path}' is not among the signed files", place)
    for path in sorted(listed):
        data = present[path] if path in present else fetched.hidden(path)
        if data is None:
            _refuse(f"the signed file '{path}' is missing", place)
        algorithm, expected = listed[path]
        if file_hash(path, data, shown + path, algorithm) != expected:
            _refuse(f"'{path}' is not what was signed", place)


def _token(content: bytes, place: str) -> str:
    values = _json(content, "it is no JSON", place)
    tokens = values.get("signatures") if isinstance(values, dict) else None
    if not isinstance(tokens, list) or len(tokens) != 1 or not isinstance(tokens[0], str):
        _refuse("'signatures' holds no single token", place)
    if values.get("plugin", "") not in {"", "_default"}:
        _refuse("the signature asks for a plugin", place)
    return str(tokens[0])


def _claims(token: str, key: Key, place: str) -> Mapping[str, Any]:
    parts = token.split(".")
    if len(parts) != 3 or not all(_BASE64URL.fullmatch(part) for part in parts):
        _refuse("the token is no JSON Web Token", place)
    header = _json(_decode(parts[0], place), "the token's header is no JSON", place)
    if not isinstance(header, dict) or header.get("alg") != key.algorithm:
        found = header.get("alg") if isinstance(header, dict) else None
        _refuse(f"the token is signed with '{found}', and the key is one for {key.algorithm}", place)
    if "crit" in header or header.get("b64", True) is not True:
        _refuse("the token asks for an extension", place)
    if not key.verifies(f"{parts[0]}.{parts[1]}".encode(), _decode(parts[2], place)):
        _refuse("the signature is not one of the configured key", place)
    claims = _json(_decode(parts[1], place), "the token's content is no JSON", place)
    if not isinstance(claims, dict):
        _refuse("the token's content is no JSON object", place)
    return dict(claims)


def _listed(rows: Any, place: str) -> dict[str, tuple[str, str]]:
    listed: dict[str, tuple[str, str]] = {}
    for row in rows if isinstance(rows, list) else [None]:
        values = row if isinstance(row, dict) else {}
        name, digest, algorithm = (values.get(each) for each in ("name", "hash", "algorithm"))
        if not isinstance(name, str) or not isinstance(digest, str):
            _refuse("the token lists no files", place)
        if algorithm not in ALGORITHMS:
            _refuse(f"'{name}' is hashed with '{algorithm}', which is not one of {', '.join(ALGORITHMS)}", place)
        path = name.lstrip("/")
        if path in listed:
            _refuse(f"the token lists '{path}' twice", place)
        listed[path] = (str(algorithm), digest.lower())
    return listed


def _relative(
    listed: Mapping[str, tuple[str, str]], present: Mapping[str, bytes], prefixes: Sequence[str]
) -> Mapping[str, tuple[str, str]]:
    """Return the listed files under their names inside the pack, where all of them share one of some prefixes."""
    for prefix in prefixes:
        if listed and all(path.startswith(prefix) for path in listed):
            inside = {path.removeprefix(prefix): row for path, row in listed.items()}
            if inside.keys() == present.keys() or not listed.keys() & present.keys():
                return inside
    return listed


def _json(content: bytes, what: str, place: str) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        _refuse(what, place)


def _encode(value: Mapping[str, Any]) -> bytes:
    return _base64url(json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode())


def _base64url(content: bytes) -> bytes:
    return base64.urlsafe_b64encode(content).rstrip(b"=")


def _decode(text: str, place: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        _refuse("the token is no JSON Web Token", place)


def _refuse(what: str, place: str) -> NoReturn:
    raise PackError(f"The pack is refused: {what}.", Location(place, Span(1, 1, 1, 2)))
