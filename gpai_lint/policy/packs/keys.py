"""Keys and the algorithms of JSON Web Signatures (RFC 7515, RFC 7518) that OPA's bundle signatures use.

A key fits one family of algorithms, and which one is decided by the key and never by the token: a public RSA key is no
HMAC secret, whatever a token's header says.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from gpai_lint.location import Location

ALGORITHMS = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "HS256", "HS384", "HS512"),
)

_CURVES = {"ES256": "secp256r1", "ES384": "secp384r1", "ES512": "secp521r1"}
_MIN_RSA_BITS = 2048
_MAX_KEY = 100_000
_ENVIRONMENT = "env:"


@dataclass(frozen=True)
class Key:
    """A key with the one algorithm it is used for: a secret, or a public or private key of ``cryptography``."""

    algorithm: str
    secret: bytes = b""
    key: Any = None

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message; deterministic except for PS algorithms and elliptic curves of old."""
        if self.algorithm.startswith("HS"):
            return self._mac(message)
        from cryptography.hazmat.primitives.asymmetric import ec, utils  # noqa: PLC0415

        if not self.algorithm.startswith("ES"):
            signed: bytes = self.key.sign(message, self._padding(), self._hash())
            return signed
        from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415

        try:
            encoded = self.key.sign(message, ec.ECDSA(self._hash(), deterministic_signing=True))
        except (TypeError, UnsupportedAlgorithm):  # Older versions draw a random number for each signature.
            encoded = self.key.sign(message, ec.ECDSA(self._hash()))
        size = (self.key.curve.key_size + 7) // 8
        return b"".join(part.to_bytes(size, "big") for part in utils.decode_dss_signature(encoded))

    def verifies(self, message: bytes, signature: bytes) -> bool:
        """Return whether a signature is this key's for a message."""
        if self.algorithm.startswith("HS"):
            return hmac.compare_digest(self._mac(message), signature)
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric import ec, utils  # noqa: PLC0415

        try:
            if self.algorithm.startswith("ES"):
                size = (self.key.curve.key_size + 7) // 8
                if len(signature) != 2 * size:
                    return False
                parts = int.from_bytes(signature[:size], "big"), int.from_bytes(signature[size:], "big")
                self.key.verify(utils.encode_dss_signature(*parts), message, ec.ECDSA(self._hash()))
            else:
                self.key.verify(signature, message, self._padding(), self._hash())
        except InvalidSignature:
            return False
        return True

    def _mac(self, message: bytes) -> bytes:
        return hmac.digest(self.secret, message, f"sha{self.algorithm[2:]}")

    def _hash(self) -> Any:
        from cryptography.hazmat.primitives import hashes  # noqa: PLC0415

        return getattr(hashes, f"SHA{self.algorithm[2:]}")()

    def _padding(self) -> Any:
        from cryptography.hazmat.primitives.asymmetric import padding  # noqa: PLC0415

        if self.algorithm.startswith("RS"):
            return padding.PKCS1v15()
        return padding.PSS(padding.MGF1(self._hash()), hashlib.new(f"sha{self.algorithm[2:]}").digest_size)


def read_key(name: str, algorithm: str, folder: Path, place: Location | None = None, *, private: bool = False) -> Key:
    """Return the key that a setting names: the path of a PEM file below or beside ``folder``, or ``env:NAME``.

    An environment variable may hold PEM too; anything else in it is a shared secret. Secrets come from the environment
    alone. Without ``algorithm`` it is RS256, the one that fits the curve, or HS256. Raises ``UsageError`` at ``place``
    for a key that is not there, is the wrong half of its pair, is too weak, or does not fit the algorithm.
    """
    content = _content(name, folder, place)
    if content.lstrip().startswith(b"-----BEGIN"):
        return _pem(name, content, algorithm, place, private)
    if not name.startswith(_ENVIRONMENT):
        raise UsageError(
            f"The key '{name}' is no PEM file.",
            place,
            hint="A shared secret belongs in an environment variable: 'env:NAME'.",
        )
    if algorithm and not algorithm.startswith("HS"):
        raise UsageError(f"'{name}' holds a shared secret, which is no key for {algorithm}.", place)
    return Key(algorithm or "HS256", secret=content)


def _content(name: str, folder: Path, place: Location | None) -> bytes:
    if name.startswith(_ENVIRONMENT):
        content = os.environb.get(name[4:].encode(), b"") if os.supports_bytes_environ else _encoded(name[4:])
        if not content:
            raise UsageError(f"The environment variable '{name[4:]}' with the key of a pack is not set.", place)
        return content
    try:
        with (folder / name).open("rb") as file:
            content = file.read(_MAX_KEY)
    except OSError as error:
        raise UsageError(f"The key '{name}' cannot be read: {error.strerror}.", place) from error
    return content


def _encoded(variable: str) -> bytes:
    return os.environ.get(variable, "").encode()


def _pem(name: str, content: bytes, algorithm: str, place: Location | None, private: bool) -> Key:
    try:
        from cryptography.hazmat.primitives.asymmetric import ec, rsa  # noqa: PLC0415
    except ImportError as error:
        raise UsageError(
            "Signatures with RSA and elliptic curve keys need the package 'cryptography'.",
            place,
            hint="Install it with: python -m pip install 'gpai-lint[signatures]'",
        ) from error
    is_private = b"PRIVATE KEY-----" in content
    if is_private != private:
        wanted, given = ("private", "public") if private else ("public", "private")
        raise UsageError(f"'{name}' is a {given} key; the {wanted} one of the pair is needed here.", place)
    try:
        key = _loaded(content, private)
    except (ValueError, TypeError) as error:
        raise UsageError(
            f"The key '{name}' cannot be read: it is encrypted, damaged or of another kind.", place
        ) from error
    if isinstance(key, (rsa.RSAPublicKey, rsa.RSAPrivateKey)):
        if key.key_size < _MIN_RSA_BITS:
            raise UsageError(f"The key '{name}' has {key.key_size} bits; {_MIN_RSA_BITS} are the least.", place)
        fitting = [each for each in ALGORITHMS if each[:2] in {"RS", "PS"}]
    elif isinstance(key, (ec.EllipticCurvePublicKey, ec.EllipticCurvePrivateKey)):
        fitting = [each for each, curve in _CURVES.items() if curve == key.curve.name]
    else:
        fitting = []
    if algorithm and algorithm not in fitting:
        raise UsageError(f"The key '{name}' is no key for {algorithm}.", place)
    if not fitting:
        raise UsageError(f"The key '{name}' is neither an RSA key nor on a curve of RFC 7518.", place)
    return Key(algorithm or fitting[0], key=key)


def _loaded(content: bytes, private: bool) -> Any:
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.x509 import load_pem_x509_certificate  # noqa: PLC0415

    try:
        if private:
            return serialization.load_pem_private_key(content, password=None)
        if b"-----BEGIN CERTIFICATE-----" in content:
            return load_pem_x509_certificate(content).public_key()
        return serialization.load_pem_public_key(content)
    except UnsupportedAlgorithm as error:
        raise ValueError(str(error)) from error
