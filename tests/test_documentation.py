"""Documentation that is generated does not drift from what it is generated from, and the README shows real output."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gpai_lint.cli import run
from gpai_lint.policy.packs import load_builtin
from gpai_lint.policy.packs.builtin import GENERATED, builtin_folder, generated_metadata

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
    requirements = load_builtin().data["gpai"]["requirements"]
    ruled = {name for rule in load_builtin().rules.values() for name in rule.requirements}
    unknown = ruled - set(requirements)
    assert not unknown
    silent = [
        name
        for name, row in requirements.items()
        if name not in ruled and not row.get("attestation") and row["strength"] != "info" and not row.get("no_rule")
    ]
    assert silent == []


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
