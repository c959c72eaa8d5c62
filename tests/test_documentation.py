"""Documentation that is generated does not drift from what it is generated from, and the README shows real output."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gpai_lint.cli import run
from gpai_lint.errors import ExitCode
from gpai_lint.policy.packs import load_builtin
from gpai_lint.policy.packs.builtin import GENERATED, builtin_folder, generated_metadata
from gpai_lint.reports.catalogue import Catalogue

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = re.compile(r"<!-- example: gpai-lint (?P<words>[^\n]*) -->\n```text\n(?P<output>.*?)```\n", re.DOTALL)


def test_the_pages_are_what_the_rules_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["docs", "--check", "--output", str(ROOT / "docs")]) == 0, capsys.readouterr().err


def test_the_metadata_index_is_what_the_rules_say() -> None:
    committed = (builtin_folder() / GENERATED).read_text(encoding="utf-8")
    assert committed == generated_metadata(load_builtin()), "python -m gpai_lint.policy.packs.generate"


def test_the_readme_shows_what_the_command_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = EXAMPLE.finditer((ROOT / "README.md").read_text(encoding="utf-8"))
    run(example["words"].split())
    printed = capsys.readouterr().out
    # The README leaves lines out where it says so with an ellipsis; what it shows is printed, in this order.
    position = 0
    for part in example["output"].split("…\n"):
        position = printed.find(part.strip("\n"), position)
        assert position >= 0, part


def test_every_requirement_has_a_rule_or_a_reason() -> None:
    catalogue = Catalogue.of(load_builtin().rules.values(), load_builtin().data["gpai"])
    ruled = {name for rule in catalogue.rules for name in rule.requirements}
    assert not ruled - set(catalogue.requirements)
    silent = [
        name
        for name, row in catalogue.requirements.items()
        if name not in ruled
        and not row.get("attestation")
        and not row.get("no_rule")
        and not catalogue.parts(name)
        and not catalogue.question(name)
        and row["strength"] != "info"
    ]
    assert silent == []


def test_pages_name_the_parts_by_which_the_policies_decide(capsys: pytest.CaptureFixture[str]) -> None:
    catalogue = Catalogue.of(load_builtin().rules.values(), load_builtin().data["gpai"])
    capsys.readouterr()
    assert run(["eval", "data.gpai.status.parts", str(ROOT / "examples" / "well-documented")]) == ExitCode.CLEAN
    decided = json.loads(capsys.readouterr().out)
    rows = catalogue.requirements
    assert {name: sorted(catalogue.parts(name)) for name in decided} == {
        name: sorted(part for part in parts if rows[part]["strength"] == "must") for name, parts in decided.items()
    }
    assert "LAW-AXI-1" in decided


def test_the_coverage_table_says_of_every_requirement_what_decides_it() -> None:
    rows = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8").split("\n## ")[0].splitlines()
    cells = [re.split(r"(?<!\\)\|", row.strip("|")) for row in rows if row.startswith("| ")][1:]
    decided = {row[0].strip(): row[-1].strip() for row in cells}
    assert list(decided) == list(load_builtin().data["gpai"]["requirements"])
    said = r"\[GPAI-|attestation only|decided by its parts|settled by scope|for information|it says|the template leaves"
    assert [name for name, text in decided.items() if not re.match(said, text)] == []


def test_chapters_and_rules_name_other_frameworks_and_sources() -> None:
    chapter = (ROOT / "docs" / "chapters" / "safety_security.md").read_text(encoding="utf-8")
    assert "- Incidents and monitoring after release: ISO/IEC 42001: 9.1, 10.2, " in chapter
    rule = (ROOT / "docs" / "rules" / "incident-cybersecurity.md").read_text(encoding="utf-8")
    assert "NIST AI RMF: MANAGE 4.1, MANAGE 4.3" in rule
    assert "- COP-S: The final Safety and Security chapter" in rule


def test_links_in_the_documentation_lead_somewhere() -> None:
    link = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)")
    pages = [ROOT / "README.md", ROOT / "DEVELOPERS.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in link.findall(
            re.sub(r"````.*?````|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        )
        if not (page.parent / target).exists()
    ]
    assert broken == []
