"""Bad input ends in a clear message with its place and the exit code of the contract, never in a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from gpai_lint.cli import run
from gpai_lint.errors import ExitCode

CARD = "---\nlicense: apache-2.0\n---\n# Example model\n\nA language model with 7 billion parameters.\n"


def card(root: Path, text: str | bytes = CARD) -> Path:
    path = root / "README.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def unread(root: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, int, str]]:
    assert run(["input", str(root)]) == ExitCode.CLEAN
    rows = json.loads(capsys.readouterr().out)["unread"]
    return [(row["file"], row["location"]["line"], row["reason"]) for row in rows]


def test_a_missing_path_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(tmp_path / "nowhere")]) == ExitCode.USAGE
    assert "There is no file or directory" in capsys.readouterr().err


def test_a_directory_without_artifacts_is_nothing_to_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "main.c").write_text("int main(void) { return 0; }\n", encoding="utf-8")
    assert run([str(tmp_path)]) == ExitCode.NOTHING_TO_CHECK
    assert "nothing to check" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "junit", "markdown", "html"])
def test_a_data_set_without_a_model_is_nothing_to_check_in_every_format(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    card(tmp_path, "---\nsize_categories: [1M<n<10M]\nlicense: cc-by-4.0\n---\n# Nest\n\nA data set.\n")
    assert run([str(tmp_path), "--format", form]) == ExitCode.NOTHING_TO_CHECK
    said = capsys.readouterr()
    assert said.out == ""
    assert "'README.md' describes a data set" in said.err


def test_the_facts_of_a_data_set_can_be_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card(tmp_path, "---\nsize_categories: [1M<n<10M]\n---\n# Nest\n\nThe dataset includes over 100B text documents.\n")
    assert run(["evidence", str(tmp_path)]) == ExitCode.CLEAN
    assert "over 100B text documents" in capsys.readouterr().out


def test_an_unknown_option_and_an_unknown_format_are_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    card(tmp_path)
    assert run([str(tmp_path), "--formt", "json"]) == ExitCode.USAGE
    assert run([str(tmp_path), "--format", "yaml"]) == ExitCode.USAGE
    assert "There is no format 'yaml'" in capsys.readouterr().err


def test_two_formats_cannot_share_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card(tmp_path)
    assert run([str(tmp_path), "--format", "json", "--format", "text"]) == ExitCode.USAGE
    assert "--format sarif=FILE" in capsys.readouterr().err


def test_front_matter_that_is_no_yaml_is_located_and_the_card_is_read_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    card(tmp_path, "---\nlicense: [apache\nlanguage: en\n---\n# Example\n\nIt has 7 billion parameters.\n")
    ((file, line, _),) = unread(tmp_path, capsys)
    assert file == "README.md"
    assert line in {2, 3}


def test_json_cut_in_half_is_located(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card(tmp_path)
    (tmp_path / "config.json").write_text('{\n  "model_type": "example",\n  "vocab', encoding="utf-8")
    ((file, line, _),) = unread(tmp_path, capsys)
    assert (file, line) == ("config.json", 3)


def test_a_card_that_is_not_utf8_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card(tmp_path, b"# Mod\xe8le\n\nUn mod\xe8le de langue.\n")
    ((file, line, reason),) = unread(tmp_path, capsys)
    assert (file, line) == ("README.md", 1)
    assert "UTF-8" in reason


def test_an_empty_card_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card(tmp_path, "")
    assert run(["input", str(tmp_path)]) in {ExitCode.CLEAN, ExitCode.NOTHING_TO_CHECK}
    assert "Traceback" not in capsys.readouterr().err


def test_a_link_that_leads_outside_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    card(root)
    (tmp_path / "MODEL_CARD.md").write_text("# Secret\n\nThe secret has 1 billion parameters.\n", encoding="utf-8")
    (root / "MODEL_CARD.md").symlink_to(tmp_path / "MODEL_CARD.md")
    assert run(["input", str(root)]) == ExitCode.CLEAN
    document = json.loads(capsys.readouterr().out)
    assert [row["path"] for row in document["documents"]] == ["README.md"]
    assert [(row["file"], "leads outside" in row["reason"]) for row in document["unread"]] == [("MODEL_CARD.md", True)]


def test_a_wrong_day_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card(tmp_path)
    assert run([str(tmp_path), "--as-of", "2026-02-30"]) == ExitCode.USAGE
    assert "2026-02-30" in capsys.readouterr().err


def test_init_writes_once_and_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card(tmp_path)
    assert run(["init", str(tmp_path)]) == ExitCode.CLEAN
    written = (tmp_path / "gpai-lint.yaml").read_text(encoding="utf-8")
    assert 'path: "."' in written
    (tmp_path / "gpai-lint.yaml").write_text("version: 1\n", encoding="utf-8")
    assert run(["init", str(tmp_path)]) == ExitCode.USAGE
    assert (tmp_path / "gpai-lint.yaml").read_text(encoding="utf-8") == "version: 1\n"
    assert "exists already" in capsys.readouterr().err


def test_what_init_writes_is_a_valid_configuration(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card(tmp_path)
    assert run(["init", str(tmp_path)]) == ExitCode.CLEAN
    assert run(["input", str(tmp_path)]) == ExitCode.CLEAN
    capsys.readouterr()


def test_a_file_that_cannot_be_read_fails_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card(tmp_path)
    (tmp_path / "config.json").write_text('{"architectures": [\n', encoding="utf-8")
    assert run([str(tmp_path)]) == ExitCode.FINDINGS
    assert "GPAI-802" in capsys.readouterr().out


def test_a_level_for_an_unknown_rule_is_refused_at_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card(tmp_path)
    (tmp_path / "gpai-lint.yaml").write_text("rules:\n  copyrigt-policy-missing: off\n", encoding="utf-8")
    assert run([str(tmp_path)]) == ExitCode.USAGE
    told = capsys.readouterr().err
    assert "gpai-lint.yaml:2:3: There is no rule 'copyrigt-policy-missing'." in told
    assert "Did you mean 'copyright-policy-missing'?" in told


@pytest.mark.skipif(sys.platform != "linux", reason="this system has no names that are not in UTF-8")
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "junit", "markdown", "html"])
def test_a_name_that_is_not_in_utf8_is_said_in_every_format(tmp_path: Path, form: str) -> None:
    root = tmp_path / "model"
    root.mkdir()
    for name in (b"gr\xfcn.md", b"gr\xfcn.png"):
        (root / os.fsdecode(name)).write_text(CARD, encoding="utf-8")
    (root / os.fsdecode(b"au\xdfen.md")).symlink_to(card(tmp_path))
    report = tmp_path / "report"
    assert run([str(root), f"--format={form}={report}"]) == ExitCode.FINDINGS
    text = unescape(report.read_text(encoding="utf-8"))
    assert "is not in UTF-8" in text
    assert "leads outside" in text
    assert "png" not in text


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a device that is always full")
def test_a_report_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Lark\n\nA language model with 7 billion parameters.\n", encoding="utf-8")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "gpai_lint", "check", str(tmp_path)]
        answer = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert answer.returncode == 4
    assert answer.stderr == "gpai-lint: [Errno 28] No space left on device\n"
