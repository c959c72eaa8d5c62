"""The files that a new pack and a new rule begin with, as ``string.Template`` texts.

They use no function of the built-in library, so that `opa test`, `opa check` and `regal lint` pass on the pack alone.
"""

from __future__ import annotations

from string import Template

MANIFEST = Template("""\
{
  "revision": "0.1.0",
  "rego_version": 1,
  "roots": ["$root"],
  "metadata": {
    "gpai_lint": {
      "name": "$pack",
      "version": "0.1.0",
      "schema_version": "$schema_version",
      "ids": "$prefix"
    }
  }
}
""")

REGAL = Template("""\
project:
  roots:
    - path: .
      rego-version: 1
rules:
  idiomatic:
    # gpai-lint asks for `report` by name.
    no-defined-entrypoint:
      level: ignore
  imports:
    # The built-in library (`data.gpai.lib`) is not in this folder.
    unresolved-import:
      level: ignore
    unresolved-reference:
      level: ignore
""")

README = Template("""\
# $pack

Policies of our own for gpai-lint, beside those of the Code of Practice. The pages of the rules are under
[docs/rules](docs/rules).

| what | how |
|---|---|
| add a rule | `gpai-lint new rule CATEGORY/NAME` |
| test | `gpai-lint test`, or `opa test .` |
| lint | `opa check --strict .` and `regal lint .` |
| once rules use `data.gpai.lib`, give it to stock OPA | `gpai-lint packs build --output ../library.tar.gz` |
| test with it | `opa test . ../library.tar.gz --run 'data\\.$root'` |
| lint with it | `opa check --strict --bundle . ../library.tar.gz` |
| see what a rule sees | `gpai-lint input PATH --for README.md` |
| try it on a model | `gpai-lint check PATH --pack .` |
| bring the pages up to date | `gpai-lint docs . --output docs` |
""")

RULE = Template("""\
# METADATA
# title: "The model card has a section '$words'"
# description: |
#   Say here why the rule is there, in a sentence or two that a colleague understands without asking.
# custom:
#   id: $id
#   name: $name
#   category: $category
#   strength: practice
#   requirements: []
#   level: warning
#   remediation: |
#     Add a section '$heading' to the model card.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#
#         Example 7B is a language model with 7 billion parameters.
#     good:
#       README.md: |
#         # Example 7B
#
#         Example 7B is a language model with 7 billion parameters.
#
#         ## $heading
#
#         Write what has to stand here.
#   since: $since
package $package

# `at` is the path of a place in the input document (`gpai-lint input` shows it), from which file and line follow.
report contains {
	"rule": "$id",
	"model": model.index,
	"at": ["models", model.index],
	"level": "warning",
	"message": sprintf("No document of the model '%s' has a section '$words'.", [model.name]),
} if {
	some model in input.models
	not _described(model)
}

_described(model) if {
	some index in model.documents
	some section in input.documents[index].sections
	lower(section.title) == "$words"
}
""")

TEST = Template("""\
package ${package}_test

import data.$package as rule

_document(sections) := {
	"as_of": "2026-09-01",
	"models": [{"index": 0, "name": "Example 7B", "documents": [0]}],
	"documents": [{"kind": "model_card", "path": "README.md", "sections": sections}],
}

test_fails_without_the_section if {
	document := _document([{"title": "Example 7B", "text": "A language model."}])
	found := rule.report with input as document
	found == {{
		"rule": "$id",
		"model": 0,
		"at": ["models", 0],
		"level": "warning",
		"message": "No document of the model 'Example 7B' has a section '$words'.",
	}}
}

test_passes_with_the_section if {
	document := _document([{"title": "$heading", "text": "Something."}])
	found := rule.report with input as document
	found == set()
}

test_does_not_apply_without_models if {
	document := {"as_of": "2026-09-01", "models": [], "documents": []}
	found := rule.report with input as document
	found == set()
}
""")
