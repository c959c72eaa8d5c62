"""Bundles that are built here: the same bytes each time, loaded by a stock OPA, and read back within bounds."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import tarfile
import time
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from made_packs import FILES, key_pair, write_pack

from gpai_lint.errors import PackError, UsageError
from gpai_lint.policy.packs import load_pack
from gpai_lint.policy.packs.build import build
from gpai_lint.policy.packs.builtin import builtin_folder
from gpai_lint.policy.packs.keys import read_key

if TYPE_CHECKING:
    from pathlib import Path


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    one = write_pack(tmp_path / "one" / "pack")
    other = write_pack(tmp_path / "other" / "pack", dict(reversed(FILES.items())))
    for file in other.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    (other / "acme" / "cards.rego").chmod(0o700)
    (other / "notes.txt").write_text("no part of the pack")
    key = read_key(str(key_pair(tmp_path)[0]), "RS256", tmp_path, private=True)
    assert build(one)[1] == build(other)[1]
    assert build(one, key)[1] == build(other, key)[1]


def test_a_bundle_holds_the_pack_without_its_tests(tmp_path: Path) -> None:
    pack, content = build(write_pack(tmp_path / "pack"))
    (tmp_path / "acme-1.0.tar.gz").write_bytes(content)
    loaded = load_pack(tmp_path / "acme-1.0.tar.gz")
    assert (loaded.name, loaded.digest, loaded.roots, loaded.data) == (pack.name, pack.digest, pack.roots, pack.data)
    assert content[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        members = archive.getmembers()
    assert [member.name for member in members] == [".manifest", "acme/cards.rego", "acme/terms/data.yaml"]
    assert {(member.mtime, member.uid, member.gid, member.uname, member.mode) for member in members} == {
        (0, 0, 0, "", 0o644)
    }


def test_the_manifest_is_completed(tmp_path: Path) -> None:
    files = {"old.rego": "package acme.old\n\ndeny[msg] { msg := input.x }\n", "new.rego": "package main\n\nx := 1\n"}
    content = build(write_pack(tmp_path / "pack", files))[1]
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        member = archive.extractfile(".manifest")
        assert member is not None
        manifest = json.loads(member.read())
    assert manifest == {"roots": ["acme", "main"], "rego_version": 1, "file_rego_versions": {"/old.rego": 0}}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a.txt": "x"}, "There is no Rego file"),
        ({"a.rego": "package gpai_lint.x\n"}, "reserved for gpai-lint itself"),
        ({"a.rego": 'package acme\n\nx := http.send({"url": "x"})\n'}, "no pack may call it"),
        ({"a.rego": "package acme\n", ".manifest": '{"roots": ["other"]}'}, "outside the roots"),
    ],
)
def test_what_does_not_load_is_not_built(tmp_path: Path, files: dict[str, str], message: str) -> None:
    with pytest.raises(PackError, match=message):
        build(write_pack(tmp_path / "pack", files))


def test_what_is_no_folder_is_not_built(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no folder"):
        build(tmp_path / "none")


def _archive(*members: tuple[str, bytes, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind, content in members:
            member = tarfile.TarInfo(name)
            member.type = kind
            member.linkname = "/etc/passwd"
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    # Without the time of day: parameters have to be the same in every process that collects the tests.
    return gzip.compress(packed.getvalue(), mtime=0)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (_archive(("../a.rego", tarfile.REGTYPE, b"package a")), r"which is no file of a bundle"),
        (_archive(("a.rego", tarfile.SYMTYPE, b"")), r"which is no file of a bundle"),
        (_archive(("a.rego", tarfile.LNKTYPE, b"")), r"which is no file of a bundle"),
        (_archive(("a.rego", tarfile.REGTYPE, b"package a"), ("./a.rego", tarfile.REGTYPE, b"x")), "'a.rego' twice"),
        (_archive(("data.json", tarfile.REGTYPE, b"{}")), "There is no Rego file"),
        (_archive(("a.rego", tarfile.REGTYPE, b"x" * 11_000_000)), "is too large"),
        (b"no archive", "is no gzipped tar archive"),
        (_archive(("a.rego", tarfile.REGTYPE, b"package a"))[:60], "is no gzipped tar archive"),
    ],
    ids=[
        "path-outside",
        "symbolic-link",
        "hard-link",
        "same-path-twice",
        "no-rego",
        "too-large",
        "no-archive",
        "cut-short",
    ],
)
def test_what_is_no_bundle_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.tar.gz").write_bytes(content)
    with pytest.raises(PackError, match=message):
        load_pack(tmp_path / "a.tar.gz")


def _answer(url: str) -> Any:
    deadline = time.monotonic() + 20
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return json.loads(answer.read())
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


@pytest.mark.opa
def test_a_stock_server_loads_signed_bundles(tmp_path: Path, opa_binary: str) -> None:
    import socket

    private, public = key_pair(tmp_path, "p256")
    key = read_key(str(private), "", tmp_path, private=True)
    (tmp_path / "acme.tar.gz").write_bytes(build(write_pack(tmp_path / "pack"), key)[1])
    (tmp_path / "core.tar.gz").write_bytes(build(builtin_folder(), key)[1])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [opa_binary, "run", "--server", "--addr", f"127.0.0.1:{port}", "--log-level", "error"]
    words += ["--verification-key", str(public), "--signing-alg", "ES256"]
    server = subprocess.Popen([*words, "--bundle", "acme.tar.gz", "--bundle", "core.tar.gz"], cwd=tmp_path)
    try:
        data = f"http://127.0.0.1:{port}/v1/data"
        assert _answer(f"{data}/acme/terms")["result"] == {"never": [], "limit": 1.5, "big": 1e25, "word": "<&>"}
        assert _answer(f"{data}/acme/cards/deny")["result"] == []
        assert "GPAI-601" in _answer(f"{data}/gpai/metadata/rules")["result"]
    finally:
        server.terminate()
        server.wait(10)
