"""The engine ``opa`` against real servers: what is pushed is gone again, and what is there is never touched."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from gpai_lint.errors import EngineError, PackError, UsageError
from gpai_lint.policy.engines import create
from gpai_lint.policy.engines.opa_query import server_pack
from gpai_lint.policy.packs import load_builtin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from gpai_lint.policy.interface import Pack

pytestmark = pytest.mark.opa

RULE = """# METADATA
# title: Models carry our id
# custom: {id: ACME-1, name: our-id, level: error}
package acme.rules.naming.our_id

import data.acme.terms
import data.gpai.lib.finding

report contains finding.missing("ACME-1", model, "model.name", sprintf("'%s' is no name of ours.", [model.name])) if {
	some model in input.models
	not startswith(model.name, terms.prefix)
}
"""
DENY = """package main

deny contains {"msg": sprintf("'%s' is a draft.", [model.name])} if some model in input.models
"""
FILES = {"rule.rego": RULE, "deny.rego": DENY, "acme/terms/data.yaml": "prefix: ACME\n"}


class Running:
    """A server started for a test."""

    def __init__(self, url: str) -> None:
        self.url = url

    def get(self, path: str) -> Any:
        with urllib.request.urlopen(f"{self.url}{path}", timeout=10) as answer:
            return json.load(answer).get("result")


@contextlib.contextmanager
def serving(opa: str, *words: str, scheme: str = "http") -> Iterator[Running]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [opa, "run", "--server", "--addr", f"127.0.0.1:{port}", "--log-level", "error", "--skip-version-check"]
    process = subprocess.Popen([*command, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield Running(f"{scheme}://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait()


@pytest.fixture
def server(opa_binary: str) -> Iterator[Running]:
    with serving(opa_binary) as running:
        yield running


def messages(rows: list[Mapping[str, Any]]) -> set[str]:
    return {row["message"] for row in rows if not row["rule"].startswith("GPAI")}


EXPECTED = {"'Example 7B' is no name of ours.", "'Example 7B' is a draft."}


def test_packs_are_pushed_and_removed(
    server: Running, pack_of: Callable[..., Pack], document: Mapping[str, Any]
) -> None:
    with create("opa", opa_url=server.url) as engine:
        engine.load((load_builtin(), pack_of(FILES)), {})
        assert server.get("/v1/policies") != []
        assert messages(engine.query("data.gpai.main.report", document)) == EXPECTED
    assert server.get("/v1/policies") == []
    assert server.get("/v1/data") == {}


def test_nothing_stays_after_a_failure(server: Running, pack_of: Callable[..., Pack]) -> None:
    broken = pack_of({**FILES, "broken.rego": "package acme.broken\n\nx if {\n\tnope(1)\n}\n"})
    with create("opa", opa_url=server.url) as engine, pytest.raises(PackError) as caught:
        engine.load((load_builtin(), broken), {})
    assert str(caught.value.location) == "acme/broken.rego:4:2"
    assert server.get("/v1/policies") == []
    assert server.get("/v1/data") == {}


def test_an_error_in_a_pushed_rule_is_shown_at_its_place(
    server: Running, pack_of: Callable[..., Pack], document: Mapping[str, Any]
) -> None:
    pack = pack_of({"a.rego": 'package main\n\ndeny contains "x" if count(input.models) / 0 == 1\n'})
    with create("opa", opa_url=server.url) as engine:
        engine.load((load_builtin(), pack), {})
        with pytest.raises(EngineError, match="divide by zero") as caught:
            engine.query("data.gpai.main", document)
    assert str(caught.value.location) == "acme/a.rego:3:22"


def test_what_the_server_holds_is_not_overwritten(server: Running, pack_of: Callable[..., Pack]) -> None:
    request = urllib.request.Request(f"{server.url}/v1/policies/theirs", data=DENY.encode(), method="PUT")
    urllib.request.urlopen(request, timeout=10).close()
    with (
        create("opa", opa_url=server.url) as engine,
        pytest.raises(EngineError, match=r"already holds the package 'main'"),
    ):
        engine.load((load_builtin(), pack_of(FILES)), {})
    assert [policy["id"] for policy in server.get("/v1/policies")] == ["theirs"]


def test_data_that_the_server_holds_is_not_overwritten(server: Running, pack_of: Callable[..., Pack]) -> None:
    request = urllib.request.Request(
        f"{server.url}/v1/data/acme", data=b'{"mine": 1}', method="PUT", headers={"Content-Type": "application/json"}
    )
    urllib.request.urlopen(request, timeout=10).close()
    with create("opa", opa_url=server.url) as engine, pytest.raises(EngineError, match=r"already holds 'data\.acme'"):
        engine.load((load_builtin(), pack_of(FILES)), {})
    assert server.get("/v1/data") == {"acme": {"mine": 1}}


def test_old_rego_cannot_be_pushed(server: Running, pack_of: Callable[..., Pack]) -> None:
    pack = pack_of({"a.rego": 'package main\n\ndeny[msg] {\n\tmsg := "x"\n}\n'})
    with create("opa", opa_url=server.url) as engine, pytest.raises(PackError, match="Rego v0"):
        engine.load((load_builtin(), pack), {})


def test_a_server_that_holds_the_bundle_is_only_queried(
    opa_binary: str, tmp_path: Path, pack_of: Callable[..., Pack], document: Mapping[str, Any]
) -> None:
    bundle = tmp_path / "bundle"
    for path, text in FILES.items():
        (bundle / path).parent.mkdir(parents=True, exist_ok=True)
        (bundle / path).write_text(text)
    builtin = Path(__file__).parents[3] / "policies" / "code-of-practice-2025"
    (bundle / ".manifest").write_text('{"roots": ["acme", "main"]}')
    with serving(opa_binary, "--bundle", str(bundle), "--bundle", str(builtin)) as server:
        before = {policy["id"] for policy in server.get("/v1/policies")}
        for pack in (pack_of(FILES), server_pack(server.url)):
            with create("opa", opa_url=server.url, opa_query_only=True) as engine:
                engine.load((load_builtin(), pack), {})
                rows = engine.query("data.gpai.main.report", document)
            assert messages(rows) == EXPECTED
            # What METADATA say of a rule holds although the server knows nothing of it.
            assert {row["level"] for row in rows if row["rule"] == "ACME-1"} == {"error"}
        with create("opa", opa_url=server.url, opa_query_only=True) as engine:
            other = pack_of({**FILES, "deny.rego": DENY.replace("draft", "sketch")})
            with pytest.raises(EngineError, match=r"does not hold the package 'main' as it is in acme/deny\.rego"):
                engine.load((load_builtin(), other), {})
        assert {policy["id"] for policy in server.get("/v1/policies")} == before


def test_query_only_needs_an_address() -> None:
    with pytest.raises(UsageError, match="Without the address of an OPA server"):
        create("opa", opa_query_only=True)


@pytest.mark.parametrize("url", ["localhost:8181", "ftp://localhost", "http://", "http://localhost:port"])
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(UsageError, match="is no address of an OPA server"):
        create("opa", opa_url=url)


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
    with create("opa", opa_url=url, opa_timeout=2) as engine, pytest.raises(EngineError, match="cannot be reached"):
        engine.load((load_builtin(),), {})


def test_a_token_is_sent(
    opa_binary: str, tmp_path: Path, pack_of: Callable[..., Pack], document: Mapping[str, Any]
) -> None:
    (tmp_path / "authz.rego").write_text(
        'package system.authz\n\ndefault allow := false\n\nallow if input.identity == "secret"\n'
    )
    words = ("--authentication", "token", "--authorization", "basic", str(tmp_path / "authz.rego"))
    with serving(opa_binary, *words) as server:
        with create("opa", opa_url=server.url) as engine, pytest.raises(EngineError, match=r"denies access \(401\)"):
            engine.load((load_builtin(),), {})
        with create("opa", opa_url=server.url, opa_token="secret") as engine:
            engine.load((load_builtin(), pack_of(FILES)), {})
            assert messages(engine.query("data.gpai.main.report", document)) == EXPECTED


def test_tls_is_verified(
    opa_binary: str, tmp_path: Path, pack_of: Callable[..., Pack], document: Mapping[str, Any]
) -> None:
    certificate, key = certify(tmp_path)
    words = ("--tls-cert-file", str(certificate), "--tls-private-key-file", str(key))
    with serving(opa_binary, *words, scheme="https") as server:
        with create("opa", opa_url=server.url) as engine, pytest.raises(EngineError, match="is not trusted") as caught:
            engine.load((load_builtin(),), {})
        assert "--opa-ca" in str(caught.value)
        with create("opa", opa_url=server.url, opa_ca=str(certificate)) as engine:
            engine.load((load_builtin(), pack_of(FILES)), {})
            assert messages(engine.query("data.gpai.main.report", document)) == EXPECTED


def certify(folder: Path) -> tuple[Path, Path]:
    """Make a certificate for 127.0.0.1 that signs itself."""
    x509 = pytest.importorskip("cryptography.x509")
    from ipaddress import ip_address

    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=False,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=True,
                crl_sign=True,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    paths = folder / "certificate.pem", folder / "key.pem"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return paths


def test_no_opa_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GPAI_LINT_OPA", "/nowhere/opa")
    with create("opa") as engine, pytest.raises(EngineError, match="There is no program '/nowhere/opa'"):
        engine.load((load_builtin(),), {})


HOLDING = """
    import signal, sys, time
    from gpai_lint.policy.engines import create
    from gpai_lint.policy.packs import load_builtin

    # Below nohup the signal would be ignored, and rightly not end the process.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    engine = create("opa", opa_url=(sys.argv[1] or None))
    engine.load((load_builtin(),), {})
    print(engine._private._process.pid if engine._private else "pushed", flush=True)
    if sys.argv[2] == "raise":
        raise SystemExit("stop")
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("ending", ["raise", "SIGTERM", "SIGINT", "SIGHUP"])
@pytest.mark.parametrize("pushed", [False, True], ids=["private", "pushed"])
def test_nothing_stays_however_the_process_ends(opa_binary: str, server: Running, ending: str, pushed: bool) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLDING), server.url if pushed else "", ending],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "GPAI_LINT_OPA": opa_binary},
        text=True,
    )
    assert process.stdout is not None
    word = process.stdout.readline().strip()
    if ending != "raise":
        process.send_signal(signal.Signals[ending])
    process.wait(30)
    if pushed:
        assert word == "pushed"
        assert server.get("/v1/policies") == []
        assert server.get("/v1/data") == {}
    else:
        assert ended(int(word))


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_nothing_stays_when_a_signal_interrupts_the_push(opa_binary: str, server: Running) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLDING), server.url, "SIGTERM"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # Data goes first, so that the server compiles policies soon after it has any.
    while not server.get("/v1/data") and process.poll() is None:
        time.sleep(0.01)
    time.sleep(0.2)
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == -signal.SIGTERM
    assert server.get("/v1/policies") == []
    assert server.get("/v1/data") == {}


def ended(process: int) -> bool:
    for _ in range(50):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
