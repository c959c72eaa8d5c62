"""``check --trace`` tells of each model why a rule did or did not report."""

from __future__ import annotations

from pathlib import Path

import pytest

from gpai_lint.cli import run

CARD = "# {name}\n\n{name} is a language model with 7 billion parameters.\n"
CONFIGURATION = """\
version: 1
provider: {name: Example Labs, country: US}
models:
- {path: one, name: One 7B, gpai: true, placed_on_market: true, union_market_date: 2026-01-15}
- {path: two, name: Two 7B, gpai: true, placed_on_market: false}
"""


@pytest.fixture
def models(tmp_path: Path) -> Path:
    for name in ("one", "two"):
        (tmp_path / "models" / name).mkdir(parents=True)
        (tmp_path / "models" / name / "README.md").write_text(CARD.format(name=f"{name.title()} 7B"))
    (tmp_path / "models" / "gpai-lint.yaml").write_text(CONFIGURATION)
    return tmp_path / "models"


def traced(capsys: pytest.CaptureFixture[str], models: Path, rule: str, *words: str) -> dict[str, str]:
    """Return what is said of each model, by its name."""
    assert run(["check", str(models), "--as-of", "2026-11-23", "--trace", rule, *words]) == 0
    heading, *parts = capsys.readouterr().out.split("\n\n")
    assert rule in heading
    return {part.partition("\n")[0].split("'")[1]: part for part in parts if "'" in part.partition("\n")[0]}


def test_a_rule_that_reports_on_one_model_and_not_on_the_other(
    models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = traced(capsys, models, "GPAI-601")
    assert "It reports: The provider is established outside the Union ('US')" in said["One 7B"]
    assert 'scope.applies("LAW-54", model)' in said["Two 7B"]
    assert "authorised_representative.rego:" in said["Two 7B"]


def test_a_row_of_a_table(models: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = traced(capsys, models, "form-acceptable-use-policy")
    assert said.keys() == {"One 7B", "Two 7B"}
    assert "It does not report." in said["Two 7B"]


PACK = """\
package acme.main

deny contains {"msg": "The name does not begin with 'acme'.", "at": ["models", model.index]} if {
	some model in input.models
	threshold := 3
	not startswith(model.name, "Two")
	count(model.name) > threshold
}

warn contains "Never." if {
	some model in _others
	model.name == "Two 7B"
}

_others contains model if {
	some model in input.models
	model.name == "Nobody"
}
"""


def test_conftest_rules(models: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "main.rego").write_text(PACK)
    pack = str(tmp_path / "pack")
    said = traced(capsys, models, "pack/acme.main.deny", "--pack", pack)
    assert "It reports: The name does not begin with 'acme'." in said["One 7B"]
    assert '  6 | \tnot startswith(model.name, "Two")' in said["Two 7B"]
    assert 'startswith(model.name, "Two") is true' in said["Two 7B"]
    assert "threshold is 3" in said["Two 7B"]
    assert run(["check", str(models), "--trace", "pack/acme.main.warn", "--pack", pack]) == 0
    printed = capsys.readouterr().out
    # The rule that it enumerates is followed to where that ends.
    assert "  11 | \tsome model in _others" in printed
    assert '17 | \tmodel.name == "Nobody"' in printed
    assert 'model.name is "One 7B" or "Two 7B"' in printed


BY_WAY_OF = """\
package acme.main

deny contains {"msg": sprintf("'%s' is none of ours.", [model.name]), "at": ["models", model.index]} if {
	some model in _foreign
}

_foreign contains model if {
	some model in input.models
	startswith(model.name, "Two")
}
"""


def test_a_finding_about_a_model_that_the_rule_finds_by_way_of_another(
    models: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "main.rego").write_text(BY_WAY_OF)
    said = traced(capsys, models, "pack/acme.main.deny", "--pack", str(tmp_path / "pack"))
    assert "It reports: 'Two 7B' is none of ours." in said["Two 7B"]


PER_FILE = """\
package main

deny contains "No latest." if {
	input.image == "latest"
}
"""


def test_each_document_of_a_file(models: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "main.rego").write_text(PER_FILE)
    (tmp_path / "pack" / ".manifest").write_text('{"metadata": {"gpai_lint": {"input": "files", "files": ["*.yml"]}}}')
    (models / "one" / "deploy.yml").write_text("image: '1.2'\n---\nimage: latest\n")
    (models / "two" / "deploy.yml").write_text("image: latest\n")
    assert run(["check", str(models), "--trace", "pack/main.deny", "--pack", str(tmp_path / "pack")]) == 0
    said = {part.partition("\n")[0]: part for part in capsys.readouterr().out.split("\n\n")}
    assert 'input.image is "1.2"' in said["one/deploy.yml, document 1:"]
    assert "It reports: No latest." in said["one/deploy.yml, document 2:"]
    assert "It reports: No latest." in said["two/deploy.yml:"]


@pytest.mark.opa
def test_opa_gives_the_same_answer(models: Path, capsys: pytest.CaptureFixture[str], opa_binary: str) -> None:
    words = ["check", str(models), "--as-of", "2026-11-23", "--trace", "GPAI-601"]
    assert run(words) == 0
    embedded = capsys.readouterr().out
    assert run([*words, "--engine", "opa"]) == 0
    assert capsys.readouterr().out == embedded


def test_an_unknown_rule(models: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(models), "--trace", "GPAI-999"]) == 2
    assert "There is no rule 'GPAI-999'." in capsys.readouterr().err
