# METADATA
# title: Testing
# description: |
#   Small inputs for the tests of rules. Build a model, put it into a document, evaluate the rule `with input as` it, and
#   compare `brief(report)` with the whole set of violations that you expect.
#
#     test_fails if {
#       document := testing.document([testing.model({"gpai": true}, {"data.tokens": [testing.fact(15e12)]})])
#       testing.brief(rule.report) == {["GPAI-999", 0, "data.cutoff", "error"]} with input as document
#     }
package gpai.lib.testing

# METADATA
# description: |
#   A finding reduced to `[rule, model, place, level]`; the place is the field for an absence, else the path.
brief(report) := {[violation.rule, violation.model, _place(violation), violation.level] | some violation in report}

_place(violation) := violation.missing

_place(violation) := violation.at if not violation.missing

# METADATA
# description: What the configuration declares of a model to which every duty for general-purpose models applies.
in_force := {"placed_on_market": true, "gpai": true, "union_market_date": "2025-10-01", "systemic_risk": false, "open_source": false, "role": "provider"}

# METADATA
# description: The same for a model with systemic risk.
systemic := object.union(in_force, {"systemic_risk": true, "training_compute_flop": 38000000000000000000000000})

# METADATA
# description: The configuration of a provider that signed all chapters.
signatory := {"provider": {"name": "Example Labs", "country": "FR", "signatory": {"transparency": true, "copyright": true, "safety_security": true}}}

# METADATA
# description: A model with index 0 that has all documents of the document.
model(declared, facts) := {
	"index": 0,
	"path": ".",
	"name": "Example 7B",
	"declared": declared,
	"documents": numbers.range(0, 9),
	"facts": facts,
	"location": location,
}

# METADATA
# description: A model in force of which the configuration declares more, or otherwise.
declaring(members) := model(object.union(in_force, members), {})

# METADATA
# description: A model in force without these keys.
undeclaring(keys) := model(object.remove(in_force, keys), {})

# METADATA
# description: A stated, declared fact of the first document.
fact(value) := {
	"value": value,
	"unit": null,
	"text": sprintf("%v", [value]),
	"method": "declared",
	"state": "stated",
	"variant": "",
	"heading": [],
	"document": 0,
	"formula": "",
	"location": location,
}

# METADATA
# description: A fact with some members of its own.
fact_with(value, members) := object.union(fact(value), members)

# METADATA
# description: A fact that answers what the form asks of a field.
answer(field) := fact(object.get(_answers, field, "Something that says enough"))

_answers := {
	"data.size": "1.1e9 tokens (testing), 1.2e9 tokens (validation)",
	"data.tokens": 15000000000000,
	"distribution.channels": "Weights on example.org",
	"document.last_updated": "2026-03-01",
	"document.version": "1.2",
	"inference.compute_flop": 1500000000000000,
	"data.modalities": ["text"],
	"model.authenticity": "Digests (SHA-256) of all weight files",
	"model.context_length": 32768,
	"model.input_modalities": ["text"],
	"model.max_output": 8192,
	"model.output_modalities": ["text"],
	"model.parameters_total": 7300000000,
	"model.release_date": "2026-03-01",
	"model.union_market_date": "2026-03-01",
	"training.compute_flop": 2400000000000000000000000,
	"training.energy_mwh": 310,
	"training.gpu_hours": 1180000,
	"training.period": "24 days of wall clock, 4.9e4 H100 days",
	"use.required_hardware": "One GPU with 24 GB of memory",
	"use.required_software": "Python 3.10 or later",
}

# METADATA
# description: An input document of these models, with a model card as document 0 and a signatory's configuration.
document(models) := document_with(models, {})

# METADATA
# description: The same with some members of its own, each in place of the usual one.
document_with(models, members) := object.union(object.remove(_usual(models), object.keys(members)), members)

_usual(models) := {
	"schema_version": "1",
	"as_of": "2026-11-23",
	"configuration": signatory,
	"models": models,
	"documents": [card([])],
	"licences": [],
	"placeholders": [],
	"bindings": [],
	"unread": [],
}

# METADATA
# description: A readable model card with these sections.
card(sections) := text_document("model_card", "README.md", sections)

# METADATA
# description: A readable document of some kind with these sections.
text_document(kind, path, sections) := {
	"index": 0,
	"kind": kind,
	"path": path,
	"url": "",
	"format": "markdown",
	"title": "",
	"public": true,
	"readable": true,
	"models": [0],
	"location": location,
	"sections": sections,
}

# METADATA
# description: A section of a document.
section(title, text, bindings) := {"title": title, "path": [title], "level": 2, "text": text, "bindings": bindings, "location": location}

# METADATA
# description: Some place.
location := {"file": "README.md", "line": 1, "column": 1, "end_line": 1, "end_column": 2, "anchor": ""}
