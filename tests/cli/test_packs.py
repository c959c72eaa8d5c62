"""`gpai-lint packs`, and checks with the packs that it wrote down."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from made_packs import FILES, commit, git, key_pair, write_pack

from gpai_lint.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONFIGURATION = "# who we are\nversion: 1\nprovider: {name: Example}   # and no more\n"
LOCK = """\
# Written by 'gpai-lint packs'. Commit it beside gpai-lint.yaml; do not change it by hand.
version: 1
packs:
- source: "../acme"
  name: "acme"
  digest: "{digest}"
"""
POLICY = "package acme.cards\n\ndeny contains 'x'\n".replace("'", '"')


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a model repository with a configuration, which is the current directory; a pack lies beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "gpai-lint.yaml").write_text(CONFIGURATION)
    (folder / "README.md").write_text("# A model\n\nA language model.\n")
    write_pack(tmp_path / "acme")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return a function that runs the command and returns its exit code and what it printed."""

    def call(*words: str) -> tuple[int, str, str]:
        code = run(list(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def _digest(ran: Callable[..., tuple[int, str, str]]) -> str:
    rows = json.loads(ran("packs", "list", "--format", "json")[1])["packs"]
    return str(rows[1]["digest"])


def test_a_pack_is_added_pinned_and_used(repository: Path, ran: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = ran("packs", "add", "../acme")
    assert (code, err) == (0, "")
    digest = _digest(ran)
    assert out == f"gpai-lint.yaml: added '../acme' (acme).\ngpai-lint.lock: {digest}\n"
    assert (repository / "gpai-lint.yaml").read_text() == CONFIGURATION + "packs:\n- ../acme\n"
    assert (repository / "gpai-lint.lock").read_text() == LOCK.format(digest=digest)
    assert ran("packs", "verify")[0] == 0
    assert ran("packs", "list")[1].endswith("acme  ../acme\n    1 rules, data.acme, locked\n")
    write_pack(repository.parent / "acme", {"acme/cards.rego": POLICY})
    assert ran("packs", "update")[0] == 0
    code, out, _ = ran("check", "--select", "acme/acme.cards.deny")
    assert (code, "acme/acme.cards.deny" in out) == (1, True)


def test_a_pack_is_added_once_and_only_if_it_loads(repository: Path, ran: Callable[..., tuple[int, str, str]]) -> None:
    write_pack(repository.parent / "broken", {"a.rego": "no package\n"})
    write_pack(repository.parent / "same", FILES)
    assert ran("packs", "add", "../broken")[0] == 4
    assert ran("packs", "add", "../none")[0] == 2
    assert ran("packs", "add", "../acme", "--algorithm", "RS256")[0] == 2
    assert (repository / "gpai-lint.yaml").read_text() == CONFIGURATION
    assert not (repository / "gpai-lint.lock").exists()
    assert ran("packs", "add", "../acme")[0] == 0
    before = (repository / "gpai-lint.yaml").read_text(), (repository / "gpai-lint.lock").read_text()
    code, _, err = ran("packs", "add", "./../acme")
    assert (code, "gpai-lint.yaml:5:3: '../acme' is configured already." in err) == (2, True)
    code, _, err = ran("packs", "add", "../same")
    assert (code, "both define 'data.acme'" in err) == (4, True)
    assert ((repository / "gpai-lint.yaml").read_text(), (repository / "gpai-lint.lock").read_text()) == before


def test_a_configuration_is_written_where_there_is_none(
    repository: Path, ran: Callable[..., tuple[int, str, str]]
) -> None:
    (repository / "gpai-lint.yaml").unlink()
    assert ran("packs", "verify")[0] == 2
    assert ran("packs", "add", "../acme")[0] == 0
    assert (repository / "gpai-lint.yaml").read_text() == "version: 1\npacks:\n- ../acme\n"


def test_what_the_lock_does_not_say_is_refused(repository: Path, ran: Callable[..., tuple[int, str, str]]) -> None:
    ran("packs", "add", "../acme")
    pinned = _digest(ran)
    write_pack(repository.parent / "acme", {"acme/cards.rego": POLICY})
    code, out, err = ran("check")
    assert (code, out) == (2, "")
    assert err.startswith("gpai-lint: gpai-lint.lock:4:3: The pack 'acme' is not the one that gpai-lint.lock pins")
    assert pinned in err
    assert "'gpai-lint packs update acme'" in err
    assert ran("status")[0] == 2
    assert ran("packs", "lock")[0] == 2, "locking again would take what changed without a word"
    code, _, err = ran("packs", "verify")
    assert (code, err.startswith("FAILED  ../acme: gpai-lint.lock:4:3")) == (1, True)
    assert "refused: gpai-lint.lock:4:3" in ran("packs", "list")[1]
    code, out, _ = ran("packs", "update", "acme")
    assert (code, out) == (0, f"acme  {pinned} → {_digest(ran)}\n")
    assert ran("packs", "verify")[0] == 0


def test_a_pack_that_is_not_in_the_lock_is_refused(repository: Path, ran: Callable[..., tuple[int, str, str]]) -> None:
    ran("packs", "add", "../acme")
    write_pack(repository.parent / "more", {"more.rego": "package more\n\nx := 1\n"})
    code, _, err = ran("check", "--pack", "../more")
    assert (code, "The pack '../more' is not in gpai-lint.lock." in err) == (2, True)
    with (repository / "gpai-lint.yaml").open("a") as file:
        file.write("- ../more\n")
    code, _, err = ran("check")
    assert code == 2
    assert err == (
        "gpai-lint: gpai-lint.yaml:6:3: The pack '../more' is not in gpai-lint.lock.\n"
        "  Pin it with 'gpai-lint packs lock'.\n"
    )
    assert ran("packs", "lock")[0] == 0
    assert ran("packs", "verify")[0] == 0
    # A pack that is configured, named on the command line as well, is the same pack.
    assert ran("check", "--pack", "../more", "--exit-zero")[0] == 0
    (repository / "gpai-lint.yaml").write_text(CONFIGURATION + "packs: [../more]\n")
    ran("packs", "lock")
    assert "acme" not in (repository / "gpai-lint.lock").read_text()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("packs: [", "gpai-lint.lock:"),
        ("version: 2\npacks: []\n", "gpai-lint.lock:1:1: The lock is of version '2'"),
        ("version: true\npacks: []\n", "gpai-lint.lock:1:1: The lock is of version 'True'"),
        ("version: 1\n", "gpai-lint.lock:1:1: A lock has 'version' and a list of 'packs'"),
        ("version: 1\npacks: []\nallow: all\n", "gpai-lint.lock:1:1: A lock has"),
        ("version: 1\npacks:\n- source: ../acme\n", "gpai-lint.lock:3:3: The locked pack has no 'name'"),
        ("version: 1\npacks:\n- {source: a, name: a, digest: 'sha256:1'}\n", "gpai-lint.lock:3:3: The digest of"),
        ("version: 1\npacks:\n- {source: a, x: y}\n", "gpai-lint.lock:3:3: 'x' is no key of a locked pack"),
        ("version: 1\npacks:\n- 1\n", "gpai-lint.lock:3:3: A locked pack has texts alone"),
        ("version: 1\npacks:\n- {d}\n- {d}\n", "gpai-lint.lock:4:3: '../acme' is locked twice"),
    ],
)
def test_a_lock_that_is_wrong_allows_nothing(
    repository: Path, ran: Callable[..., tuple[int, str, str]], text: str, message: str
) -> None:
    (repository / "gpai-lint.yaml").write_text("packs: [../acme]\n")
    row = "{source: ../acme, name: acme, digest: 'sha256:" + "0" * 64 + "'}"
    (repository / "gpai-lint.lock").write_text(text.replace("{d}", row))
    code, _, err = ran("check")
    assert (code, message in err) == (2, True), err


def test_a_pack_in_git_follows_its_branch_only_when_asked(
    repository: Path, ran: Callable[..., tuple[int, str, str]]
) -> None:
    pack = repository.parent / "acme"
    first = commit(pack)
    git(pack, "tag", "v1")
    address = f"git+file://{pack}"
    assert ran("packs", "add", f"{address}@main")[0] == 0
    assert (repository / "gpai-lint.yaml").read_text() == CONFIGURATION + f"packs:\n- {address}@{first}\n"
    lock = (repository / "gpai-lint.lock").read_text()
    assert f'  ref: "main"\n  commit: "{first}"\n' in lock
    write_pack(pack, {"acme/cards.rego": POLICY})
    second = commit(pack)
    assert ran("packs", "verify")[0] == 0
    code, out, _ = ran("packs", "update", "acme")
    assert (code, out) == (0, f"acme  {first} → {second}\n")
    assert (repository / "gpai-lint.yaml").read_text() == CONFIGURATION + f"packs:\n- {address}@{second}\n"
    assert ran("packs", "update")[1] == "acme  unchanged\n"
    assert ran("packs", "update", "acme", "--to", "v1")[1] == f"acme  {second} → {first}\n"
    assert (repository / "gpai-lint.lock").read_text() == lock.replace('"main"', '"v1"')
    # What is pinned and cached needs no repository any more.
    shutil.rmtree(pack)
    assert ran("packs", "verify")[0] == 0
    assert ran("check", "--exit-zero")[0] == 0
    assert ran("packs", "update")[0] == 4
    assert ran("packs", "update", "other")[0] == 2
    assert ran("packs", "update", "--to", "v1")[0] == 2


def test_a_branch_in_the_configuration_is_refused(repository: Path, ran: Callable[..., tuple[int, str, str]]) -> None:
    pack = repository.parent / "acme"
    head = commit(pack)
    (repository / "gpai-lint.yaml").write_text(f"packs:\n- git+file://{pack}@main # ours\n")
    code, _, err = ran("check")
    assert (code, err.startswith("gpai-lint: gpai-lint.yaml:2:3: ")) == (2, True)
    assert "names no commit: 'main' may mean another one tomorrow" in err
    assert ran("check", "--pack", f"git+file://{pack}@main")[0] == 2
    assert ran("packs", "lock")[0] == 2
    assert ran("packs", "update")[0] == 0
    assert (repository / "gpai-lint.yaml").read_text() == f"packs:\n- git+file://{pack}@{head} # ours\n"
    assert ran("packs", "verify")[0] == 0


def test_a_signed_bundle_from_building_to_checking(repository: Path, ran: Callable[..., tuple[int, str, str]]) -> None:
    private, public = key_pair(repository.parent, "p256")
    bundle = "../acme.tar.gz"
    code, out, _ = ran("packs", "build", "../acme", "-o", bundle, "--signing-key", str(private))
    assert (code, out.splitlines()[0]) == (0, "../acme.tar.gz: 1 modules, 1 rules, signed with ES256")
    assert ran("packs", "add", bundle, "--key", str(public))[0] == 0
    added = "packs:\n- source: ../acme.tar.gz\n  key: ../p256.pub.pem\n"
    assert (repository / "gpai-lint.yaml").read_text() == CONFIGURATION + added
    assert ran("packs", "verify")[1] == "ok      ../acme.tar.gz: digest as locked, signature verified\n"
    # The same files without a signature have the same digest, and are refused all the same.
    assert ran("packs", "build", "../acme", "-o", bundle)[0] == 0
    code, _, err = ran("check")
    assert (code, "'../acme.tar.gz' is not signed, and a key is configured for it." in err) == (4, True)
    assert err.startswith("gpai-lint: gpai-lint.yaml:5:3: ")
    assert ran("packs", "verify")[0] == 1
    assert ran("packs", "add", "../acme", "--key", str(public))[0] == 4
    assert ran("packs", "build", "../acme", "--signing-alg", "RS256")[0] == 2


@pytest.mark.opa
def test_stock_opa_tests_a_pack_that_uses_the_library(
    repository: Path, ran: Callable[..., tuple[int, str, str]], opa_binary: str
) -> None:
    library = repository.parent / "library.tar.gz"
    assert ran("packs", "build", "--output", str(library))[0] == 0
    test = "package acme.t_test\n\nimport data.gpai.lib.numbers\n\ntest_x if numbers.within(100, 101, 1)\n"
    (repository.parent / "acme" / "t_test.rego").write_text(test)
    done = subprocess.run(
        [opa_binary, "test", ".", str(library), "--run", "data.acme"],
        cwd=repository.parent / "acme",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "PASS: 2/2\n")


def test_what_differs_from_the_lock_is_named(repository: Path, ran: Callable[..., tuple[int, str, str]]) -> None:
    pack = write_pack(repository.parent / "git")
    head = commit(pack)
    assert ran("packs", "add", f"git+file://{pack}@{head}")[0] == 0
    lock = repository / "gpai-lint.lock"
    lock.write_text(lock.read_text().replace(f'commit: "{head}"', f'commit: "{"0" * 40}"'))
    assert f"its commit is {head}, and the lock says {'0' * 40}." in ran("check")[2]


def test_there_is_nothing_to_verify_without_packs_or_a_lock(
    repository: Path, ran: Callable[..., tuple[int, str, str]]
) -> None:
    assert ran("packs", "verify")[0] == 3
    (repository / "gpai-lint.yaml").write_text("packs: [../acme]\n")
    code, _, err = ran("packs", "verify")
    assert (code, "There is no gpai-lint.lock to verify against." in err) == (2, True)


def test_the_lock_lies_beside_the_configuration(
    repository: Path, ran: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    below = repository / "models"
    below.mkdir()
    (repository / ".git").mkdir()
    shutil.copy(repository / "README.md", below)
    monkeypatch.chdir(below)
    assert ran("packs", "add", "../../acme")[0] == 0
    assert (repository / "gpai-lint.yaml").read_text().endswith("packs:\n- ../acme\n")
    write_pack(repository.parent / "acme", {"acme/cards.rego": POLICY})
    code, _, err = ran("check")
    assert (code, err.startswith("gpai-lint: ../gpai-lint.lock:4:3: ")) == (2, True)


def test_algorithms_offered_are_those_that_are_implemented() -> None:
    from gpai_lint.cli import packs
    from gpai_lint.configuration.load import load_schema
    from gpai_lint.policy.packs import keys

    settings = load_schema()["$defs"]["pack"]["oneOf"][1]["properties"]
    assert list(packs.ALGORITHMS) == list(keys.ALGORITHMS) == settings["algorithm"]["enum"]
