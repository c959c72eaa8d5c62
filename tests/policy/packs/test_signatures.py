"""Signatures: those of `opa sign` are accepted, ours are accepted by OPA, everything else is refused."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from made_packs import FILES, commit, key_pair, write_pack

from gpai_lint.configuration.load import load_configuration
from gpai_lint.errors import PackError, UsageError
from gpai_lint.policy.packs import load_packs
from gpai_lint.policy.packs.build import build
from gpai_lint.policy.packs.hashes import file_hash
from gpai_lint.policy.packs.keys import read_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gpai_lint.policy.interface import Pack

SECRET = "a secret that only the environment knows"
ALGORITHMS = {
    "rsa": ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
    "p256": ["ES256"],
    "p384": ["ES384"],
    "p521": ["ES512"],
    "secret": ["HS256", "HS384", "HS512"],
}
PAIRS = [(kind, algorithm) for kind, algorithms in ALGORITHMS.items() for algorithm in algorithms]


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """Return the names of a private and a public key of each kind."""
    folder = tmp_path_factory.mktemp("keys")
    pairs = {kind: key_pair(folder, kind) for kind in ("rsa", "p256", "p384", "p521")}
    return {
        **{kind: (str(private), str(public)) for kind, (private, public) in pairs.items()},
        "secret": ("env:ACME_SECRET", "env:ACME_SECRET"),
    }


@pytest.fixture(autouse=True)
def _secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACME_SECRET", SECRET)


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Pack]:
    """Return a function that loads a configured pack: its source, and the settings of its signature."""

    def run(source: object, **settings: str) -> Pack:
        entry = {"source": str(source), **settings}
        (tmp_path / "gpai-lint.yaml").write_text(f"version: 1\npacks:\n- {json.dumps(entry)}\n")
        return load_packs(load_configuration(tmp_path / "gpai-lint.yaml", tmp_path))[1]

    return run


def _signed(tmp_path: Path, key: str, algorithm: str = "", name: str = "acme.tar.gz", scope: str = "") -> Path:
    pack = write_pack(tmp_path / "pack")
    bundle = tmp_path / name
    bundle.write_bytes(build(pack, read_key(key, algorithm, tmp_path, private=True), scope)[1])
    return bundle


def _opa_sign(opa: str, folder: Path, key: str, algorithm: str, what: str = ".") -> None:
    secret = SECRET if key.startswith("env:") else key
    words = [opa, "sign", "--signing-key", secret, "--signing-alg", algorithm, "--bundle", what]
    subprocess.run([*words, "--output-file-path", "."], cwd=folder, check=True, capture_output=True)


@pytest.mark.opa
@pytest.mark.parametrize(("kind", "algorithm"), PAIRS)
def test_what_opa_signed_is_accepted(
    tmp_path: Path,
    opa_binary: str,
    keys: dict[str, tuple[str, str]],
    load: Callable[..., Pack],
    kind: str,
    algorithm: str,
) -> None:
    private, public = keys[kind]
    pack = write_pack(tmp_path / "pack")
    _opa_sign(opa_binary, pack, private, algorithm)
    loaded = load(pack, key=public, algorithm=algorithm)
    assert [module.package for module in loaded.modules] == ["acme.cards"]
    (pack / "acme" / "cards.rego").write_text("package acme.cards\n")
    with pytest.raises(PackError, match=r"refused: 'acme/cards\.rego' is not what was signed"):
        load(pack, key=public, algorithm=algorithm)


@pytest.mark.opa
@pytest.mark.parametrize(("kind", "algorithm"), PAIRS)
def test_opa_accepts_what_we_signed(
    tmp_path: Path,
    opa_binary: str,
    keys: dict[str, tuple[str, str]],
    load: Callable[..., Pack],
    kind: str,
    algorithm: str,
) -> None:
    private, public = keys[kind]
    bundle = _signed(tmp_path, private, algorithm)
    assert load(bundle, key=public, algorithm=algorithm).name == "acme"
    known = SECRET if kind == "secret" else public
    words = [opa_binary, "build", "--bundle", bundle.name, "--output", "built.tar.gz", "--signing-alg", algorithm]
    subprocess.run([*words, "--verification-key", known], cwd=tmp_path, check=True, capture_output=True)
    other = subprocess.run(
        [*words, "--verification-key", keys["p256"][1]], cwd=tmp_path, capture_output=True, check=False
    )
    assert (other.returncode != 0) == (kind != "p256")


@pytest.mark.opa
def test_a_folder_may_have_been_signed_by_its_name_or_with_hidden_files(
    tmp_path: Path, opa_binary: str, keys: dict[str, tuple[str, str]], load: Callable[..., Pack]
) -> None:
    private, public = keys["rsa"]
    pack = write_pack(tmp_path / "pack")
    (pack / ".github").mkdir()
    (pack / ".github" / "build.yml").write_text("on: push\n")
    _opa_sign(opa_binary, tmp_path, private, "RS256", "pack")
    (tmp_path / ".signatures.json").rename(pack / ".signatures.json")
    assert load(pack, key=public).name == "acme"
    (pack / ".github" / "build.yml").write_text("on: pull_request\n")
    with pytest.raises(PackError, match=r"'\.github/build\.yml' is not what was signed"):
        load(pack, key=public)
    # The name under which it was signed is that of its folder, and no other one.
    (pack / ".github" / "build.yml").write_text("on: push\n")
    pack.rename(tmp_path / "renamed")
    with pytest.raises(PackError, match="is not among the signed files"):
        load(tmp_path / "renamed", key=public)


@pytest.mark.opa
def test_a_signed_commit(
    tmp_path: Path,
    opa_binary: str,
    keys: dict[str, tuple[str, str]],
    load: Callable[..., Pack],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    private, public = keys["p256"]
    repository = tmp_path / "repository"
    pack = write_pack(repository / "policies" / "acme")
    _opa_sign(opa_binary, repository, private, "ES256", "policies/acme")
    (repository / ".signatures.json").rename(pack / ".signatures.json")
    source = f"git+file://{repository}@{commit(repository)}#subdirectory=policies/acme"
    assert load(source, key=public).name == "acme"
    with pytest.raises(PackError, match="the key is one for RS256"):
        load(source, key=keys["rsa"][1])


@pytest.mark.opa
def test_hashes_of_data_are_those_of_opa(tmp_path: Path, opa_binary: str) -> None:
    numbers = [
        *(f"1e{power}" for power in range(-9, 25)),
        "1.50",
        "-0.0",
        "3.0",
        "123.456",
        "5e-324",
        "1.7e308",
        "0x1F",
    ]
    numbers += ["24_700_000", str(2**63 - 1), str(2**64 - 1), str(2**64), str(-(2**63) - 1), "9.999999e20"]
    data = "".join(f"n{number}: {text}\n" for number, text in enumerate(numbers))
    data += 'text: "a<b>& \\u2028 \\u0007 \\b\\f é \\x7f"\n'
    data += "list: [1, true, null, ~, no, 2025-08-02]\n5: x\nnone: []\nz: {b: 1, a: {}}\n"
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "data.yaml").write_text(data, encoding="utf-8")
    (tmp_path / "data.json").write_text(
        '{"y": {"q": 1.50, "e": 1E+2, "z": -0, "s": "\\ud800 / \\/ \\u00e9", "a": [], "b": {}}}'
    )
    (tmp_path / ".manifest").write_text('{"roots":["x", "y"],  "revision":"r", "metadata":{"n":1.0}}')
    (tmp_path / "a.rego").write_bytes(b"package x.y\r\n")
    _opa_sign(opa_binary, tmp_path, "env:", "HS256")
    token = json.loads((tmp_path / ".signatures.json").read_text())["signatures"][0].split(".")[1]
    rows = json.loads(base64.urlsafe_b64decode(token + "==="))["files"]
    assert len(rows) == 4
    for row in rows:
        assert row["hash"] == file_hash(row["name"], (tmp_path / row["name"]).read_bytes(), row["name"]), row["name"]


def test_nothing_is_parsed_before_the_signature_is_verified(
    tmp_path: Path, keys: dict[str, tuple[str, str]], load: Callable[..., Pack]
) -> None:
    pack = write_pack(tmp_path / "pack", {"a.rego": "no package at all\n", "data.yaml": "- no mapping\n"})
    with pytest.raises(PackError, match="is not signed, and a key is configured for it"):
        load(pack, key=keys["rsa"][1])
    with pytest.raises(PackError, match="declares no package"):
        load(pack)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"acme/more.rego": "package acme.more\n"}, r"'acme/more\.rego' is not among the signed files"),
        ({"notes.txt": "hello"}, r"'notes\.txt' is not among the signed files"),
        ({"acme/terms/data.yaml": "never: [x]\n"}, r"'acme/terms/data\.yaml' is not what was signed"),
        ({".manifest": '{"roots": ["acme", "other"]}'}, r"'\.manifest' is not what was signed"),
        ({"acme/cards.rego": None}, r"the signed file 'acme/cards\.rego' is missing"),
        ({".signatures.json": '{"signatures": []}'}, "holds no single token"),
        ({".signatures.json": '{"signatures": ["a.b.c", "d.e.f"]}'}, "holds no single token"),
        ({".signatures.json": '{"signatures": ["a.b"]}'}, "no JSON Web Token"),
        ({".signatures.json": '{"signatures": ["é.b.c"]}'}, "no JSON Web Token"),
        ({".signatures.json": "["}, "it is no JSON"),
    ],
)
def test_a_tampered_pack_is_refused(
    tmp_path: Path,
    keys: dict[str, tuple[str, str]],
    load: Callable[..., Pack],
    change: dict[str, str | None],
    message: str,
) -> None:
    from gpai_lint.policy.packs.build import archive
    from gpai_lint.policy.packs.bundle import read_bundle

    private, public = keys["p256"]
    files = read_bundle(_signed(tmp_path, private), "acme.tar.gz", every=True)
    for path, text in change.items():
        files.pop(path, None)
        if text is not None:
            files[path] = text.encode()
    bundle = tmp_path / "tampered.tar.gz"
    bundle.write_bytes(archive(files))
    with pytest.raises(PackError, match=message):
        load(bundle, key=public)


def _forged(folder: Path, header: dict[str, object], sign: Callable[[bytes], bytes]) -> Path:
    """Write a pack with a token of our own making, listing its files rightly."""
    pack = write_pack(folder / "forged")
    rows = [
        {"name": path, "hash": file_hash(path, text.encode(), path), "algorithm": "SHA-256"}
        for path, text in FILES.items()
    ]
    parts = [
        base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=")
        for part in (header, {"files": rows, "iss": "x"})
    ]
    message = b".".join(parts)
    token = message + b"." + base64.urlsafe_b64encode(sign(message)).rstrip(b"=")
    (pack / ".signatures.json").write_text(json.dumps({"signatures": [token.decode()]}))
    return pack


def test_a_token_does_not_choose_its_algorithm(
    tmp_path: Path, keys: dict[str, tuple[str, str]], load: Callable[..., Pack], monkeypatch: pytest.MonkeyPatch
) -> None:
    import hashlib
    import hmac
    from pathlib import Path as File

    private, public = keys["rsa"]
    unsigned = _forged(tmp_path, {"alg": "none"}, lambda _message: b"")
    with pytest.raises(PackError, match="signed with 'none', and the key is one for RS256"):
        load(unsigned, key=public)
    # The public key, which everybody knows, as the secret of an HMAC.
    known = File(public).read_bytes()
    confused = _forged(tmp_path, {"alg": "HS256"}, lambda message: hmac.digest(known, message, hashlib.sha256))
    with pytest.raises(PackError, match="signed with 'HS256', and the key is one for RS256"):
        load(confused, key=public)
    with pytest.raises(UsageError, match="is no key for HS256"):
        load(confused, key=public, algorithm="HS256")
    monkeypatch.setenv("PUBLIC", known.decode())
    with pytest.raises(UsageError, match="is no key for HS256"):
        load(confused, key="env:PUBLIC", algorithm="HS256")
    # The right algorithm, another one of the family, and an extension that has to be understood.
    key = read_key(private, "RS256", tmp_path, private=True)
    assert load(_forged(tmp_path, {"alg": "RS256", "kid": "k"}, key.sign), key="env:PUBLIC").name == "acme"
    with pytest.raises(PackError, match="the key is one for RS256"):
        load(_forged(tmp_path, {"alg": "RS384"}, key.sign), key=public)
    with pytest.raises(PackError, match="asks for an extension"):
        load(_forged(tmp_path, {"alg": "RS256", "crit": ["b64"], "b64": False}, key.sign), key=public)


def test_another_key_or_scope_is_refused(
    tmp_path: Path, keys: dict[str, tuple[str, str]], load: Callable[..., Pack], monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = _signed(tmp_path, keys["secret"][0], scope="write")
    assert load(bundle, key="env:ACME_SECRET", scope="write").name == "acme"
    with pytest.raises(PackError, match="has the scope 'write', not ''"):
        load(bundle, key="env:ACME_SECRET")
    monkeypatch.setenv("ACME_SECRET", "guessed")
    with pytest.raises(PackError, match="not one of the configured key"):
        load(bundle, key="env:ACME_SECRET", scope="write")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"key": "keys/none.pem"}, "gpai-lint.yaml:3:22: The key 'keys/none.pem' cannot be read"),
        (
            {"key": "env:NOT_SET_ANYWHERE"},
            "The environment variable 'NOT_SET_ANYWHERE' with the key of a pack is not set",
        ),
        ({"key": "secret.txt"}, "The key 'secret.txt' is no PEM file"),
        ({"key": "broken.pem"}, "The key 'broken.pem' cannot be read"),
        ({"key": "env:ACME_SECRET", "algorithm": "RS256"}, "a shared secret, which is no key for RS256"),
        ({"key": "env:ACME_SECRET", "algorithm": "none"}, "'none' is not allowed"),
        ({"key": "env:not a name"}, "is not valid for /packs/0/key"),
        ({"algorithm": "RS256"}, "gpai-lint.yaml:3"),
    ],
)
def test_a_wrong_setting_is_an_error_at_its_place(
    tmp_path: Path, load: Callable[..., Pack], settings: dict[str, str], message: str
) -> None:
    pack = write_pack(tmp_path / "pack", {**FILES, ".signatures.json": "{}"})
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "broken.pem").write_text("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")
    with pytest.raises(UsageError) as caught:
        load(os.path.relpath(pack, tmp_path), **settings)
    assert message in str(caught.value)
    assert "gpai-lint.yaml:3:" in str(caught.value)


def test_keys_of_the_wrong_half_or_too_weak_are_refused(tmp_path: Path, keys: dict[str, tuple[str, str]]) -> None:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

    private, public = keys["rsa"]
    with pytest.raises(UsageError, match="is a private key; the public one"):
        read_key(private, "", tmp_path)
    with pytest.raises(UsageError, match="is a public key; the private one"):
        read_key(public, "", tmp_path, private=True)
    form = (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    weak = rsa.generate_private_key(public_exponent=65537, key_size=1024).public_key()  # noqa: S505
    (tmp_path / "weak.pem").write_bytes(weak.public_bytes(*form))
    with pytest.raises(UsageError, match="has 1024 bits"):
        read_key("weak.pem", "", tmp_path)
    (tmp_path / "other.pem").write_bytes(ed25519.Ed25519PrivateKey.generate().public_key().public_bytes(*form))
    with pytest.raises(UsageError, match="neither an RSA key nor"):
        read_key("other.pem", "", tmp_path)


def test_without_cryptography_a_public_key_is_an_error_and_a_secret_is_enough(
    tmp_path: Path, keys: dict[str, tuple[str, str]], load: Callable[..., Pack], monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = _signed(tmp_path, "env:ACME_SECRET")
    for name in [name for name in sys.modules if name.partition(".")[0] == "cryptography"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    assert load(bundle, key="env:ACME_SECRET").name == "acme"
    with pytest.raises(UsageError, match=r"need the package 'cryptography'\.\n.*gpai-lint\[signatures\]"):
        load(bundle, key=keys["rsa"][1])
