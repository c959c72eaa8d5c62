"""Data in files of any name: read where the manifest names their folder, and never passed over in silence."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path

import pytest

from gpai_lint.errors import PackError
from gpai_lint.policy.engines import create
from gpai_lint.policy.packs import load_pack
from gpai_lint.policy.packs.build import build
from gpai_lint.policy.packs.fetch import fetch
from gpai_lint.policy.packs.selection import Wanted, make
from gpai_lint.policy.packs.sources import parse_source
from tests.made_packs import commit, write_pack

POLICY = "package main\n\nimport data.services\n\ndeny contains port if {\n\tsome port in services.ports\n}\n"
FILES = {
    "policy/ports.rego": POLICY,
    "exclusions/services.yaml": "services:\n  ports: [22]\n",
    "exclusions/teams/owners.json": '{"security": ["ann"]}',
    "exclusions/notes.txt": "services",
}


def manifest(*folders: str) -> str:
    return json.dumps({"metadata": {"gpai_lint": {"name": "ports", "data": list(folders)}}})


@pytest.mark.parametrize("engine", ["embedded", pytest.param("opa", marks=pytest.mark.opa)])
def test_a_folder_is_mounted_as_conftest_does(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if engine == "opa":
        request.getfixturevalue("opa_binary")
    pack = load_pack(write_pack(tmp_path, {**FILES, ".manifest": manifest("exclusions")}))
    assert pack.data == {"services": {"ports": [22]}, "teams": {"security": ["ann"]}}
    with create(engine) as opened:
        opened.load((pack,), {})
        assert opened.query("data.main.deny", {}) == [22]


def test_one_file_is_mounted_at_the_top(tmp_path: Path) -> None:
    pack = load_pack(write_pack(tmp_path, {**FILES, ".manifest": manifest("exclusions/services.yaml")}))
    assert pack.data == {"services": {"ports": [22]}}


def test_folders_in_git_and_in_a_bundle(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack", {**FILES, ".manifest": manifest("exclusions")})
    source = parse_source(f"git+file://{folder.as_posix()}@{commit(folder)}")
    from_git = make(fetch(source), Wanted(source))
    assert from_git.data == load_pack(folder).data
    assert from_git.digest == load_pack(folder).digest


def test_a_bundle_that_is_built_has_the_data_where_opa_reads_it(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack", {**FILES, ".manifest": manifest("exclusions")})
    bundle = tmp_path / "pack.tar.gz"
    bundle.write_bytes(build(folder)[1])
    with tarfile.open(bundle) as opened:
        assert opened.getnames() == [".manifest", "data.json", "policy/ports.rego"]
    assert load_pack(bundle).data == load_pack(folder).data
    assert bundle.read_bytes() == build(folder)[1]


@pytest.mark.parametrize(
    ("file", "content", "folder", "place"),
    [
        ("exclusions/services.yaml", "services:\n  ports: [22]\n", "exclusions", "3:8"),
        ("values.json", '{"services": {"ports": [22]}}', ".", "3:8"),
        ("services/all.yaml", "ports: [22]\n", ".", "6:15"),
    ],
)
def test_data_that_a_policy_asks_for_and_nobody_reads(
    file: str, content: str, folder: str, place: str, tmp_path: Path
) -> None:
    files = {"policy/ports.rego": POLICY, file: content}
    with pytest.raises(PackError, match=f"' is set in '{file}', which is no part of the pack") as caught:
        load_pack(write_pack(tmp_path, files))
    assert str(caught.value.location) == f"{tmp_path}/policy/ports.rego:{place}"
    assert f'"data": ["{folder}"]' in str(caught.value.hint)
    # What the hint says is what helps.
    assert load_pack(write_pack(tmp_path, {**files, ".manifest": manifest(folder)})).data == {
        "services": {"ports": [22]}
    }


@pytest.mark.parametrize(
    "files",
    [
        {"fixtures/other.yaml": "kind: Service\n"},
        {"data.yaml": "services: {ports: [22]}\n", "fixtures/services.yaml": "services: 1\n"},
        {"policy/services.rego": "package services\n\nports := [22]\n", "fixtures/a.yaml": "services: 1\n"},
        {"fixtures/broken.yaml": "services: [\n"},
    ],
)
def test_files_that_no_policy_asks_for_are_left_alone(files: dict[str, str], tmp_path: Path) -> None:
    assert load_pack(write_pack(tmp_path, {"policy/ports.rego": POLICY, **files})).modules


def test_a_folder_without_data(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="There is no file of data in 'exclusion'") as caught:
        load_pack(write_pack(tmp_path, {**FILES, ".manifest": manifest("exclusion")}))
    assert caught.value.location is not None
    assert caught.value.location.file == f"{tmp_path}/.manifest"


def test_two_files_of_one_value(tmp_path: Path) -> None:
    files = {**FILES, "exclusions/more.yaml": "services: {ports: [1]}\n", ".manifest": manifest("exclusions")}
    with pytest.raises(
        PackError, match=r"'data\.services\.ports' is already set: .*/exclusions/more.yaml:1:12"
    ) as found:
        load_pack(write_pack(tmp_path, files))
    assert str(found.value.location) == f"{tmp_path}/exclusions/services.yaml:2:3"
