"""A pack says for which input document it is written, and is refused where that is another one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from gpai_lint.cli import run
from gpai_lint.errors import ExitCode, PackError
from gpai_lint.policy.document import SCHEMA_VERSION, load_input_schema
from gpai_lint.policy.packs.manifest import SCHEMA_VERSIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gpai_lint.policy.interface import Pack


def manifest(version: object) -> str:
    return json.dumps({"metadata": {"gpai_lint": {"schema_version": version}}}, indent=2)


@pytest.mark.parametrize("version", SCHEMA_VERSIONS)
def test_versions_that_are_loaded(pack_of: Callable[..., Pack], version: str) -> None:
    assert pack_of({"a.rego": "package acme\n", ".manifest": manifest(version)}).name == "acme"


def test_a_pack_that_names_none_is_taken_to_be_written_for_the_current_one(pack_of: Callable[..., Pack]) -> None:
    assert pack_of({"a.rego": "package acme\n", ".manifest": "{}"}).name == "acme"
    assert pack_of({"a.rego": "package acme\n"}).name == "acme"


@pytest.mark.parametrize(
    ("version", "hint"),
    [("2", "Update gpai-lint"), ("10", "Update gpai-lint"), ("0", "Use a version"), ("1.1", "Use a"), ("", "Use a")],
)
def test_another_version_is_refused_naming_both(pack_of: Callable[..., Pack], version: str, hint: str) -> None:
    with pytest.raises(PackError, match=f"written for version '{version}' .* gives version '1'") as caught:
        pack_of({"a.rego": "package acme\n", ".manifest": manifest(version)})
    assert str(caught.value.location).startswith("acme/.manifest:4:")
    assert hint in str(caught.value.hint)


def test_a_version_is_a_text(pack_of: Callable[..., Pack]) -> None:
    with pytest.raises(PackError, match=r"'metadata\.gpai_lint\.schema_version' is a text"):
        pack_of({"a.rego": "package acme\n", ".manifest": manifest(1)})


def test_the_version_is_the_one_of_the_document_and_its_schema() -> None:
    assert SCHEMA_VERSION in SCHEMA_VERSIONS
    assert f'"{SCHEMA_VERSION}"' in load_input_schema()["properties"]["schema_version"]["description"]


def test_a_refusal_ends_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("# Aurora 7B\n\nA language model.\n")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.rego").write_text("package acme\n")
    (tmp_path / "pack" / ".manifest").write_text(manifest("2"))
    assert run(["check", str(tmp_path), "--pack", str(tmp_path / "pack")]) == ExitCode.FAILURE
    assert "written for version '2'" in capsys.readouterr().err
