"""The spellings of sources, and packs from distributions and git."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from made_packs import commit, git, write_pack

from gpai_lint.errors import GpaiLintError, PackError, UsageError
from gpai_lint.policy.packs import load_packs
from gpai_lint.policy.packs.fetch import fetch
from gpai_lint.policy.packs.git_source import resolve
from gpai_lint.policy.packs.sources import Kind, parse_source

if TYPE_CHECKING:
    from pathlib import Path

COMMIT = "4f2c9d7e" * 5
DIGEST = "sha256:" + "0123456789abcdef" * 4
PACK = {".manifest", "acme/cards.rego", "acme/cards_test.rego", "acme/terms/data.yaml"}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.mark.parametrize(
    ("text", "kind", "location", "revision", "subdirectory"),
    [
        (f"git+https://host/a/b.git@{COMMIT}", Kind.GIT, "https://host/a/b.git", COMMIT, ""),
        (f"git+https://me@host/a@{COMMIT.upper()}", Kind.GIT, "https://me@host/a", COMMIT, ""),
        ("git+file:///a/b@feature/x#subdirectory=c/d/", Kind.GIT, "file:///a/b", "feature/x", "c/d"),
        ("git+https://host/a", Kind.GIT, "https://host/a", "", ""),
        ("python:acme-rules", Kind.PYTHON, "acme-rules", "", ""),
        (f"oci://ghcr.io/acme/rules@{DIGEST}", Kind.OCI, "ghcr.io/acme/rules", DIGEST, ""),
        ("oci://localhost:5000/rules:v1", Kind.OCI, "localhost:5000/rules", "v1", ""),
    ],
)
def test_a_source_is_taken_apart(text: str, kind: Kind, location: str, revision: str, subdirectory: str) -> None:
    source = parse_source(text)
    assert (source.kind, source.location, source.revision, source.subdirectory) == (
        kind,
        location,
        revision,
        subdirectory,
    )
    assert parse_source(source.text) == source


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("https://host/a.git", "Did you mean 'git+https://host/a.git'?"),
        ("git+http://host/a@x", "packs come over git+https:// or git+file://"),
        ("git+ext::sh -c touch% x", "packs come over git+https:// or git+file://"),
        ("git+https://me:secret@host/a@x", "holds a password"),
        ("git+https://host", "names no repository"),
        ("git+https://-oProxyCommand=x/a@b", "names no repository"),
        ("git+file://host/a@b", "names no repository"),
        ("git+https://host/a@--upload-pack=x", "is no commit, branch or tag"),
        (f"git+https://host/a@{COMMIT}#subdirectory=../x", "is not understood"),
        (f"git+https://host/a@{COMMIT}#egg=x", "is not understood"),
        ("python:../x", "names no installed pack"),
        ("oci://registry/acme", "names no OCI artifact"),
        ("oci://ghcr.io/acme/rules@sha256:12", "is no digest"),
        ("", "is empty"),
    ],
)
def test_what_is_no_source(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_source(text)
    assert message in str(caught.value)
    assert "secret" not in str(caught.value)


def test_paths_are_written_relative_to_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repo" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repo" / "deep")
    configured = parse_source("../packs/./acme", tmp_path / "repo")
    given = parse_source("../../packs/acme", written_from=tmp_path / "repo")
    assert configured.text == given.text == "../packs/acme"
    assert configured.location == given.location == str(tmp_path / "packs" / "acme")


def test_a_commit_is_read_from_the_object_store(tmp_path: Path) -> None:
    repository = write_pack(tmp_path / "repository")
    outside = tmp_path / "secret.rego"
    outside.write_text("package secret\n")
    (repository / "acme" / "link.rego").symlink_to(outside)
    (repository / ".github").mkdir()
    (repository / ".github" / "hidden.rego").write_text("package hidden\n")
    (repository / ".gitattributes").write_text("*.rego filter=evil\n")
    first = commit(repository)
    (repository / "acme" / "cards.rego").write_text("package acme.cards\n")
    second = commit(repository)
    one = fetch(parse_source(f"git+file://{repository}@{first}"))
    assert set(one.files) == PACK
    assert one.commit == first
    assert one.name == "repository"
    assert b"deny" in one.files["acme/cards.rego"]
    two = fetch(parse_source(f"git+file://{repository}@{second}#subdirectory=acme"))
    assert set(two.files) == {"cards.rego", "cards_test.rego", "terms/data.yaml"}
    assert two.files["cards.rego"] == b"package acme.cards\n"
    every = fetch(parse_source(f"git+file://{repository}@{first}"), every=True)
    assert set(every.files) == {*PACK, "README.md", ".gitattributes"}


def test_what_the_cache_holds_is_not_fetched(tmp_path: Path) -> None:
    repository = write_pack(tmp_path / "repository")
    source = parse_source(f"git+file://{repository}@{commit(repository)}")
    before = fetch(source)
    shutil.rmtree(repository)
    assert fetch(source) == before
    shutil.rmtree(tmp_path / "cache")
    with pytest.raises(PackError, match="cannot be fetched: git says"):
        fetch(source)
    assert not list((tmp_path / "cache").rglob("objects")), "a failed fetch left something in the cache"


def test_nothing_of_the_repository_or_of_a_surrounding_hook_takes_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = write_pack(tmp_path / "repository")
    head = commit(repository)
    template = tmp_path / "template" / "hooks"
    template.mkdir(parents=True)
    for name in ("post-checkout", "reference-transaction"):
        (template / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
        (template / name).chmod(0o755)
    monkeypatch.setenv("GIT_TEMPLATE_DIR", str(tmp_path / "template"))
    # What git sets while it runs a hook, as pre-commit does.
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere" / "index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "elsewhere" / "objects"))
    assert set(fetch(parse_source(f"git+file://{repository}@{head}")).files) == PACK
    assert not (tmp_path / "ran").exists()
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("revision", ["", "@main", f"@{COMMIT[:12]}"])
def test_only_a_full_commit_means_one_pack(revision: str) -> None:
    with pytest.raises(UsageError, match=r"names no commit.*\n.*all 40 digits"):
        fetch(parse_source(f"git+https://host.invalid/acme{revision}"))


def test_branches_and_tags_are_resolved(tmp_path: Path) -> None:
    repository = write_pack(tmp_path / "repository")
    first = commit(repository)
    git(repository, "tag", "--annotate", "v1", "--message", "one")
    (repository / "x.rego").write_text("package x\n")
    second = commit(repository)
    address = f"git+file://{repository}"
    assert resolve(parse_source(f"{address}@v1")) == first
    assert resolve(parse_source(f"{address}@main")) == second
    assert resolve(parse_source(address)) == second
    with pytest.raises(UsageError, match="has no branch or tag 'v2'"):
        resolve(parse_source(f"{address}@v2"))


def test_a_commit_or_folder_that_is_not_there(tmp_path: Path) -> None:
    repository = write_pack(tmp_path / "repository")
    head = commit(repository)
    for source in (f"git+file://{repository}@{COMMIT}", f"git+file://{repository}@{head}#subdirectory=none"):
        with pytest.raises(PackError):
            fetch(parse_source(source))


def _distribution(site: Path, name: str, value: str, version: str = "1.2.0", entry: str = "acme") -> None:
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (info / "entry_points.txt").write_text(f"[gpai_lint.packs]\n{entry} = {value}\n")


def test_a_pack_of_an_installed_distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    _distribution(site, "acme-policies", "acme_policies.pack")
    for package in (site / "acme_policies", site / "acme_policies" / "pack"):
        package.mkdir(parents=True)
        (package / "__init__.py").write_text("raise RuntimeError('the code of a pack ran')\n")
    write_pack(site / "acme_policies" / "pack")
    # A folder of that name in the checked repository is another thing, even where Python would find it first.
    write_pack(tmp_path / "checked" / "acme_policies" / "pack", {"evil.rego": "package evil\n"})
    monkeypatch.setattr(sys, "path", [str(tmp_path / "checked"), str(site), *sys.path])
    found = fetch(parse_source("python:acme"))
    assert set(found.files) == PACK
    assert found.version == "1.2.0"
    assert "acme_policies" not in sys.modules


def test_a_pack_of_an_editable_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _distribution(tmp_path / "site", "acme-policies", "acme_policies.pack")
    write_pack(tmp_path / "src" / "acme_policies" / "pack")
    (tmp_path / "src" / "acme_policies" / "__init__.py").write_text("raise RuntimeError('the code of a pack ran')\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), str(tmp_path / "src"), *sys.path])
    assert set(fetch(parse_source("python:acme")).files) == PACK
    assert "acme_policies" not in sys.modules


def test_distributions_that_have_no_such_pack_or_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    _distribution(site, "acme-policies", "acme_policies.pack")
    _distribution(site, "acme-strange", "acme_policies:pack", entry="strange")
    monkeypatch.setattr(sys, "path", [str(site), *sys.path])
    with pytest.raises(UsageError, match=r"No installed distribution has a pack 'other'.*\n.*acme, strange"):
        fetch(parse_source("python:other"))
    with pytest.raises(PackError, match=r"There is no folder of the package 'acme_policies\.pack'"):
        fetch(parse_source("python:acme"))
    with pytest.raises(PackError, match="names no package"):
        fetch(parse_source("python:strange"))
    _distribution(site, "other-policies", "other.pack")
    with pytest.raises(UsageError, match=r"'acme-policies 1\.2\.0' .* and 'other-policies 1\.2\.0'"):
        fetch(parse_source("python:acme"))


def test_a_folder_that_cannot_be_listed_is_an_error(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack")
    closed = pack / "acme"
    closed.chmod(0)
    try:
        if os.access(closed, os.R_OK):
            pytest.skip("this user reads every folder")
        with pytest.raises(PackError, match="cannot be read"):
            fetch(parse_source(str(pack)))
    finally:
        closed.chmod(0o755)


def test_packs_that_conflict_are_named_with_both_places(tmp_path: Path) -> None:
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.policy.assembly import assemble

    one = write_pack(tmp_path / "one")
    other = write_pack(tmp_path / "other")
    with pytest.raises(GpaiLintError) as caught:
        assemble(load_packs(Configuration(), [str(one), str(other)]), {})
    assert f"({one})" in str(caught.value)
    assert f"({other})" in str(caught.value)
    assert "'data.acme'" in str(caught.value)


def test_data_of_several_packs_is_merged_under_their_roots(tmp_path: Path) -> None:
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.policy.assembly import assemble

    one = write_pack(tmp_path / "one")
    other = write_pack(
        tmp_path / "other", {".manifest": '{"roots": ["shared/terms"]}', "shared/terms/data.json": '{"x": 1}'}
    )
    merged = assemble(load_packs(Configuration(), [str(one), str(other)]), {}).data
    assert merged["shared"] == {"terms": {"x": 1}}
    assert merged["acme"]["terms"]["word"] == "<&>"
