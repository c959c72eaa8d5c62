"""The configuration: where it is found, what is refused and with which words, and where its values stand."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from gpai_lint.configuration.load import find_configuration, load_configuration
from gpai_lint.errors import ExitCode, UsageError
from gpai_lint.findings.selection import select
from gpai_lint.policy.packs import load_builtin

COMPLETE = """\
version: 1
provider:
  name: Example Models SAS
  country: NO
  size: small
  signatory: {transparency: true, copyright: true, safety_security: false}
models:
- path: models/one
  name: One
  union_market_date: 2025-10-01
  training_compute_flop: 3.8e25
documents:
  copyright_policy: docs/copyright.md
  training_content_summary:
  - url: https://example.org/summary.pdf
    models: [models/one]
    public: true
exclude: [old/]
rules: {GPAI-601: note}
"""


def write(root: Path, text: str) -> Path:
    path = root / "gpai-lint.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_complete_configuration_is_read_with_the_place_of_every_value(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/copyright.md").write_text("# Copyright policy\n", encoding="utf-8")
    configuration = load_configuration(write(tmp_path, COMPLETE), tmp_path)
    assert configuration.values["provider"]["country"] == "NO"
    assert configuration.values["models"][0]["union_market_date"] == "2025-10-01"
    assert configuration.values["models"][0]["training_compute_flop"] == 3.8e25
    assert [(model.path, model.name) for model in configuration.models] == [("models/one", "One")]
    policy, summary = configuration.documents
    assert (policy.kind, policy.path, policy.location.span.line) == ("copyright_policy", "docs/copyright.md", 13)
    assert (summary.url, summary.models) == ("https://example.org/summary.pdf", ("models/one",))
    assert str(configuration.locate("/provider/country")) == "gpai-lint.yaml:4:3"
    assert str(configuration.locate("/provider/authorised_representative")) == "gpai-lint.yaml:2:1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("provider:\n  nam: X\n", "gpai-lint.yaml:2:3: Unknown key 'nam' in /provider.\n  Did you mean 'name'?"),
        ("documents:\n  copyright_polic: a.md\n", "2:3: 'copyright_polic' is not allowed for /documents."),
        ("documents:\n  copyright_policy: a.md\n", "2:3: There is no file 'a.md'."),
        ("documents:\n  copyright_policy: .\n", "2:3: There is no file '.'."),
        ('documents:\n  copyright_policy: "a\\0"\n', "2:3: 'a\0' cannot be a path: embedded null byte."),
        (f"documents:\n  copyright_policy: {'a' * 300}\n", f"2:3: There is no file '{'a' * 200}'."),
        (
            "documents:\n  copyright_policy: ../a.md\n",
            "2:3: '../a.md' lies outside the directory of the configuration.",
        ),
        ("models:\n- name: x\n", "2:3: /models/0 lacks the key 'path'."),
        ("models: 3\n", "1:9: /models must be of type array, not '3'."),
        ("models:\n- path: /etc\n", "2:3: '/etc' is an absolute path"),
        ("rules: {a: fatal}\n", "1:12: 'fatal' is not allowed for /rules/a.\n  Allowed: error, warning, note, off."),
        ("models:\n- path: .\n  release_date: 2025-13-01\n", "3:17: '2025-13-01' is not valid"),
        ("a: [\n", "2:1: The YAML does not parse"),
        ("attestations: ../elsewhere.yaml\n", "1:1: The attestations file lies outside"),
    ],
)
def test_a_mistake_is_wrong_usage_with_its_place_and_the_nearest_name(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_configuration(write(tmp_path, text), tmp_path)
    assert message in str(caught.value)
    assert caught.value.exit_code == ExitCode.USAGE


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = "provider:\n  contry: DE\n  nam: X\nmodels:\n- path: 5\n- name: q\nwaivers:\n- path: x\n"
    with pytest.raises(UsageError) as caught:
        load_configuration(write(tmp_path, text), tmp_path)
    assert str(caught.value).splitlines() == [
        "gpai-lint.yaml:2:3: Unknown key 'contry' in /provider.",
        "  Did you mean 'country'?",
        "gpai-lint.yaml:3:3: Unknown key 'nam' in /provider.",
        "  Did you mean 'name'?",
        "gpai-lint.yaml:5:9: /models/0/path must be of type string, not '5'.",
        "gpai-lint.yaml:6:3: /models/1 lacks the key 'path'.",
        "gpai-lint.yaml:8:3: /waivers/0 lacks the keys 'rule', 'reason'.",
    ]


def test_a_file_that_is_not_in_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gpai-lint.yaml"
    path.write_bytes(b"provider:\n  name: Soci\xe9t\xe9\n")
    with pytest.raises(UsageError, match=r"gpai-lint.yaml:2:1: The configuration is not in UTF-8"):
        load_configuration(path, tmp_path)


def test_no_file_and_an_empty_file_declare_nothing(tmp_path: Path) -> None:
    assert load_configuration(None, tmp_path).values == {}
    assert load_configuration(write(tmp_path, ""), tmp_path).values == {}


def test_it_is_found_upward_but_not_beyond_the_git_root(tmp_path: Path) -> None:
    write(tmp_path, "version: 1\n")
    inner = tmp_path / "repository" / "models" / "one"
    inner.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(tmp_path / "repository")], check=True)
    assert find_configuration(inner) is None
    nearest = write(tmp_path / "repository", "version: 1\n")
    assert find_configuration(inner) == nearest.resolve()


def test_outside_of_git_only_the_checked_directory_is_looked_at(tmp_path: Path) -> None:
    write(tmp_path, "version: 1\n")
    (tmp_path / "model").mkdir()
    assert find_configuration(tmp_path / "model") is None
    assert find_configuration(tmp_path) == (tmp_path / "gpai-lint.yaml").resolve()


def test_a_link_out_of_the_repository_is_refused_without_a_word_of_what_it_names(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s3cret", encoding="utf-8")
    root = tmp_path / "repository"
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    (root / "gpai-lint.yaml").symlink_to(tmp_path / "secret")
    with pytest.raises(UsageError) as caught:
        find_configuration(root)
    assert str(caught.value).startswith("gpai-lint.yaml:1:1: The configuration is a symbolic link that leads outside")
    (root / "gpai-lint.yaml").unlink()
    (root / "gpai-lint.yaml").symlink_to(".git/config")
    with pytest.raises(UsageError, match="leads outside"):
        find_configuration(root)


def test_paths_are_rebased_to_the_checked_root(tmp_path: Path) -> None:
    (tmp_path / "models/one").mkdir(parents=True)
    (tmp_path / "policy.md").write_text("# Policy\n", encoding="utf-8")
    path = write(tmp_path, "models:\n- path: models/one\ndocuments:\n  copyright_policy: policy.md\n")
    configuration = load_configuration(path, tmp_path / "models/one")
    assert configuration.models[0].path == "."
    assert configuration.documents[0].path == "../../policy.md"
    assert configuration.file == "../../gpai-lint.yaml"


def test_an_unknown_rule_is_wrong_usage_at_its_place_with_the_nearest_name(tmp_path: Path) -> None:
    configuration = load_configuration(write(tmp_path, "rules:\n  authorised-representativ: note\n"), tmp_path)
    with pytest.raises(UsageError) as caught:
        select((load_builtin(),), configuration)
    assert str(caught.value) == (
        "gpai-lint.yaml:2:3: There is no rule 'authorised-representativ'.\n  Did you mean 'authorised-representative'?"
    )


def test_attestations_are_read_from_their_own_file_with_their_own_places(tmp_path: Path) -> None:
    (tmp_path / "attestations.yaml").write_text(
        "- requirement: S-8.3\n  statement: Staff may speak up.\n  by: Head of Safety\n  date: 2026-05-01\n",
        encoding="utf-8",
    )
    configuration = load_configuration(write(tmp_path, "attestations: attestations.yaml\n"), tmp_path)
    assert configuration.values["attestations"][0]["requirement"] == "S-8.3"
    assert str(configuration.locate("/attestations/0/date")) == "attestations.yaml:4:3"


def test_a_wrong_attestation_is_located_in_its_file(tmp_path: Path) -> None:
    (tmp_path / "attestations.yaml").write_text("- requirement: S-8.3\n  by: Someone\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"attestations.yaml:1:3: /0 lacks the keys 'statement', 'date'"):
        load_configuration(write(tmp_path, "attestations: attestations.yaml\n"), tmp_path)
