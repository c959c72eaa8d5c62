"""Packs in a registry: a small one on this machine, which serves what `conftest push` and `oras push` put there."""

from __future__ import annotations

import hashlib
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from made_packs import FILES, write_pack

from gpai_lint.errors import PackError, UsageError
from gpai_lint.policy.packs.build import archive, build
from gpai_lint.policy.packs.fetch import fetch
from gpai_lint.policy.packs.oci_source import MANIFEST_TYPE, TITLE, is_local, resolve
from gpai_lint.policy.packs.sources import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REGO = "application/vnd.cncf.openpolicyagent.policy.layer.v1+rego"


class Registry:
    """What the server gives: paths to contents, and how often it was asked."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self.asked = 0
        self.port = 0

    def push(self, tag: str, layers: list[tuple[str, str, bytes]]) -> str:
        """Put an artifact there, with (title, media type, content) as layers, and return its manifest's digest."""
        rows = [
            {
                "mediaType": kind,
                "digest": self.blob(content),
                "size": len(content),
                "annotations": {TITLE: title} if title else {},
            }
            for title, kind, content in layers
        ]
        manifest = json.dumps({"schemaVersion": 2, "mediaType": MANIFEST_TYPE, "layers": rows}).encode()
        digest = f"sha256:{hashlib.sha256(manifest).hexdigest()}"
        for name in (tag, digest):
            self.contents[f"/v2/acme/rules/manifests/{name}"] = manifest
        return digest

    def blob(self, content: bytes) -> str:
        digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
        self.contents[f"/v2/acme/rules/blobs/{digest}"] = content
        return digest

    def source(self, revision: str) -> Any:
        return parse_source(f"oci://localhost:{self.port}/acme/rules{revision}")


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    """Return a registry that runs for a test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    known = Registry()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked += 1
            content = known.contents.get(self.path)
            self.send_response(200 if content is not None else 404)
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    known.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield known
    server.shutdown()
    server.server_close()
    thread.join()


def test_files_as_layers_the_way_conftest_pushes_them(registry: Registry) -> None:
    pytest.importorskip("oras")
    digest = registry.push("v1", [(path, REGO, text.encode()) for path, text in FILES.items()])
    source = registry.source(":v1")
    assert resolve(source) == digest
    pinned = source.at(resolve(source))
    assert pinned.text == f"oci://localhost:{registry.port}/acme/rules@{digest}"
    assert set(fetch(pinned).files) == set(FILES) - {"README.md"}
    asked = registry.asked
    assert set(fetch(pinned, every=True).files) == set(FILES)
    assert registry.asked == asked, "what the cache holds was fetched"


def test_a_bundle_as_the_only_layer(tmp_path: Path, registry: Registry) -> None:
    pytest.importorskip("oras")
    bundle = build(write_pack(tmp_path / "pack"))[1]
    for title, kind in (
        ("acme.tar.gz", "application/octet-stream"),
        ("", "application/vnd.oci.image.layer.v1.tar+gzip"),
    ):
        digest = registry.push("latest", [(title, kind, bundle)])
        assert resolve(registry.source("")) == digest
        found = fetch(registry.source(f"@{digest}")).files
        assert set(found) == {".manifest", "acme/cards.rego", "acme/terms/data.yaml"}


def test_a_folder_that_was_packed_whole(registry: Registry) -> None:
    pytest.importorskip("oras")
    packed = archive({f"acme/{path}": text.encode() for path, text in FILES.items()})
    digest = registry.push("v1", [("acme", "application/vnd.oci.image.layer.v1.tar+gzip", packed)])
    assert set(fetch(registry.source(f"@{digest}"), every=True).files) == set(FILES)


@pytest.mark.parametrize("title", ["../a.rego", "/a.rego", ""])
def test_a_layer_without_a_name_inside_the_pack_is_refused(registry: Registry, title: str) -> None:
    pytest.importorskip("oras")
    digest = registry.push("v1", [(title, REGO, b"package a\n")])
    with pytest.raises(PackError, match="which is no file of a pack"):
        fetch(registry.source(f"@{digest}"))


def test_a_registry_that_gives_something_else_is_refused(tmp_path: Path, registry: Registry) -> None:
    pytest.importorskip("oras")
    digest = registry.push("v1", [("a.rego", REGO, b"package a\n")])
    good = dict(registry.contents)
    blob = next(path for path in good if "/blobs/" in path)
    registry.contents[blob] = b"package b\n"
    with pytest.raises(PackError, match="gave something else"):
        fetch(registry.source(f"@{digest}"))
    registry.contents[blob] = b"package a\n" + b"#" * 100
    with pytest.raises(PackError, match="larger than its manifest says"):
        fetch(registry.source(f"@{digest}"))
    registry.contents.update({path: b"{}" for path in good if "/manifests/" in path})
    with pytest.raises(PackError, match="gave something else"):
        fetch(registry.source(f"@{digest}"))
    with pytest.raises(PackError, match="no artifact with layers"):
        resolve(registry.source(":v1"))
    with pytest.raises(PackError, match="the registry answers 404"):
        resolve(registry.source(":v2"))
    registry.contents.update(good)
    assert fetch(registry.source(f"@{digest}")).files == {"a.rego": b"package a\n"}
    cached = next(
        file for file in (tmp_path / "cache").rglob("*") if file.is_file() and file.read_bytes() == b"package a\n"
    )
    cached.write_bytes(b"package b\n")
    with pytest.raises(PackError, match="is damaged"):
        fetch(registry.source(f"@{digest}"))


def test_a_tag_is_no_pack_and_nobody_waits_for_a_registry_that_is_not_there(registry: Registry) -> None:
    with pytest.raises(UsageError, match="names no digest"):
        fetch(registry.source(":v1"))
    pytest.importorskip("oras")
    with pytest.raises(PackError, match=r"/acme/rules:v1' cannot be fetched: [^(]*$"):
        resolve(parse_source("oci://localhost:1/acme/rules:v1"))


@pytest.mark.parametrize(
    ("registry_name", "local"),
    [
        ("localhost:5000", True),
        ("127.0.0.1:5000", True),
        ("[::1]:5000", True),
        ("localhost.example.org", False),
        ("localhost.example.org:5000", False),
        ("ghcr.io", False),
    ],
)
def test_only_this_machine_is_spoken_to_unencrypted(registry_name: str, local: bool) -> None:
    assert is_local(parse_source(f"oci://{registry_name}/acme/rules:v1")) is local


def test_without_oras_the_message_says_what_to_install(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "oras"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "oras", None)
    with pytest.raises(UsageError, match=r"need the package 'oras'\.\n.*gpai-lint\[oci\]"):
        fetch(registry.source("@sha256:" + "0" * 64))
