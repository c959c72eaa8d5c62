"""Policies that make their results of what METADATA say, on both engines alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from gpai_lint.errors import GpaiLintError
from gpai_lint.policy.engines import create

if TYPE_CHECKING:
    from collections.abc import Callable

    from gpai_lint.policy.interface import Pack

    Check = Callable[..., list[tuple[str, str, str, str]]]


# https://conforma.dev: one rule name for all, each body with METADATA of its own, which a library makes a result of.

CONFORMA = {
    "lib/metadata.rego": """package lib.metadata

result(chain, said) := {
	"msg": sprintf(of_rule(chain).custom.failure_msg, said),
	"code": sprintf("%s.%s", [package_of(chain), of_rule(chain).custom.short_name]),
	"collections": [each | some link in chain; each := link.annotations.custom.collections[_]],
}

of_rule(chain) := chain[0].annotations

package_of(chain) := concat(".", array.slice(chain[0].path, 0, count(chain[0].path) - 1))
""",
    "policy/base.rego": """# METADATA
# scope: subpackages
# custom: {collections: [redhat]}
package policy
""",
    "policy/release/tests.rego": """#
# METADATA
# title: Tests
# description: What was tested.
# authors: [Jane Doe <jane@example.com>]
# related_resources: [https://example.com/tests]
# custom: {collections: [minimal]}
#
package policy.release.tests

import rego.v1

import data.lib.metadata as meta

# METADATA
# title: All tests ran
# custom:
#   short_name: ran
#   failure_msg: The test '%s' did not run
deny contains result if {
	some test in input.tests
	not test.ran
	result := meta.result(rego.metadata.chain(), [test.name])
}

# METADATA
# title: All tests passed
# custom: {short_name: passed, failure_msg: "The test '%s' failed with %d"}
deny contains result if {
	some test in input.tests
	test.code != 0
	result := meta.result(rego.metadata.chain(), [test.name, test.code])
}

# METADATA
# title: There are tests
# scope: document
# custom: {n: 1}
violation contains {"msg": "said", "rule": rego.metadata.rule(), "chain": chain} if {
	input.debug; chain := rego.metadata.chain()
}
""",
}


def test_results_made_of_metadata(check: Check) -> None:
    tests = [{"name": "unit", "ran": True, "code": 1}, {"name": "lint", "ran": False, "code": 0}]
    assert check(CONFORMA, {"tests.json": json.dumps({"tests": tests})}) == [
        ("tests.json", "error", "policy.release.tests.deny", "The test 'lint' did not run"),
        ("tests.json", "error", "policy.release.tests.deny", "The test 'unit' failed with 1"),
    ]


def test_metadata_are_the_values_that_opa_gives(pack_of: Callable[..., Pack], engine_name: str) -> None:
    with create(engine_name) as engine:
        engine.load((pack_of(CONFORMA),), {})
        answer = engine.query("data.policy.release.tests", {"tests": [{"name": "a", "code": 0}], "debug": True})
    path = ["policy", "release", "tests"]
    package = {
        "scope": "package",
        "title": "Tests",
        "description": "What was tested.",
        "authors": [{"name": "Jane Doe", "email": "jane@example.com"}],
        "related_resources": [{"ref": "https://example.com/tests"}],
        "custom": {"collections": ["minimal"]},
    }
    above = [
        {"path": path, "annotations": package},
        {"path": ["policy"], "annotations": {"scope": "subpackages", "custom": {"collections": ["redhat"]}}},
    ]
    (said,) = answer["violation"]
    document = {"scope": "document", "title": "There are tests", "custom": {"n": 1}}
    assert said["rule"] == {}
    assert said["chain"] == [
        {"path": [*path, "violation"]},
        {"path": [*path, "violation"], "annotations": document},
        *above,
    ]
    (denied,) = answer["deny"]
    assert denied == {
        "msg": "The test 'a' did not run",
        "code": "policy.release.tests.ran",
        "collections": ["minimal", "redhat"],
    }


WITHOUT_A_TITLE = """\
package acme

# METADATA
# custom: {kind: short}
deny contains {"msg": rego.metadata.rule().custom.kind} if true

deny contains {"msg": rego.metadata.rule().title} if true
"""


def test_what_metadata_do_not_say_is_an_error(pack_of: Callable[..., Pack], engine_name: str) -> None:
    packs = (pack_of({"a.rego": WITHOUT_A_TITLE}),)
    with create(engine_name) as engine, pytest.raises(GpaiLintError) as caught:
        engine.load(packs, {})
    said = "acme/a.rego:7:23: undefined ref: rego.metadata.rule().title (in acme).\n  7 | "
    assert str(caught.value).startswith(said)
