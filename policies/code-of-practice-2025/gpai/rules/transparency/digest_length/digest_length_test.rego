package gpai.rules.transparency.digest_length_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.digest_length as rule

_digest := "5f1c0d9e7a2b4c6d8e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f"

_stating(text) := testing.document([testing.model(testing.in_force, {"model.authenticity": [testing.fact(text)]})])

test_fails_on_a_digest_that_was_cut if {
	rule.report == {{
		"rule": "GPAI-174",
		"model": 0,
		"at": ["models", 0, "facts", "model.authenticity", 0],
		"message": "'5f1c0d9e7a2b…' has 60 hexadecimal digits, which is the length of no digest; a SHA-256 digest has 64.",
		"level": "warning",
		"requirements": ["MDF-1.3"],
	}} with input as _stating(sprintf("model.safetensors: %s", [substring(_digest, 0, 60)]))
}

test_passes_on[name] if {
	some name, text in {
		"a whole digest": sprintf("sha256:%s", [_digest]),
		"capitals": upper(_digest),
		"a signature in base64": "MEUCIQDx3fJm0a2b4c6d8e0f1a2b3c4d5e6f70819zQ==",
		"an address": "https://api.example.org/v1/models/example-7b",
		"a revision": substring(_digest, 0, 40),
	}
	rule.report == set() with input as _stating(text)
}

test_a_file_whose_schema_was_broken_is_told_of_once if {
	document := object.union(_stating(substring(_digest, 0, 60)), {"unread": [{"file": "README.md", "reason": "…", "location": testing.location}]})
	rule.report == set() with input as document
}

test_does_not_apply_to_measured_digests_or_exempt_models if {
	measured := testing.fact_with(substring(_digest, 0, 60), {"method": "measured"})
	rule.report == set() with input as testing.document([testing.model(testing.in_force, {"model.authenticity": [measured]})])
	outside := {"model.authenticity": [testing.fact(substring(_digest, 0, 60))]}
	rule.report == set() with input as testing.document([testing.model({"placed_on_market": false}, outside)])
}
