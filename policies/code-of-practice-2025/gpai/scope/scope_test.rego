package gpai.scope_test

import data.gpai.lib.testing
import data.gpai.scope

# One model, its declared values and facts, and what the configuration says of the provider.
_document(case) := testing.document_with(
	[object.union(
		testing.model(object.get(case, "declared", {}), object.get(case, "facts", {})),
		object.get(case, "model", {}),
	)],
	{
		"configuration": {"provider": object.get(case, "provider", {})},
		"documents": object.get(case, "documents", [testing.card([])]),
		"licences": object.get(case, "licences", []),
		"as_of": object.get(case, "as_of", "2026-11-23"),
	},
)

_licence(subject, id, clauses) := {
	"id": id,
	"name": id,
	"subject": subject,
	"document": 0,
	"models": [0],
	"clauses": clauses,
	"location": testing.location,
}

_anchored(name, anchor) := testing.fact_with([name], {"location": object.union(testing.location, {"anchor": anchor})})

_text_model := {"model.output_modalities": [testing.fact(["text"])]}
_output(modality, text) := {"model.output_modalities": [testing.fact_with([modality], {"text": text})]}

_sized(parameters, tokens) := object.union(_text_model, {
	"model.parameters_total": [testing.fact(parameters)],
	"data.tokens": [testing.fact(tokens)],
})

_bases(names) := {"model.base_model": [testing.fact([name]) | some name in names]}
_based(parameters, base) := object.union(_sized(parameters, 200000000000), {"model.base_model": [testing.fact(base)]})

_public := {
	"distribution.channels": [testing.fact(["https://huggingface.co/example/example-7b"])],
	"model.architecture": [testing.fact("decoder-only transformer")],
	"model.input_modalities": [testing.fact(["text"])],
	"use.intended": [testing.fact("Writing and answering")],
	"use.limitations": [testing.fact("English alone")],
	"use.technical_means": [testing.fact("Loaded with a library")],
	"distribution.licence": [testing.fact("Apache-2.0")],
}

_small := {"training_compute_flop": 720000000000000000000000, "monetised": false}

_excluded := "THIS AGREEMENT DOES NOT APPLY IN THE EUROPEAN UNION."

# question → case → expected answer and input
_cases := {
	"placed_on_market": {
		"declared": {"answer": "yes", "declared": {"placed_on_market": true}},
		"denied": {"answer": "no", "declared": {"placed_on_market": false, "union_market_date": "2025-10-01"}},
		"dated": {"answer": "yes", "declared": {"union_market_date": "2025-10-01"}},
		"dated in a document": {"answer": "yes", "facts": {"model.union_market_date": [testing.fact("2025-10")]}},
		"excluded by the licence": {
			"answer": "no",
			"documents": [testing.text_document("license_file", "LICENSE", [testing.section("Licence", _excluded, [])])],
		},
		"excluded by the card": {
			"answer": "no",
			"facts": {"distribution.geography": [testing.fact("not offered in the European Union")]},
		},
		"nothing said": {"answer": "unknown"},
	},
	"gpai": {
		"decided": {"answer": "yes", "declared": {"gpai": true}},
		"decided against with reasons": {
			"answer": "no",
			"declared": {"gpai": false, "gpai_reasons": "It plays chess."},
			"facts": _sized(8000000000, 15000000000000),
		},
		"decided against without reasons": {"answer": "unknown", "declared": {"gpai": false}, "facts": _sized(8000000000, 15000000000000)},
		"decided against and nothing else known": {"answer": "no", "declared": {"gpai": false}},
		"derived above": {"answer": "yes", "facts": _sized(8000000000, 15000000000000)},
		"derived below": {"answer": "no", "facts": _sized(1000000000, 1000000000000)},
		"derived below from a change": {"answer": "unknown", "facts": _based(49000000000, "x/base")},
		"derived below from too few tokens": {"answer": "unknown", "facts": _sized(49000000000, 40000000000)},
		"derived below with its own base": {"answer": "no", "provider": {"name": "Kestrel"}, "facts": _based(1000000000, "kestrel/base")},
		"derived below with another's base": {"answer": "unknown", "facts": _based(8000000000, "x/base")},
		"derived below and out of reach": {"answer": "no", "facts": _based(100000000, "x/base")},
		"derived near": {"answer": "unknown", "facts": _sized(2000000000, 7500000000000)},
		"stated above": {"answer": "yes", "facts": object.union(_text_model, {"training.compute_flop": [testing.fact(7.2e23)]})},
		"compute alone": {"answer": "unknown", "declared": {"training_compute_flop": 720000000000000000000000}},
		"transcription": {"answer": "no", "facts": {
			"model.input_modalities": [testing.fact(["audio"])],
			"model.output_modalities": [testing.fact(["text"])],
		}},
		"transcription with much compute": {
			"answer": "unknown",
			"declared": {
				"training_compute_flop": 720000000000000000000000,
				"modalities": {"input": ["audio"], "output": ["text"]},
			},
		},
		"transcription as one of many tasks": {"answer": "unknown", "facts": {
			"model.input_modalities": [testing.fact(["audio"])],
			"model.output_modalities": [testing.fact_with(["text"], {"text": "A multimodal assistant, also for speech recognition"})],
		}},
		"speech as one of many outputs": {"answer": "unknown", "facts": _output("audio", "An omni model with text-to-speech")},
		"classes": {"answer": "no", "facts": {"model.output_modalities": [testing.fact(["other"])]}},
		"embeddings of a language model": {"answer": "unknown", "facts": {
			"model.architecture": [testing.fact("large language model with a pooling head")],
			"model.output_modalities": [testing.fact(["other"])],
		}},
		"embeddings of several modalities": {"answer": "no", "facts": _output("other", "A multimodal embedding model")},
		"boxes of a multimodal model": {"answer": "unknown", "facts": _output("other", "A multimodal model returns boxes")},
		"structures": {"answer": "no", "declared": {"modalities": {"output": ["other"]}}},
		"images from text": {"answer": "yes", "declared": {
			"training_compute_flop": 720000000000000000000000,
			"modalities": {"input": ["text"], "output": ["image"]},
		}},
		"upscaling": {"answer": "no", "declared": {"modalities": {"input": ["image"], "output": ["image"]}}},
		"parameters alone": {"answer": "unknown", "facts": object.union(
			_text_model,
			{"model.parameters_total": [testing.fact(70000000000)]},
		)},
		"too few parameters": {"answer": "no", "facts": object.union(
			_text_model,
			{"model.parameters_total": [testing.fact(47000000)]},
		)},
		"too few parameters for the weights": {"answer": "unknown", "facts": object.union(_text_model, {
			"model.parameters_total": [testing.fact(47000000)],
			"model.weights_bytes": [testing.fact(14000000000)],
		})},
		"nothing said": {"answer": "unknown"},
	},
	"modifier": {
		"declared": {"answer": "yes", "declared": {"role": "modifier"}},
		"maker": {
			"answer": "no",
			"declared": {"role": "provider"},
			"facts": {"model.base_model": [testing.fact(["other-labs/base-7b"])]},
		},
		"another's base": {"answer": "yes", "provider": {"name": "Example Labs"}, "facts": _bases(["other-labs/base-7b"])},
		"its own base": {
			"answer": "no",
			"provider": {"name": "Example Labs"},
			"facts": {"model.base_model": [testing.fact(["example-labs/example-7b-base"])]},
		},
		"one of several parties": {
			"answer": "no",
			"facts": {
				"provider.name": [testing.fact("Granitic Team, IBX")],
				"model.base_model": [testing.fact(["ibx-granitic/granitic-1b-base"])],
			},
		},
		"same family, provider unknown": {"answer": "unknown", "facts": _bases(["somebody/Example-7B-Base"])},
		"other family, provider unknown": {"answer": "yes", "facts": _bases(["birds/Kestrel-7B"])},
		"a part of others beside its family": {"answer": "unknown", "facts": _bases(["KestrelVision", "Example-0.5B"])},
		"a short name": {"answer": "yes", "provider": {"name": "Aviary"}, "facts": _bases(["birds/Example-9B", "Example 9B"])},
		"the initials of its name": {"answer": "unknown", "provider": {"name": "Aviary"}, "model": {"name": "Reed Song Transformer XT"}, "facts": _bases(["RST"])},
		"its own beside its family": {"answer": "no", "provider": {"name": "Aviary"}, "model": {"name": "Reed Song Transformer XT"}, "facts": _bases(["aviary-ai/reed-song", "RST"])},
		"another's beside its own": {"answer": "yes", "provider": {"name": "Aviary"}, "model": {"name": "Reed Song"}, "facts": _bases(["aviary-ai/reed-song", "Kestrel-7B"])},
		"a name in another script": {"answer": "unknown", "model": {"name": "云雀"}, "facts": {"model.base_model": [testing.fact("Kestrel")]}},
		"the beginning of its name": {"answer": "unknown", "facts": {"model.base_model": [testing.fact(["Exam-7B"])]}},
		"a copy under the original's name": {
			"answer": "unknown",
			"facts": {"model.base_model": [_anchored("somebody/Example-7B", "/base_model")]},
		},
		"what was made from it": {
			"answer": "no",
			"facts": {"model.base_model": [_anchored("Example 7B", "#Example 7B/Versions")]},
		},
		"trained from scratch": {"answer": "no", "facts": {"model.base_model": [testing.fact([])]}},
		"nothing said": {"answer": "no"},
	},
	"provider_duties": {
		"maker": {"answer": "yes", "declared": {"role": "provider"}},
		"more than a third": {"answer": "yes", "declared": {
			"role": "modifier",
			"modification_compute_flop": 400000000000000000000000,
			"base_model_compute_flop": 1000000000000000000000000,
		}},
		"exactly a third": {"answer": "no", "declared": {
			"role": "modifier",
			"modification_compute_flop": 300000000000000000000000,
			"base_model_compute_flop": 900000000000000000000000,
		}},
		"above the fallback": {"answer": "yes", "declared": {
			"role": "modifier",
			"modification_compute_flop": 40000000000000000000000,
			"base_model_systemic_risk": false,
		}},
		"below the fallback of systemic risk": {"answer": "no", "declared": {
			"role": "modifier",
			"modification_compute_flop": 40000000000000000000000,
			"base_model_systemic_risk": true,
		}},
		"below both fallbacks": {"answer": "no", "declared": {
			"role": "modifier",
			"modification_compute_flop": 30000000000000000000000,
		}},
		"between the fallbacks": {"answer": "unknown", "declared": {
			"role": "modifier",
			"modification_compute_flop": 40000000000000000000000,
		}},
		"above both fallbacks": {"answer": "yes", "declared": {
			"role": "modifier",
			"modification_compute_flop": 4000000000000000000000000,
		}},
		"no estimate": {"answer": "unknown", "declared": {"role": "modifier"}},
		"a quantised copy": {
			"answer": "no",
			"declared": {"role": "modifier"},
			"facts": {"model.base_model": [testing.fact_with(["somebody/kestrel-7b"], {"formula": "quantized"})]},
		},
		"a quantised copy that took much compute": {
			"answer": "yes",
			"declared": {"role": "modifier", "modification_compute_flop": 4000000000000000000000000},
			"facts": {"model.base_model": [testing.fact_with(["somebody/kestrel-7b"], {"formula": "quantized"})]},
		},
	},
	"systemic_risk": {
		"designated": {"answer": "yes", "declared": {"designated": true}},
		"declared compute": {"answer": "yes", "declared": {"training_compute_flop": 38000000000000000000000000}},
		"the threshold itself": {"answer": "no", "declared": {"training_compute_flop": 10000000000000000000000000}},
		"derived": {"answer": "yes", "facts": _sized(405000000000, 15000000000000)},
		"active parameters": {"answer": "no", "facts": {
			"model.parameters_total": [testing.fact(671000000000)],
			"model.parameters_active": [testing.fact(37000000000)],
			"data.tokens": [testing.fact(14800000000000)],
		}},
		"a sparse model without active parameters": {"answer": "unknown", "facts": {
			"model.architecture": [testing.fact("mixture-of-experts transformer")],
			"model.parameters_total": [testing.fact(671000000000)],
			"data.tokens": [testing.fact(14800000000000)],
		}},
		"the largest of a family": {"answer": "yes", "facts": {
			"model.parameters_total": [
				testing.fact_with(8000000000, {"variant": "8B"}),
				testing.fact_with(405000000000, {"variant": "405B"}),
			],
			"data.tokens": [testing.fact(15000000000000)],
		}},
		"another variant's tokens": {"answer": "unknown", "facts": {
			"model.parameters_total": [testing.fact_with(405000000000, {"variant": "405B"})],
			"data.tokens": [testing.fact_with(15000000000000, {"variant": "8B"})],
		}},
		"more tokens told of a member": {"answer": "unknown", "facts": object.union(_sized(400000000000, 1000000000000), {
			"data.tokens": [testing.fact(1000000000000), testing.fact_with(15000000000000, {"variant": "Lark-2"})],
		})},
		"derived near": {"answer": "unknown", "facts": _sized(100000000000, 15000000000000)},
		"hardware hours below even at peak": {"answer": "no", "facts": {
			"training.gpu_hours": [testing.fact(1500000)],
			"training.hardware": [testing.fact("H800 GPUs")],
		}},
		"hardware of two kinds": {"answer": "unknown", "facts": {
			"training.gpu_hours": [testing.fact(2000000)],
			"training.hardware": [testing.fact("A100 and H100 GPUs")],
		}},
		"denied against compute": {"answer": "yes", "declared": {
			"systemic_risk": false,
			"training_compute_flop": 38000000000000000000000000,
		}},
		"denied": {"answer": "no", "declared": {"systemic_risk": false}},
		"not general-purpose": {"answer": "no", "declared": {"gpai": false}},
		"a large modification of a model with it": {"answer": "yes", "declared": {
			"role": "modifier",
			"base_model_systemic_risk": true,
			"modification_compute_flop": 4000000000000000000000000,
		}},
		"a small modification of a model with it": {"answer": "no", "declared": {
			"role": "modifier",
			"base_model_systemic_risk": true,
			"modification_compute_flop": 4000000000000000000000,
		}},
		"a modification described by its original's figures": {
			"answer": "unknown",
			"declared": {"role": "modifier"},
			"facts": _sized(405000000000, 15000000000000),
		},
		"nothing said": {"answer": "unknown"},
	},
	"open_source_licence": {
		"permissive": {"answer": "yes", "licences": [_licence("model", "Apache-2.0", [])]},
		"a clause on users": {"answer": "no", "licences": [_licence("model", "LicenseRef-x", [{
			"kind": "user_scale",
			"text": "700 million",
			"location": testing.location,
		}])]},
		"use restrictions": {"answer": "unknown", "licences": [_licence("model", "LicenseRef-creativeml-openrail-m", [{
			"kind": "field_of_use",
			"text": "You agree not to use the Model",
			"location": testing.location,
		}])]},
		"the code's licence alone": {"answer": "unknown", "licences": [_licence("code", "Apache-2.0", [])]},
		"the model's before that of unknown subject": {"answer": "yes", "licences": [
			_licence("unknown", "CC-BY-NC-4.0", []),
			_licence("model", "MIT", []),
		]},
		"a name": {"answer": "no", "facts": {"distribution.licence": [testing.fact("CC-BY-NC-4.0")]}},
		"a data set's licence": {
			"answer": "unknown",
			"facts": {"distribution.licence": [testing.fact("CC-BY-NC-4.0")]},
			"documents": [testing.text_document("data_card", "DATA.md", [])],
		},
		"nothing said": {"answer": "unknown"},
	},
	"open_source_unmonetised": {
		"not monetised": {"answer": "yes", "declared": {"monetised": false}},
		"monetised": {"answer": "no", "declared": {"monetised": true}},
		"gated": {
			"answer": "unknown",
			"declared": {"monetised": false},
			"facts": {"distribution.gated": [testing.fact(true)]},
		},
		"gated for security": {
			"answer": "yes",
			"declared": {"monetised": false, "gated_for_security_only": true},
			"facts": {"distribution.gated": [testing.fact(true)]},
		},
		"nothing said": {"answer": "unknown"},
	},
	"open_source_published": {
		"all three": {"answer": "yes", "facts": _public},
		"no architecture": {"answer": "unknown", "facts": object.remove(_public, ["model.architecture"])},
		"limitations alone": {
			"answer": "unknown",
			"facts": object.remove(_public, ["model.input_modalities", "use.intended", "use.technical_means"]),
		},
		"an interface alone": {
			"answer": "unknown",
			"facts": object.union(_public, {"distribution.channels": [testing.fact(["Example API", "https://api.example.org"])]}),
		},
	},
	"open_source_exempt": {
		"all conditions": {"answer": "yes", "declared": _small, "facts": _public},
		"not relied upon": {
			"answer": "no",
			"declared": object.union(_small, {"open_source": false}),
			"facts": _public,
		},
		"systemic risk": {
			"answer": "no",
			"declared": {"monetised": false, "training_compute_flop": 38000000000000000000000000},
			"facts": _public,
		},
		"systemic risk not ruled out": {"answer": "unknown", "declared": {"monetised": false}, "facts": _public},
		"monetisation not stated": {
			"answer": "unknown",
			"declared": {"training_compute_flop": 720000000000000000000000},
			"facts": _public,
		},
		"a failing licence": {
			"answer": "no",
			"declared": _small,
			"facts": object.union(_public, {"distribution.licence": [testing.fact("CC-BY-NC-4.0")]}),
		},
	},
	"legacy": {
		"the day before": {"answer": "yes", "declared": {"union_market_date": "2025-08-01"}},
		"the first day": {"answer": "no", "declared": {"union_market_date": "2025-08-02"}},
		"a month that tells": {"answer": "yes", "facts": {"model.union_market_date": [testing.fact("2025-07")]}},
		"a month that does not tell": {
			"answer": "unknown",
			"facts": {"model.union_market_date": [testing.fact("2025-08")]},
		},
		"released later": {"answer": "no", "facts": {"model.release_date": [testing.fact("2025-10")]}},
		"released before and on the market": {
			"answer": "yes",
			"declared": {"placed_on_market": true, "release_date": "2024-03-01"},
		},
		"released before and nothing said of the Union": {
			"answer": "unknown",
			"declared": {"release_date": "2024-03-01"},
		},
		"nothing said": {"answer": "unknown"},
	},
	"in_force": {
		"before the duties": {"answer": "no", "as_of": "2025-07-01"},
		"since the duties": {"answer": "yes", "declared": {"union_market_date": "2025-08-02"}, "as_of": "2025-08-02"},
		"since the duties, at an unknown date": {"answer": "unknown", "as_of": "2025-08-02"},
		"at an unknown date, due in any case": {"answer": "yes", "as_of": "2027-08-02"},
		"a legacy model": {"answer": "no", "declared": {"union_market_date": "2024-03-01"}},
		"a legacy model on its day": {
			"answer": "yes",
			"declared": {"union_market_date": "2024-03-01"},
			"as_of": "2027-08-02",
		},
	},
	"signatory_copyright": {
		"all chapters": {"answer": "yes", "provider": {"signatory": true}},
		"this chapter": {"answer": "yes", "provider": {"signatory": {"copyright": true}}},
		"not this chapter": {"answer": "no", "provider": {"signatory": {"copyright": false, "transparency": true}}},
		"by the training summary": {"answer": "yes", "facts": {"provider.code_signatory": [testing.fact(true)]}},
		"denied by the training summary": {"answer": "no", "facts": {"provider.code_signatory": [testing.fact(false)]}},
		"on the Commission's list": {"answer": "yes", "provider": {"name": "Mistral AI"}},
		"nothing said": {"answer": "unknown", "provider": {"name": "Example Labs"}},
	},
	"signatory_safety_security": {
		"the summary's yes is on copyright": {
			"answer": "unknown",
			"facts": {"provider.code_signatory": [testing.fact(true)]},
		},
		"the list names the chapter": {"answer": "yes", "provider": {"name": "xAI"}},
	},
	"signatory_transparency": {"the list does not name the chapter": {"answer": "unknown", "provider": {"name": "xAI"}}},
	"sme": {
		"small": {"answer": "yes", "provider": {"size": "small"}},
		"small mid-cap": {"answer": "no", "provider": {"size": "small-mid-cap"}},
		"nothing said": {"answer": "unknown"},
	},
	"small_mid_cap": {
		"small mid-cap": {"answer": "yes", "provider": {"size": "small-mid-cap"}},
		"large": {"answer": "no", "provider": {"size": "large"}},
	},
	"third_country": {
		"a member state": {"answer": "no", "provider": {"country": "FR"}},
		"the economic area alone": {"answer": "yes", "provider": {"country": "NO"}},
		"elsewhere": {"answer": "yes", "provider": {"country": "US"}},
		"nothing said": {"answer": "unknown"},
	},
}

test_answers[name] if {
	some question, cases in _cases
	some label, case in cases
	name := concat(": ", [question, label])
	answers := scope.answers[0] with input as _document(case)
	answers[question].answer == case.answer
}

test_every_answer_has_a_sentence_and_a_basis if {
	answers := scope.answers[0] with input as _document({"declared": testing.in_force, "facts": _public})
	every _, answer in answers {
		endswith(answer.why, ".")
		answer.basis != ""
		is_array(answer.evidence)
	}
}

test_the_figures_stand_in_the_reason if {
	answers := scope.answers[0] with input as _document({"facts": {
		"model.parameters_total": [testing.fact(671000000000)],
		"model.parameters_active": [testing.fact(37000000000)],
		"data.tokens": [testing.fact(14800000000000)],
	}})
	answers.systemic_risk.why == concat("", [
		"6 × 37 billion active parameters × 14.8 trillion tokens come to about 3.3e24 FLOP, not more than 1.0e25, ",
		"and no designation is declared.",
	])
	answers.systemic_risk.evidence == [
		["models", 0, "facts", "model.parameters_active", 0],
		["models", 0, "facts", "data.tokens", 0],
	]
}

test_a_declared_value_is_evidence_at_its_place_in_the_configuration if {
	answers := scope.answers[0] with input as _document({"declared": {"gpai": true, "entry": 2}})
	answers.gpai.evidence == [["configuration", "models", 2, "gpai"]]
}

_applies := {
	"a duty of every provider, scope unknown": {"requirement": "PS-1.3.b", "expected": true},
	"a duty of every provider, not on the market": {
		"requirement": "PS-1.3.b",
		"expected": false,
		"declared": {"placed_on_market": false},
	},
	"an exempt duty": {"requirement": "MDF-2.1", "expected": false, "declared": _small, "facts": _public},
	"a duty without exemption": {"requirement": "PS-1.3.b", "expected": true, "declared": _small, "facts": _public},
	"a duty of systemic risk, unknown": {"requirement": "S-1.4", "expected": false},
	"a duty of systemic risk": {"requirement": "S-1.4", "expected": true, "declared": testing.systemic},
	"a requirement of another pack": {"requirement": "ACME-1", "expected": true},
	"a small modification": {
		"requirement": "PS-1.3.b",
		"expected": false,
		"declared": {"role": "modifier", "modification_compute_flop": 30000000000000000000000},
	},
}

test_applies[name] if {
	some name, case in _applies
	document := _document(case)
	applying := {requirement |
		some requirement in [case.requirement]
		scope.applies(requirement, document.models[0])
	} with input as document
	applying == {requirement | some requirement in [case.requirement]; case.expected}
}

test_an_answer_that_a_pack_gives_takes_the_place_of_ours if {
	document := _document({})
	given := {"answer": "no", "why": "It is a classifier.", "basis": "the pack 'acme'", "evidence": []}
	answers := scope.answers with input as document with data.gpai.given.scope as {"gpai": given}
	found := scope.answers with input as document
	answers[0].gpai == given
	object.remove(answers[0], ["gpai"]) == object.remove(found[0], ["gpai"])
	found[0].gpai != given
}
