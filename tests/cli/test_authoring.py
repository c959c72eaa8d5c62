"""``eval`` and ``input --for`` as the author of a rule uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gpai_lint.cli import run

CARD = """\
---
license: cc-by-nc-4.0
---
# Example 7B

Example 7B is a language model with 7 billion parameters.

## Limitations

It speaks English alone.
"""


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "README.md").write_text(CARD)
    (folder / "notes.xyz").write_text("Nothing.\n")
    (folder / "gpai-lint.yaml").write_text("version: 1\nprovider: {name: Example Labs, country: US}\n")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize("engine", ["embedded", pytest.param("opa", marks=pytest.mark.opa)])
def test_eval_prints_json(
    engine: str, model: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    if engine == "opa":
        request.getfixturevalue("opa_binary")
    query = 'data.gpai.scope.answers[0]["third_country"].answer'
    assert run(["eval", query, str(model), "--engine", engine]) == 0
    assert json.loads(capsys.readouterr().out) == "yes"
    assert run(["eval", "data.gpai.nothing", str(model), "--engine", engine]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "data.gpai.nothing is undefined.\n"


def test_eval_shows_what_a_pack_makes_of_a_repository(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.rego").write_text(
        "package acme\n\nnames := [model.name | some model in input.models]\n\n"
        "deny contains 1 if to_number(names[0]) == 1\n"
    )
    assert run(["eval", "data.acme.names", str(model), "--pack", str(tmp_path / "pack")]) == 0
    assert json.loads(capsys.readouterr().out) == ["Example 7B"]
    assert run(["eval", "data.acme.deny", str(model), "--pack", str(tmp_path / "pack")]) == 4
    said = capsys.readouterr().err
    assert "a.rego:5:20: to_number: " in said
    assert "\n  5 | deny contains 1 if to_number(names[0]) == 1\n    |                    ^\n" in said


@pytest.mark.parametrize("query", ["count(data.x)", "data.x[_]", "1 == 1", "input.models", "data.x; true"])
def test_eval_takes_references_alone(query: str, model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", query, str(model)]) == 2
    assert "is no reference into the policies" in capsys.readouterr().err


def test_input_for_a_file_gives_the_paths_of_the_whole_document(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["input", str(model)]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert run(["input", str(model), "--for", "README.md"]) == 0
    part = json.loads(capsys.readouterr().out)
    assert part["configuration"] == {}
    assert [document["path"] for document in part["documents"]] == ["README.md"]
    (licence,) = part["models"][0]["facts"]["distribution.licence"]
    places = [licence, *part["documents"][0]["sections"], *part["licences"]]
    assert [section["title"] for section in part["documents"][0]["sections"]] == ["", "Example 7B", "Limitations"]
    for place in places:
        node = whole
        for step in place["at"]:
            node = node[step]
        assert {"at": place["at"], **node} == place
    assert licence["location"]["line"] == 2


def test_input_for_the_configuration(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["input", str(model), "--for", "model/gpai-lint.yaml"]) == 0
    part = json.loads(capsys.readouterr().out)
    assert part["configuration"]["provider"]["country"] == "US"
    assert part["documents"] == []


def test_input_for_what_was_not_read(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["input", str(model), "--for", "notes.xyz"]) == 3
    assert "Nothing was read from 'notes.xyz'" in capsys.readouterr().err
    for file in ("nowhere.md", "../model/../../etc/passwd", "/etc/passwd"):
        assert run(["input", str(model), "--for", file]) == 2


def test_an_error_in_a_pack_shows_its_line_and_a_caret(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.rego").write_text("package acme\n\ndeny contains 1 if {\n\t\tcount(size) == 2\n}\n")
    assert run(["check", str(model), "--pack", "pack"]) == 4
    assert capsys.readouterr().err == (
        "gpai-lint: ../pack/a.rego:4:3: Nothing gives the variable 'size' a value (in acme).\n"
        "  4 | \t\tcount(size) == 2\n"
        "    | \t\t^\n"
    )
