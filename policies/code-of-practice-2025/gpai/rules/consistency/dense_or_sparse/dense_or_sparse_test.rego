package gpai.rules.consistency.dense_or_sparse_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.dense_or_sparse as rule

_with(text, class) := testing.document([testing.model(testing.in_force, {"model.architecture": [
	testing.fact(text),
	testing.fact_with(class, {"method": "measured"}),
]})])

test_fails_on_a_dense_text_beside_experts if {
	testing.brief(rule.report) == {[
		"GPAI-725", 0,
		["models", 0, "facts", "model.architecture", 0],
		"warning",
	]} with input as _with("a decoder-only dense transformer", "ExampleMoeForCausalLM")
}

test_passes_on_a_text_that_names_experts if {
	rule.report == set() with input as _with("a family of dense and mixture-of-experts models", "ExampleMoeForCausalLM")
}

test_does_not_apply_to_a_dense_model if {
	rule.report == set() with input as _with("a decoder-only dense transformer", "ExampleForCausalLM")
}
