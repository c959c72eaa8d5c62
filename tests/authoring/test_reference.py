"""The reference of the pack API is what the source says, and says something of all that packs may use."""

from __future__ import annotations

import re
from pathlib import Path

from gpai_lint.authoring.reference import PAGE, PUBLIC, reference_page
from gpai_lint.policy.document import SCHEMA_VERSION, load_input_schema
from gpai_lint.policy.metadata import CUSTOM_KEYS
from gpai_lint.policy.packs import load_builtin
from gpai_lint.policy.packs.manifest import SETTINGS

DOCS = Path(__file__).resolve().parents[2] / "docs"
HEAD = re.compile(r"^(?!default |import |package )([a-z]\w*)", re.MULTILINE)


def test_the_page_is_what_the_source_says() -> None:
    assert (DOCS / PAGE).read_text("utf-8") == reference_page(), "gpai-lint docs"


def test_every_public_function_of_the_library_is_on_the_page() -> None:
    page = reference_page()
    modules = {module.package: module for module in load_builtin().modules}
    for package in PUBLIC:
        section = page.partition(f"### `data.{package}`\n")[2].partition("\n### ")[0].partition("\n## ")[0]
        code = re.sub(r"^#.*$", "", modules[package].source, flags=re.MULTILINE)
        missing = {
            name for name in HEAD.findall(code) if not re.search(rf"^\| `{name}\b.* \| \S", section, re.MULTILINE)
        }
        assert not missing, f"{package}: without a description are {sorted(missing)}"


def test_every_key_is_on_the_page() -> None:
    page = reference_page()
    for key in (*(f"custom.{key}" for key in CUSTOM_KEYS), *SETTINGS, *load_input_schema()["properties"]):
        assert f"| `{key}` |" in page


def test_the_promise_speaks_of_this_version() -> None:
    promise = (DOCS / "reference" / "compatibility.md").read_text("utf-8")
    assert f'"schema_version": "{SCHEMA_VERSION}"' in promise
