"""Packs on disk, in git and signed, for tests of where packs come from."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: A pack that any OPA loads: one policy, its test, data, and a file that is no part of it.
FILES: Mapping[str, str] = {
    ".manifest": '{"roots": ["acme"], "metadata": {"gpai_lint": {"name": "acme"}}}\n',
    "acme/cards.rego": "package acme.cards\n\ndeny contains msg if {\n\tsome msg in data.acme.terms.never\n}\n",
    "acme/cards_test.rego": "package acme.cards_test\n\ntest_nothing if true\n",
    "acme/terms/data.yaml": "never: []\nlimit: 1.50\nbig: 1e25\nword: <&>\n",
    "README.md": "Rules of a company.\n",
}


def write_pack(folder: Path, files: Mapping[str, str] = FILES) -> Path:
    """Write a pack's files into a folder and return it."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, as somebody, and return what it prints."""
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path) -> str:
    """Commit everything in a folder, making a repository of it where it is none, and return the commit's id."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A state of the pack")
    return git(folder, "rev-parse", "HEAD")


def key_pair(folder: Path, kind: str = "rsa") -> tuple[Path, Path]:
    """Write a private and a public key (``rsa``, or the name of a curve) into a folder and return their paths."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    curves = {"p256": ec.SECP256R1, "p384": ec.SECP384R1, "p521": ec.SECP521R1}
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
    if kind == "rsa":
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    else:
        key = ec.generate_private_key(curves[kind]())
    private, public = folder / f"{kind}.pem", folder / f"{kind}.pub.pem"
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    public.write_bytes(
        key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return private, public
