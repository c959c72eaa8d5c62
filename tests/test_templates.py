"""The templates in docs/templates: every item has its place, and what is not filled in is noticed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from gpai_lint.artifacts import markdown
from gpai_lint.artifacts.interface import Artifact, Prose
from gpai_lint.artifacts.kinds import kind_by_name
from gpai_lint.evidence import bindings, placeholders

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "templates"
REQUIREMENTS = yaml.safe_load(
    (ROOT / "policies" / "code-of-practice-2025" / "gpai" / "requirements" / "data.yaml").read_text(encoding="utf-8")
)
KINDS = {
    "copyright-policy.md": "copyright_policy",
    "incident-process.md": "incident_process",
    "model-documentation.md": "model_documentation_form",
    "model-report.md": "model_report",
    "safety-framework.md": "safety_framework",
    "training-summary.md": "training_content_summary",
}


def artifact(name: str) -> Artifact:
    content = markdown.parse(name, (FOLDER / name).read_bytes())
    assert isinstance(content, Prose)
    return Artifact(name, "markdown", KINDS[name], content)


def bound(name: str) -> list[str]:
    return [row.item for row in bindings.read(artifact(name), 0)]


def test_these_are_the_templates() -> None:
    assert {path.name for path in FOLDER.glob("*.md")} == set(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_a_template_is_recognised_by_its_name(name: str) -> None:
    assert kind_by_name(name) == KINDS[name]


@pytest.mark.parametrize("name", KINDS)
def test_a_template_binds_known_items_once(name: str) -> None:
    items = bound(name)
    assert set(items) <= set(REQUIREMENTS)
    assert len(items) == len(set(items))


@pytest.mark.parametrize("name", KINDS)
def test_every_gap_is_a_placeholder(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    found = [row.text for row in placeholders.read(artifact(name), 0)]
    assert found == ["[More Information Needed]"] * text.count("[More Information Needed]")
    assert found


@pytest.mark.parametrize(
    ("prefix", "names", "without"),
    [
        ("MDF-", ["model-documentation.md"], set()),
        # How the summary as a whole is published is no field of it.
        ("PS-", ["training-summary.md"], {"PS-0.a", "PS-0.b", "PS-0.c", "PS-0.d", "PS-0.e", "PS-0.f"}),
        ("C-", ["copyright-policy.md"], set()),
        # Whom the chapter binds is settled by scope and not in these documents.
        ("S-", ["safety-framework.md", "model-report.md", "incident-process.md"], {"S-0.1", "S-0.2"}),
        ("A-", ["safety-framework.md", "model-report.md"], set()),
    ],
)
def test_every_item_has_its_place(prefix: str, names: list[str], without: set[str]) -> None:
    items = {item for name in names for item in bound(name) if item.startswith(prefix)}
    assert items == {item for item in REQUIREMENTS if item.startswith(prefix)} - without


def test_the_incident_process_keeps_the_periods_of_the_code() -> None:
    text = (FOLDER / "incident-process.md").read_text(encoding="utf-8")
    assert re.findall(r"\| (\d+) days", text) == ["2", "5", "10", "15"]


def test_the_summary_of_an_example_is_the_template_filled_in() -> None:
    def labels(path: Path) -> list[str]:
        return re.findall(r"^- \*\*(.+?):\*\*", path.read_text(encoding="utf-8"), re.MULTILINE)

    template = labels(FOLDER / "training-summary.md")
    example = labels(ROOT / "examples" / "systemic-risk-provider" / "public" / "training-summary.md")
    # What a "no" makes pointless is left out.
    left_out = {"General description of the provider's services", "Narrative description of these sources"}
    assert set(template) - set(example) == left_out
    assert set(example) <= set(template)


@pytest.mark.parametrize(
    ("template", "document"),
    [
        ("safety-framework.md", "internal/safety-framework.md"),
        ("model-report.md", "internal/model-report.md"),
        ("incident-process.md", "internal/incident-process.md"),
        ("copyright-policy.md", "public/copyright-policy.md"),
    ],
)
def test_the_documents_of_an_example_answer_every_section_of_their_template(template: str, document: str) -> None:
    def headings(path: Path) -> set[str]:
        return set(re.findall(r"^##+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE))

    missing = headings(FOLDER / template) - headings(ROOT / "examples" / "systemic-risk-provider" / document)
    assert missing <= {"Gaps of older models"}
