"""A model repository on the way through four pull requests, checked as a workflow would check them.

Main holds one well documented model. A pull request adds a second one without a summary of its training content; the
next one adds the summary, another one waives it instead, and a third waives it for a time that then runs out.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, fromstring

import pytest
import yaml
from git import Repo

from gpai_lint.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "well-documented"
FIRST, SECOND = "models/skerry-8b", "models/skerry-12b"
SUMMARY = "training-summary.yaml"
RULE = "training-summary-missing"
TODAY = "2026-11-23"
HEADING = "## Training data\n"
WAIVER = f"<!-- gpai-lint: ignore[{RULE}] until 2027-01-31: The summary is being translated -->\n"


@dataclass(frozen=True)
class Check:
    """What one run of the command left in each format."""

    code: int
    report: dict[str, Any]
    sarif: list[dict[str, Any]]
    annotations: list[str]
    summary: str
    junit: Element

    def counting(self, level: str = "error") -> list[tuple[str, str]]:
        """Return model and rule of the findings that count."""
        rows = self.report["findings"]
        return [
            (row["model"], row["rule"]["name"]) for row in rows if (row["status"], row["level"]) == ("active", level)
        ]


class Repository:
    """A repository whose branches are pull requests."""

    def __init__(self, root: Path) -> None:
        """Begin with one model on ``main``."""
        self.root = root
        shutil.copytree(EXAMPLE, root / FIRST)
        self._configuration = yaml.safe_load((root / FIRST / "gpai-lint.yaml").read_text(encoding="utf-8"))
        (root / FIRST / "gpai-lint.yaml").unlink()
        # Each model's documents stand beside its card and are found there.
        del self._configuration["documents"]
        self._configuration["models"][0]["path"] = FIRST
        self._configure()
        self._repo = Repo.init(root, initial_branch="main")
        self._commit("Publish Skerry 8B")

    def branch(self, name: str, change: Callable[[], None], base: str = "main") -> None:
        """Commit a change on a new branch."""
        self._repo.git.checkout("-b", name, base)
        change()
        self._commit(name)

    def add_a_model(self) -> None:
        """Publish a second model without a summary of its training content."""
        shutil.copytree(self.root / FIRST, self.root / SECOND)
        for file in filter(Path.is_file, (self.root / SECOND).rglob("*")):
            text = file.read_text(encoding="utf-8")
            file.write_text(
                text.replace("Skerry 8B", "Skerry 12B").replace("skerry-8b", "skerry-12b"), encoding="utf-8"
            )
        (self.root / SECOND / SUMMARY).unlink()
        self._configuration["models"].append(
            {**self._configuration["models"][0], "path": SECOND, "name": "Skerry 12B"},
        )
        self._configure()

    def add_the_summary(self) -> None:
        """Publish the summary of the second model's training content."""
        text = (self.root / FIRST / SUMMARY).read_text(encoding="utf-8")
        (self.root / SECOND / SUMMARY).write_text(text.replace("Skerry 8B", "Skerry 12B"), encoding="utf-8")

    def waive_it(self) -> None:
        """Say in the card why there is no summary yet."""
        card = self.root / SECOND / "README.md"
        text = card.read_text(encoding="utf-8")
        assert HEADING in text
        card.write_text(text.replace(HEADING, HEADING + WAIVER), encoding="utf-8")

    def check(self, branch: str, base: str, *words: str, as_of: str = TODAY) -> Check:
        """Check a branch against its base in every format, in one run."""
        self._repo.git.checkout(branch)
        folder = self.root.parent / f"{self.root.name}-reports"
        files = {form: folder / form for form in ("json", "sarif", "github", "markdown", "junit")}
        formats = [f"--format={form}={file}" for form, file in files.items()]
        code = run(["check", str(self.root), "--as-of", as_of, "--diff", base, *formats, *words])
        text = {form: file.read_text(encoding="utf-8") for form, file in files.items()}
        return Check(
            code,
            json.loads(text["json"]),
            json.loads(text["sarif"])["runs"][0]["results"],
            [line for line in text["github"].splitlines() if line.startswith("::")],
            text["markdown"],
            fromstring(text["junit"]),  # noqa: S314 - our own report
        )

    def _configure(self) -> None:
        (self.root / "gpai-lint.yaml").write_text(yaml.safe_dump(self._configuration), encoding="utf-8")

    def _commit(self, message: str) -> None:
        self._repo.git.add("--all")
        self._repo.git(c=["user.name=a", "user.email=a@example.org"]).commit("-m", message)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = Repository(tmp_path_factory.mktemp("pull") / "models")
    made.branch("add", made.add_a_model)
    made.branch("fix", made.add_the_summary, base="add")
    made.branch("waive", made.waive_it, base="add")
    return made


@pytest.fixture(scope="module")
def added(repository: Repository) -> Check:
    return repository.check("add", "main")


@pytest.fixture(scope="module")
def waived(repository: Repository) -> Check:
    return repository.check("waive", "add")


def test_main_passes(repository: Repository) -> None:
    assert run(["check", str(repository.root / FIRST), "--as-of", TODAY, "--format", "github"]) == 0


def test_a_pull_request_that_adds_a_model_without_a_summary_fails_for_that_alone(added: Check) -> None:
    assert added.code == 1
    assert added.counting() == [(SECOND, RULE)]
    assert added.counting("warning") == []
    assert added.report["summary"]["unchanged"] == 0


def test_it_is_told_where_the_reviewer_looks(added: Check) -> None:
    error = added.annotations[0]
    assert error.startswith(f"::error file={SECOND}/README.md,line=")
    assert f"title=GPAI-201 {RULE} (Article 53(1)(d))::There is no public summary" in error
    (result,) = [row for row in added.sarif if row["level"] == "error"]
    assert (result["ruleId"], result["baselineState"]) == ("GPAI-201", "new")
    assert added.summary.startswith("## gpai-lint: 1 error")
    assert "### New findings" in added.summary
    assert added.junit.get("failures") == "1"


def test_a_pull_request_that_adds_the_summary_passes_and_counts_it_as_fixed(repository: Repository) -> None:
    fixed = repository.check("fix", "add")
    assert (fixed.code, fixed.counting(), fixed.counting("warning")) == (0, [], [])
    assert RULE not in {row["rule"]["name"] for row in fixed.report["findings"]}
    gone = fixed.report["summary"]["gone"]
    assert ("GPAI-201", f"{SECOND}/README.md") in [(row["rule"], row["file"]) for row in gone]
    assert f"<details><summary>{len(gone)} fixed</summary>" in fixed.summary


def test_a_pull_request_that_waives_it_passes_and_every_report_counts_the_waiver(waived: Check) -> None:
    assert (waived.code, waived.counting()) == (0, [])
    assert waived.report["summary"]["waived"] == 1
    (row,) = [row for row in waived.report["findings"] if row["status"] == "waived"]
    assert (row["rule"]["name"], row["model"]) == (RULE, SECOND)
    assert row["waiver"]["reason"] == "The summary is being translated"
    assert "<details><summary>1 waived</summary>" in waived.summary
    assert waived.junit.get("failures") == "0"
    assert waived.junit.find(".//property[@name='waived']").get("value") == "1"  # type: ignore[union-attr]
    # GitHub shows suppressed results as open alerts: the file for it holds none.
    assert "GPAI-201" not in {result["ruleId"] for result in waived.sarif}


def test_the_audit_report_shows_the_waiver_as_a_suppression(repository: Repository) -> None:
    audit = repository.check("waive", "add", "--show-waived")
    (result,) = [row for row in audit.sarif if row["ruleId"] == "GPAI-201"]
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "The summary is being translated")
    assert suppression["properties"] == {"until": "2027-01-31"}


def test_the_waiver_is_noted_before_its_end(repository: Repository) -> None:
    last = repository.check("waive", "main", as_of="2027-01-31")
    assert last.code == 0
    assert ("", "waiver-ends-soon") in last.counting("note")


def test_after_its_end_the_finding_counts_again_and_names_the_waiver(repository: Repository) -> None:
    after = repository.check("waive", "main", as_of="2027-02-01")
    assert after.code == 1
    (row,) = [row for row in after.report["findings"] if row["rule"]["name"] == RULE]
    assert row["status"] == "active"
    assert "ended on '2027-01-31'" in row["related"][0]["message"]
