"""The packs in ``examples``: their tests, what they find in the example repositories, and the bundle of a release."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from gpai_lint.cli import run
from gpai_lint.errors import ExitCode
from gpai_lint.policy.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Check = Callable[..., list[tuple[str, str, str, str]]]

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
ORGANISATION = EXAMPLES / "org-pack"
PER_FILE = EXAMPLES / "conftest-policy" / "per-file"
WHOLE = EXAMPLES / "conftest-policy" / "document"
BUILTIN = ROOT / "policies" / "code-of-practice-2025"
SCHEMA = ROOT / "gpai_lint" / "policy" / "input.schema.json"

ENGINES = ["embedded", pytest.param("opa", marks=pytest.mark.opa)]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of each engine in turn."""
    name: str = request.param
    if name == "opa":
        monkeypatch.setenv("GPAI_LINT_OPA", request.getfixturevalue("opa_binary"))
    return name


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """Return a function that checks a repository with packs: rule, level, file and message of what they find."""

    def command(repository: Path, packs: Sequence[Path], engine: str = "embedded") -> list[tuple[str, str, str, str]]:
        words = [f"--pack={pack}" for pack in packs]
        words += ["--engine", engine, "--as-of", "2026-08-02", "--fail-on", "never", "--format", "json"]
        assert run(["check", str(repository), *words]) == ExitCode.CLEAN
        rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
        return [
            (row["rule"]["id"], row["level"], row["file"], row["message"])
            for row in rows
            if not row["rule"]["id"].startswith("GPAI-")
        ]

    return command


@pytest.mark.parametrize("pack", [ORGANISATION, PER_FILE, WHOLE], ids=lambda path: path.name)
def test_a_pack_passes_its_tests(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["test", str(pack)]) == ExitCode.CLEAN
    assert "passed" in capsys.readouterr().out


def test_the_organisation_has_six_rules_with_all_that_a_rule_needs() -> None:
    pack = load_pack(ORGANISATION)
    assert (pack.name, pack.roots) == ("skerry-models", ("skerry",))
    assert sorted(pack.rules) == [f"SKE-10{number}" for number in range(1, 7)]
    for rule in pack.rules.values():
        assert rule.description, rule.id
        assert rule.remediation, rule.id
        assert set(rule.examples) == {"bad", "good"}
        folder = ORGANISATION / Path(*rule.package.split("."))
        assert (folder / f"{folder.name}_test.rego").is_file()
        assert f"({folder.relative_to(ORGANISATION)})" in (ORGANISATION / "README.md").read_text("utf-8")


@pytest.mark.opa
def test_opa_takes_the_pack_and_passes_its_tests(opa_binary: str) -> None:
    folders = [str(BUILTIN), str(ORGANISATION)]
    for words in (
        ["check", "--strict", "--schema", str(SCHEMA), *folders],
        ["test", *folders, "--run", r"data\.skerry"],
    ):
        done = subprocess.run([opa_binary, *words], capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr


WELL_DOCUMENTED = [
    (
        "SKE-102",
        "warning",
        "README.md",
        "No change to 'README.md' needs the approval of @skerry/compliance or @skerry/legal.",
    ),
    ("SKE-105", "warning", "README.md", "The card does not give the number of the model in the register."),
]


def test_what_the_organisation_finds_in_a_good_repository(check: Check, engine: str) -> None:
    assert check(EXAMPLES / "well-documented", [ORGANISATION], engine) == WELL_DOCUMENTED


def test_what_the_organisation_finds_in_a_bad_one(check: Check, engine: str) -> None:
    found = check(EXAMPLES / "full-of-defects", [ORGANISATION], engine)
    assert [row[:3] for row in found] == [
        ("SKE-101", "error", "LICENSE"),
        ("SKE-102", "warning", "README.md"),
        ("SKE-105", "warning", "README.md"),
        ("SKE-104", "error", "README.md"),
        ("SKE-102", "warning", "model-documentation.yaml"),
        ("SKE-102", "warning", "training-summary.yaml"),
    ]


def test_conftest_policies_run_as_they_are(check: Check, engine: str, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "well-documented", tmp_path / "model")
    repository = tmp_path / "model"
    assert check(repository, [PER_FILE, WHOLE], engine) == [
        ("cards-per-file/main.warn", "warning", "README.md", "The card has no tags")
    ]
    (repository / "README.md").write_text("---\nlicense: other\nlanguage: [en]\ntags: [x]\n---\n# Skerry 8B\n")
    (repository / ".github" / "CODEOWNERS").unlink()
    (repository / "config.json").write_text('{"architectures": ["OtherLM"],\n "max_position_embeddings": 2048}\n')
    found = check(repository, [PER_FILE, WHOLE], engine)
    assert sorted(found) == [
        ("cards-per-file/main.deny", "error", "config.json", "'OtherLM' is no architecture of ours"),
        (
            "cards-per-file/main.deny_licence",
            "error",
            "README.md",
            "The licence 'other' is not one of apache-2.0, mit",
        ),
        ("cards-per-file/main.violation_language", "error", "README.md", "The card does not name the languages fi"),
        (
            "cards-per-file/main.warn_context",
            "warning",
            "config.json",
            "The context is shorter than 8192 tokens",
        ),
        ("cards-whole/release.models.warn_readers", "warning", "README.md", "There is no CODEOWNERS file"),
    ]
    (repository / "README.md").write_text(
        "---\nlicense: other\nlanguage: [en, fi]\ntags: [experiment]\n---\n# Skerry\n"
    )
    assert "cards-per-file/main.deny_licence" not in {row[0] for row in check(repository, [PER_FILE], engine)}


def test_the_bundle_of_a_release_is_signed_and_found_to_be(
    tmp_path: Path, check: Check, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the workflow publishes it: built, signed with a private key, verified with the public one, loaded."""
    private, public = _keys(tmp_path)
    repository = tmp_path / "model"
    shutil.copytree(EXAMPLES / "well-documented", repository)
    bundle = repository / "skerry-models.tar.gz"
    words = ["packs", "build", str(ORGANISATION), "--output", str(bundle), "--signing-key", str(private)]
    assert run(words) == ExitCode.CLEAN
    shutil.copy(public, repository / "skerry.pem")
    configuration = repository / "gpai-lint.yaml"
    entry = "packs:\n- {source: skerry-models.tar.gz, key: skerry.pem}\n"
    configuration.write_text(configuration.read_text("utf-8") + entry, "utf-8")
    capsys.readouterr()
    assert check(repository, []) == WELL_DOCUMENTED
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(_keys(other)[1], repository / "skerry.pem")
    assert run(["check", str(repository)]) in {ExitCode.FAILURE, ExitCode.USAGE}
    assert "signature" in capsys.readouterr().err


def _keys(folder: Path) -> tuple[Path, Path]:
    """Return the paths of a new private key and of its public one."""
    serialization = pytest.importorskip("cryptography.hazmat.primitives.serialization")
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    private, public = folder / "private.pem", folder / "public.pem"
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    public.write_bytes(
        key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return private, public
