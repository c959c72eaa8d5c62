package gpai.rules.consistency.digests_disagree_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.digests_disagree as rule

_kept := "5f1c0d9e7a2b4c6d8e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f"

_other := "6a2d1e0f8b3c5d7e9f0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60"

_with(given, kept) := testing.document([testing.model(testing.in_force, {"model.authenticity": array.concat(
	[testing.fact(text) | some text in given],
	[testing.fact_with(sprintf("sha256:%s", [digest]), {"method": "measured"}) | some digest in kept],
)})])

test_fails_on_a_digest_of_another_file if {
	rule.report == {{
		"rule": "GPAI-740",
		"model": 0,
		"at": ["models", 0, "facts", "model.authenticity", 0],
		"message": "None of the digests given here is that of a weight file of the repository.",
		"level": "warning",
		"requirements": ["MDF-1.3"],
		"related": [{"message": "This file's digest is '5f1c0d9e7a2b…'.", "at": ["models", 0, "facts", "model.authenticity", 1]}],
	}} with input as _with([_other], [_kept])
}

test_passes_where_one_of_several_is_the_files if {
	rule.report == set() with input as _with([sprintf("%s; %s", [_other, upper(_kept)])], [_kept])
}

test_does_not_apply_without_a_digest_on_both_sides if {
	rule.report == set() with input as _with([_other], [])
	rule.report == set() with input as _with(["https://api.example.org"], [_kept])
}
