"""Packs made of files: modules, data, roots, and what is wrong with them."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from gpai_lint.errors import PackError
from gpai_lint.policy.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gpai_lint.policy.interface import Pack

RULE = """# METADATA
# title: Cards have a title
# custom: {id: ACME-1, name: title}
package acme.rules.cards.title

report contains 1 if false
"""


def test_a_pack_of_rules(pack_of: Callable[..., Pack]) -> None:
    pack = pack_of(
        {
            "rules/cards/title/title.rego": RULE,
            "rules/cards/title/title_test.rego": "package acme.rules.cards.title_test\n\ntest_x if true\n",
            "acme/terms/data.yaml": "approved: [MIT]\n",
            "notes.yaml": "- no data\n",
        }
    )
    assert [module.package for module in pack.modules] == ["acme.rules.cards.title"]
    assert pack.data == {"acme": {"terms": {"approved": ["MIT"]}}}
    assert list(pack.rules) == ["ACME-1"]
    assert (pack.roots, pack.style) == (("acme",), "gpai")
    assert pack.digest.startswith("sha256:")


def test_the_digest_is_of_names_and_contents(pack_of: Callable[..., Pack]) -> None:
    one = pack_of({"a.rego": "package a\n", "b.rego": "package a\n\nx := 1\n"})
    other = pack_of({"b.rego": "package a\n", "a.rego": "package a\n\nx := 1\n"})
    signed = pack_of({"a.rego": "package a\n", "b.rego": "package a\n\nx := 1\n", ".signatures.json": "{}"})
    assert one.digest != other.digest
    assert one.digest == signed.digest


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a.rego": "deny contains 1\n"}, "acme/a.rego:1:1: The file declares no package."),
        ({"a.rego": "package a\n", "data.yaml": "- 1\n"}, "acme/data.yaml:1:1: A data file holds a mapping."),
        ({"a.rego": "package a\n", "data.json": "{"}, "acme/data.json:1:2: The file is no JSON"),
        ({"a.rego": "package a\n", "data.json": '{"a": NaN}'}, "acme/data.json:1:1: The file is no JSON: 'NaN'"),
        ({"a.rego": "package a\n", "data.yaml": "a: 017\n"}, "acme/data.yaml:1:4: '017' is read as octal"),
        ({"a.rego": "package a\n", "data.yaml": "a: .inf\n"}, "acme/data.yaml:1:4: '.inf' is no number"),
        (
            {"a.rego": "package a\n", "data.yaml": "a: {b: 1}\n", "a/data.yaml": "b: 2\n"},
            "acme/data.yaml:1:5: 'data.a.b' is already set: acme/a/data.yaml:1:1.",
        ),
        (
            {"a.rego": "package b.c\n", ".manifest": '{"roots": ["b/d"]}'},
            "acme/a.rego:1:1: The package 'b.c' lies outside the roots of the pack (b/d).",
        ),
        (
            {"a.rego": "package b\n", "x/data.yaml": "y: 1\n", ".manifest": '{"roots": ["b"]}'},
            "acme/x/data.yaml:1:1: The data 'data.x' lies outside the roots of the pack (b).",
        ),
        (
            {"a.rego": "package b\n", "x/data.json": '{"y": 1,\n "z": 2}', ".manifest": '{"roots": ["b", "x/y"]}'},
            "acme/x/data.json:2:2: The data 'data.x.z' lies outside the roots of the pack (b, x/y).",
        ),
        (
            {"a.rego": "package a\n\nlimit := 3\n", "a/data.yaml": "other: 1\nlimit: 4\n"},
            "acme/a.rego:3:1: 'data.a.limit' is a rule, and data as well: acme/a/data.yaml:2:1.",
        ),
        (
            {
                "a.rego": 'package a\n\nlimits["max"].size[kind] := 1 if some kind in input\n',
                "data.yaml": "a: {limits: 4}",
            },
            "acme/a.rego:3:1: 'data.a.limits' is a rule, and data as well: acme/data.yaml:1:5.",
        ),
        (
            {"a.rego": "package a\n\nb := 3\n", "b.rego": "package a.b.c\n"},
            "acme/a.rego:3:1: 'data.a.b' is a rule, and the package 'a.b.c' of acme/b.rego lies there as well.",
        ),
        ({"a.rego": "package a\n", ".manifest": "["}, "acme/.manifest:1:2: The manifest is no JSON"),
        ({"a.rego": "package a\n", ".manifest": '{"rego_version": 3}'}, "'3' is no version of Rego"),
        (
            {"a.rego": "package a\n", ".manifest": '{"metadata": {"gpai_lint": {"nmae": "x"}}}'},
            "'nmae' is no setting of a pack",
        ),
        (
            {"a.rego": RULE, "b.rego": RULE.replace("cards.title", "cards.heading")},
            "acme/b.rego:1:1: 'ACME-1' already names the rule at acme/a.rego:1:1.",
        ),
        (
            {"a.rego": RULE.replace("report", "reports")},
            "acme/a.rego:1:1: The rule 'ACME-1' reports nothing",
        ),
    ],
)
def test_a_mistake_is_an_error_at_its_place(pack_of: Callable[..., Pack], files: dict[str, str], message: str) -> None:
    with pytest.raises(PackError) as caught:
        pack_of(files)
    assert message in str(caught.value)


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "a.rego").write_bytes(b'package a\n\nx := "\xff"\n')
    with pytest.raises(PackError, match=r"a\.rego:3:7: The file is not UTF-8\."):
        load_pack(tmp_path)


def test_links_are_left_out(tmp_path: Path) -> None:
    outside = tmp_path / "secret.rego"
    outside.write_text("package secret\n")
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "a.rego").write_text("package a\n")
    (pack / "link.rego").symlink_to(outside)
    (pack / "folder").symlink_to(tmp_path)
    assert [module.package for module in load_pack(pack).modules] == ["a"]


RULES_BESIDE_DATA = """\
package a

import data.a.terms

# limit := 3
deny contains "limit" if {
	limit := 3
	limit > terms.limit
}

text := `
limit := 3
`

kinds.size := 1

other[key] := 1 if some key in input
"""


def test_rules_beside_data_and_packages_below_are_no_conflict(pack_of: Callable[..., Pack]) -> None:
    found = pack_of(
        {
            "a.rego": RULES_BESIDE_DATA,
            "b.rego": "package a.other\n",
            "a/data.yaml": "limit: 4\nterms: {limit: 1}\nkinds: {name: x}\n",
        }
    )
    assert found.data["a"]["kinds"] == {"name": "x"}


@pytest.mark.opa
@pytest.mark.parametrize("data", ["limit: 4", "kinds: {size: 2}", "kinds: 2", "text: x"])
def test_what_conflicts_for_opa_conflicts_here(
    pack_of: Callable[..., Pack], tmp_path: Path, data: str, opa_binary: str
) -> None:
    source = RULES_BESIDE_DATA.replace("# limit", "limit")
    (tmp_path / "a").mkdir()
    (tmp_path / "a.rego").write_text(source)
    (tmp_path / "a" / "data.yaml").write_text(data)
    done = subprocess.run([opa_binary, "eval", "--bundle", str(tmp_path), "data.a"], capture_output=True, check=False)
    assert b"conflicting rule for data path" in done.stdout
    with pytest.raises(PackError, match="is a rule, and data as well"):
        pack_of({"a.rego": source, "a/data.yaml": data})


def test_a_pack_inside_of_a_pack_is_refused(tmp_path: Path) -> None:
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / ".manifest").write_text('{"roots": ["acme"]}')
    (tmp_path / "acme" / "a.rego").write_text("package acme\n")
    with pytest.raises(PackError, match=r"The folder 'acme' in .* is a pack of its own"):
        load_pack(tmp_path)
    assert load_pack(tmp_path / "acme").roots == ("acme",)


@pytest.mark.parametrize("path", ["missing", "empty", "file.txt"])
def test_what_is_no_pack(tmp_path: Path, path: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(PackError):
        load_pack(tmp_path / path)


@pytest.mark.opa
def test_data_is_what_opa_reads(tmp_path: Path, opa_binary: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a.rego").write_text("package b\n")
    (tmp_path / "a" / "data.yaml").write_text(
        "date: 2025-08-02\ntime: 12:30\nno: no\nyes: yes\non: True\nnone: ~\nflop: 1e25\nbig: 24_700_000\n"
        "base: &b {one: 1}\nmerged: {<<: *b, two: 2}\nfloat: 1.50\nhex: 0x1F\n5: number\ntrue: word\n"
        "text: |\n  several\n  lines\nlist:\n- 1\n- [2]\n"
    )
    (tmp_path / "data.json").write_text('{"c": {"d": [1, 2.5, null]}}')
    answer = subprocess.run(
        [opa_binary, "eval", "--bundle", str(tmp_path), "--format", "json", "data"],
        check=True,
        capture_output=True,
    )
    expected = json.loads(answer.stdout)["result"][0]["expressions"][0]["value"]
    assert load_pack(tmp_path).data == {key: value for key, value in expected.items() if key != "b"}
