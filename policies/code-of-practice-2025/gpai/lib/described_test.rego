package gpai.lib.described_test

import data.gpai.lib.described
import data.gpai.lib.testing

_readme := testing.text_document("readme", "README.md", [])

_weights := testing.text_document("weights", "model.safetensors", [])

_library := {"use.technical_means": [testing.fact("pip install example")]}

test_a_readme_about_something_else_shows_no_model if {
	document := testing.document_with([testing.model({}, _library)], {"documents": [_readme]})
	described.supposed == {0} with input as document
}

_sized := {"model.parameters_total": [testing.fact_with(7000000000, {"method": "derived"})]}

test_a_readme_that_tells_the_size_in_a_name_and_what_the_model_is_for_describes_it if {
	facts := object.union(_sized, {"use.out_of_scope": [testing.fact("Do not use it in clinics.")]})
	document := testing.document_with([testing.model({}, facts)], {"documents": [_readme]})
	count(described.by(document.models[0])) == 1 with input as document
}

test_a_readme_that_tells_the_size_in_a_name_alone_describes_none if {
	document := testing.document_with([testing.model({}, _sized)], {"documents": [_readme]})
	count(described.by(document.models[0])) == 0 with input as document
}

test_a_readme_that_says_what_a_library_is_for_describes_no_model if {
	facts := {"model.name": [testing.fact("Lark")], "use.intended": [testing.fact("The library is for research.")]}
	document := testing.document_with([testing.model({}, facts)], {"documents": [_readme]})
	count(described.by(document.models[0])) == 0 with input as document
}

test_a_readme_that_tells_how_large_the_videos_are_that_come_out_describes_none if {
	document := testing.document_with(
		[testing.model({}, {"model.output_size": [testing.fact("It generates videos of up to 204 frames.")]})],
		{"documents": [_readme]},
	)
	count(described.by(document.models[0])) == 0 with input as document
}

test_a_licence_for_a_model_shows_one if {
	licence := {"id": "MIT", "name": "MIT", "subject": "model", "document": 0, "models": [0], "clauses": [], "location": testing.location}
	document := testing.document_with([testing.model({}, _library)], {"documents": [_readme], "licences": [licence]})
	described.supposed == set() with input as document
}

test_a_model_is_shown_by_a_file_a_text_or_the_configuration[name] if {
	some name, case in {
		"weights": {"declared": {}, "facts": _library, "documents": [_readme, _weights]},
		"a card": {"declared": {}, "facts": {}, "documents": [testing.card([])]},
		"a README on its size": {
			"declared": {},
			"facts": {"model.parameters_total": [testing.fact(7000000000)]},
			"documents": [_readme],
		},
		"a README on what it makes": {
			"declared": {},
			"facts": {"model.output_modalities": [testing.fact(["image"])]},
			"documents": [_readme],
		},
		"the configuration": {"declared": {"role": "provider"}, "facts": _library, "documents": [_readme]},
	}
	document := testing.document_with([testing.model(case.declared, case.facts)], {"documents": case.documents})
	described.supposed == set() with input as document
}
