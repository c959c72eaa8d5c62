package gpai.rules.documents.attestations_test

import data.gpai.lib.testing
import data.gpai.rules.documents.attestations as rule

_attestation := {
	"requirement": "S-8.3",
	"statement": "Reporting channels are open to all staff.",
	"by": "A. Example, Chief Risk Officer",
	"date": "2026-01-10",
}

_with(members) := testing.document_with([testing.model({}, {})], {"configuration": {"attestations": [
	object.union(_attestation, members),
]}})

_at(key) := ["configuration", "attestations", 0, key]

test_fails[name] if {
	some name, expected in {
		"expired": ["GPAI-851", "expires", "warning", {"expires": "2026-11-22"}],
		"unknown requirement": ["GPAI-852", "requirement", "warning", {"requirement": "S-99.9"}],
		"unknown model": ["GPAI-853", "model", "warning", {"model": "old-model"}],
		"in the future": ["GPAI-854", "date", "warning", {"date": "2027-01-10"}],
		"expiring": ["GPAI-851", "expires", "note", {"expires": "2026-12-23"}],
	}
	[id, key, level, members] := expected
	testing.brief(rule.report) == {[id, null, _at(key), level]} with input as _with(members)
}

test_passes[name] if {
	some name, members in {
		"without an end": {},
		"for a model": {"model": "."},
		"on its last month and a day": {"expires": "2026-12-24"},
	}
	rule.report == set() with input as _with(members)
}

test_does_not_apply_without_attestations if {
	rule.report == set() with input as testing.document([testing.model({}, {})])
}
