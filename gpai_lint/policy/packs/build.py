"""Make a bundle of a pack: the same bytes for the same files, loaded by any OPA."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from typing import TYPE_CHECKING

from gpai_lint.errors import UsageError
from gpai_lint.policy.assembly import assemble
from gpai_lint.policy.packs.builtin import load_builtin
from gpai_lint.policy.packs.claims import PackData
from gpai_lint.policy.packs.content import MANIFEST, SIGNATURES, is_test, make_pack
from gpai_lint.policy.packs.data_folders import folders_of, mount
from gpai_lint.policy.packs.load import name_of, pack_files, read_path
from gpai_lint.policy.packs.selection import PERMISSIONS
from gpai_lint.policy.packs.signatures import sign

if TYPE_CHECKING:
    from pathlib import Path

    from gpai_lint.policy.interface import Pack
    from gpai_lint.policy.packs.keys import Key


def build(folder: Path, key: Key | None = None, scope: str = "") -> tuple[Pack, bytes]:
    """Return the pack in a folder, and it as a ``.tar.gz`` bundle, signed if there is a key.

    The bundle holds policies, data and the manifest, which is completed by the roots and versions of Rego that OPA
    would have to guess. Tests and all other files stay out, as does a signature of the folder. Raises ``UsageError``
    for what is no folder, ``PackError`` for a pack that does not load.
    """
    if not folder.is_dir():
        raise UsageError(f"'{folder}' is no folder.")
    found = pack_files(read_path(folder, str(folder)), str(folder))
    files = {path: content for path, content in found.items() if path != SIGNATURES and not is_test(path)}
    files = _without_folders(files, f"{folder}/")
    name = name_of(folder)
    given = make_pack(files, name, str(folder), builtin=True)
    if "gpai" not in given.roots:  # Otherwise it is an edition of the built-in pack.
        assemble((load_builtin(), given._replace(builtin=False, allowed=PERMISSIONS)), {})
    files[MANIFEST] = _manifest(given, files.get(MANIFEST), f"{folder}/")
    pack = make_pack(files, name, str(folder))
    if key is not None:
        files[SIGNATURES] = sign(files, key, f"{folder}/", scope)
    return pack, archive(files)


def _without_folders(files: dict[str, bytes], prefix: str) -> dict[str, bytes]:
    """Return files whose data no folder of the manifest holds any more: an OPA server reads data.json alone."""
    folders = folders_of(files.get(MANIFEST))
    if not folders:
        return files
    data = PackData(files, prefix, folders).value
    kept = {path: content for path, content in files.items() if mount(path, folders) is None}
    values = json.loads(kept[MANIFEST])
    del values["metadata"]["gpai_lint"]["data"]
    kept[MANIFEST] = json.dumps(values, indent=2, ensure_ascii=False).encode() + b"\n"
    kept["data.json"] = json.dumps(data, indent=2, ensure_ascii=False).encode() + b"\n"
    return kept


def archive(files: dict[str, bytes]) -> bytes:
    """Return files as a gzipped tar archive without times, owners or anything else that differs between machines."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as opened:
        for path in sorted(files):
            member = tarfile.TarInfo(path)
            member.size = len(files[path])
            member.mode = 0o644
            opened.addfile(member, io.BytesIO(files[path]))
    compressed = io.BytesIO()
    # Not `gzip.compress`, whose header names the operating system.
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=compressed, mtime=0) as file:
        file.write(packed.getvalue())
    return compressed.getvalue()


def _manifest(pack: Pack, written: bytes | None, prefix: str) -> bytes:
    values = dict(pack.manifest)
    values.setdefault("roots", list(pack.roots))
    if "rego_version" not in values:
        # OPA takes a bundle for version 1 throughout if it is not told.
        values["rego_version"] = 1
        old = {f"/{module.path.removeprefix(prefix)}": 0 for module in pack.modules if module.version == 0}
        if old:
            values["file_rego_versions"] = {**old, **values.get("file_rego_versions", {})}
    if written is not None and values == pack.manifest:
        return written
    return json.dumps(values, indent=2, ensure_ascii=False).encode() + b"\n"
