package gpai.scope.modifier_test

import data.gpai.lib.testing
import data.gpai.scope.modifier

# The models of an aviary, by their name and the bases that their documents give.
_document(case) := testing.document_with(
	[object.union(
		testing.model({}, object.union(
			{"model.base_model": [testing.fact([base]) | some base in case.bases]},
			object.get(case, "facts", {}),
		)),
		{"name": case.name},
	)],
	{"configuration": {"provider": {"name": "Aviary"}}},
)

_page := {"distribution.channels": [testing.fact_with(["Hugging Face"], {"text": "reeds/Reed-7B-Instruct"})]}

_cases := {
	"its own in short": {"answer": "no", "name": "MedReed", "bases": ["aviary/kestrel-3-27b", "Kestrel 3"]},
	"another's beside its own": {"answer": "yes", "name": "MedReed", "bases": ["aviary/kestrel-3-27b", "Wren 3"]},
	"a name with the provider's": {"answer": "no", "name": "MedReed", "bases": ["Aviary-1"]},
	"the end of a compound": {"answer": "unknown", "name": "MedReed", "bases": ["Reed 3"]},
	"a word of its name": {"answer": "yes", "name": "Aviary-Reed-7B", "bases": ["Reed 3"]},
	"beside the page it is loaded from": {"answer": "no", "name": "Reed-7B-Instruct", "bases": ["reeds/Reed-7B"], "facts": _page},
	"beside the page of another": {"answer": "yes", "name": "Wren-7B", "bases": ["reeds/Reed-7B"], "facts": _page},
}

test_answers[label] if {
	some label, case in _cases
	answers := modifier.answer with input as _document(case)
	answers[0].answer == case.answer
}

test_tells_the_base_whose_owner_is_named_first if {
	document := _document({"name": "MedReed", "bases": ["Wren 3 Forest", "wrens/wren-3-8b"]})
	answers := modifier.answer with input as document
	startswith(answers[0].why, "It is based on 'wrens/wren-3-8b',")
}
