"""Packs in OCI registries, as ``conftest push`` and ``oras push`` put them there.

An artifact is a manifest with a layer per file, named by its title annotation, or with one layer that is a bundle
(https://github.com/opencontainers/image-spec/blob/main/manifest.md). Manifest and layers are kept in the cache and
their digests computed each time they are read. The registry is spoken to by ``oras``, which knows how to log in.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import PackError, UsageError
from gpai_lint.policy.packs.cache import cache_directory, new_entry
from gpai_lint.policy.packs.content import MANIFEST
from gpai_lint.policy.packs.members import MAX_FILE, MAX_FILES, MAX_TOTAL, is_pack_file
from gpai_lint.policy.packs.sources import OCI_DIGEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gpai_lint.policy.packs.sources import Source

TITLE = "org.opencontainers.image.title"
MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json"

#: Media types of layers that are archives; `oras push` packs folders so.
_ARCHIVES = ("tar+gzip", "tar.gzip")
_MAX_MANIFEST = 4_000_000
_TIMEOUT = (10, 60)
_PORT = re.compile(r":[0-9]+$")
_LOCAL = ("localhost", "127.0.0.1", "[::1]")


def read_artifact(source: Source, *, every: bool = False) -> dict[str, bytes]:
    """Return the files of a pack in a registry by path inside it, fetching it if the cache does not hold it.

    With ``every``, files that are no part of a pack are among them. Raises ``UsageError`` where the source names no
    digest, ``PackError`` where the artifact cannot be had or is none.
    """
    if not source.pinned:
        raise UsageError(
            f"'{source.text}' names no digest: a tag may mean another artifact tomorrow.",
            hint="Write '@sha256:…'; 'gpai-lint packs add' and 'packs update' find the digest of a tag.",
        )
    location = hashlib.sha256(source.location.encode()).hexdigest()[:32]
    entry = cache_directory() / "oci" / location / source.revision.partition(":")[2]
    if not entry.is_dir():
        with new_entry(entry) as filling:
            _fetch(source, filling)
    manifest = _manifest(_cached(entry, source.revision, source), source)
    files: dict[str, bytes] = {}
    for layer in _layers(manifest, source):
        for path, content in _unpacked(layer, _cached(entry, layer["digest"], source), source):
            if path in files:
                raise PackError(f"'{source.text}' holds '{path}' twice.")
            if every or is_pack_file(PurePosixPath(path).name):
                files[path] = content
    return _inside(files)


def _inside(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of a pack by their paths inside it, where `oras push FOLDER` packed the folder itself."""
    folders = {path.partition("/")[0] for path in files}
    folder = f"{folders.pop()}/" if len(folders) == 1 else ""
    if not folder or f"{folder}{MANIFEST}" not in files:
        return files
    return {path.removeprefix(folder): content for path, content in files.items()}


def resolve(source: Source) -> str:
    """Ask the registry for the digest of a source's tag, ``latest`` without one; uses the network."""
    if source.pinned:
        return source.revision
    content = _Registry(source).get(f"manifests/{source.revision or 'latest'}", _MAX_MANIFEST)
    _manifest(content, source)
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def is_local(source: Source) -> bool:
    """Return whether the registry of a source runs on this machine."""
    return _PORT.sub("", source.location.partition("/")[0]) in _LOCAL


def _fetch(source: Source, folder: Path) -> None:
    registry = _Registry(source)
    manifest = registry.get(f"manifests/{source.revision}", _MAX_MANIFEST)
    _keep(folder, manifest, source.revision, source)
    for layer in _layers(_manifest(manifest, source), source):
        _keep(folder, registry.get(f"blobs/{layer['digest']}", layer["size"]), layer["digest"], source)


def _keep(folder: Path, content: bytes, digest: str, source: Source) -> None:
    found = hashlib.sha256(content).hexdigest()
    if f"sha256:{found}" != digest:
        raise PackError(f"The registry gave something else than '{digest}' of '{source.text}'.")
    (folder / found).write_bytes(content)


def _cached(entry: Path, digest: str, source: Source) -> bytes:
    path = entry / digest.partition(":")[2]
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != digest:
        raise PackError(f"The cached artifact of '{source.text}' is damaged.", hint=f"Remove '{entry}'.")
    return content


def _manifest(content: bytes, source: Source) -> Mapping[str, Any]:
    try:
        values = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise PackError(f"The manifest of '{source.text}' is no JSON.") from error
    if not isinstance(values, dict) or not isinstance(values.get("layers"), list):
        raise PackError(f"'{source.text}' is no artifact with layers.")
    return values


def _layers(manifest: Mapping[str, Any], source: Source) -> list[Mapping[str, Any]]:
    layers: list[Mapping[str, Any]] = []
    total = 0
    for layer in manifest["layers"]:
        values = layer if isinstance(layer, dict) else {}
        digest, size = values.get("digest"), values.get("size")
        if not isinstance(digest, str) or not OCI_DIGEST.fullmatch(digest) or not isinstance(size, int) or size < 0:
            raise PackError(f"The manifest of '{source.text}' is malformed.")
        total += size
        layers.append(values)
    if total > MAX_TOTAL or len(layers) > MAX_FILES:
        raise PackError(f"'{source.text}' is too large for a pack.")
    return layers


def _unpacked(layer: Mapping[str, Any], content: bytes, source: Source) -> Iterator[tuple[str, bytes]]:
    annotations = layer.get("annotations")
    title = annotations.get(TITLE) if isinstance(annotations, dict) else None
    title = title if isinstance(title, str) else ""
    if str(layer.get("mediaType", "")).endswith(_ARCHIVES) or title.endswith((".tar.gz", ".tgz")):
        from gpai_lint.policy.packs.bundle import read_archive  # noqa: PLC0415

        yield from read_archive(io.BytesIO(content), source.text, every=True).items()
        return
    pure = PurePosixPath(title)
    if not title or pure.is_absolute() or ".." in pure.parts:
        raise PackError(f"A layer of '{source.text}' has the name '{title}', which is no file of a pack.")
    if len(content) > MAX_FILE:
        raise PackError(f"'{title}' of '{source.text}' is larger than {MAX_FILE // 1_000_000} MB.")
    yield pure.as_posix(), content


class _Registry:
    """A registry, read through ``oras``, without its waiting for minutes when there is no answer."""

    def __init__(self, source: Source) -> None:
        try:
            from oras.container import Container  # noqa: PLC0415
            from oras.provider import Registry  # noqa: PLC0415
        except ImportError as error:
            raise UsageError(
                "Packs in OCI registries need the package 'oras'.",
                hint="Install it with: python -m pip install 'gpai-lint[oci]'",
            ) from error
        self._source = source
        self._container = Container(source.location)
        # Unencrypted only to this machine, as conftest and oras do it.
        self._registry = Registry(insecure=is_local(source))
        self._request = getattr(Registry.do_request, "__wrapped__", Registry.do_request)

    def get(self, what: str, limit: int) -> bytes:
        """Return at most ``limit`` bytes of a manifest or a blob; raise ``PackError`` if it cannot be had."""
        url = f"{self._registry.prefix}://{self._container.registry}/v2/{self._container.api_prefix}/{what}"
        session = self._registry.session
        send = session.send
        session.send = lambda request, **options: send(request, **{**options, "timeout": _TIMEOUT})
        try:
            self._registry.auth.load_configs(self._container)
            with self._request(
                self._registry, url, "GET", headers={"Accept": f"{MANIFEST_TYPE}, */*;q=0.1"}, stream=True
            ) as response:
                if response.status_code != 200:
                    raise PackError(
                        f"'{self._source.text}' cannot be fetched: the registry answers {response.status_code}."
                    )
                content = bytearray()
                for chunk in response.iter_content(65536):
                    content += chunk
                    if len(content) > limit:
                        raise PackError(f"'{self._source.text}' is larger than its manifest says.")
        except (OSError, ValueError) as error:  # All errors of `requests` are of these kinds.
            raise PackError(f"'{self._source.text}' cannot be fetched: {_reason(error)}.") from error
        finally:
            session.send = send
        return bytes(content)


def _reason(error: BaseException) -> str:
    """Return what an error of a connection says at its end: what stands before repeats the address several times."""
    return str(error).rpartition("): ")[2].strip("'\"). ")
