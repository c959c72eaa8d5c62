package gpai.lib.facts_test

import data.gpai.lib.facts
import data.gpai.lib.testing
import data.gpai.scope.modifier

_in(state) := testing.fact_with("…", {"state": state})

_model := testing.model(testing.in_force, {
	"training.energy_mwh": [testing.fact(310), testing.fact_with(305, {"method": "measured"}), testing.fact("N/A")],
	"data.scope": [_in("placeholder"), _in("elsewhere"), _in("undecidable")],
	"data.languages": [testing.fact_with("None", {"value": []}), testing.fact(["fi", "sv"])],
})

_path(field, i) := ["models", 0, "facts", field, i]

test_readings_by_state if {
	[entry.path | some entry in facts.stated(_model, "training.energy_mwh")] == [_path("training.energy_mwh", i) | some i in [0, 1, 2]]
	[entry.path | some entry in facts.placeholder(_model, "data.scope")] == [_path("data.scope", 0)]
	[entry.path | some entry in facts.elsewhere(_model, "data.scope")] == [_path("data.scope", 1)]
	[entry.path | some entry in facts.undecidable(_model, "data.scope")] == [_path("data.scope", 2)]
	facts.all(_model, "data.cutoff") == []
}

test_readings_by_method_number_and_value if {
	[entry.path | some entry in facts.stated_by(_model, "training.energy_mwh", "measured")] == [_path("training.energy_mwh", 1)]
	count(facts.numbers(_model, "training.energy_mwh")) == 2
	facts.values(_model, "training.energy_mwh") == {310, 305, "N/A"}
	count(facts.stated_any(_model, ["training.energy_mwh", "data.languages"])) == 5
}

test_what_is_met_and_where if {
	facts.covered(_model, "training.energy_mwh")
	facts.covered(_model, "data.scope")
	not facts.covered(_model, "data.cutoff")
	facts.evidence(_model, "data.scope") == [_path("data.scope", 1)]
	count(facts.evidence(_model, "training.energy_mwh")) == 3
}

test_substantial_readings_name_something if {
	[entry.path | some entry in facts.substantial(_model, "data.languages")] == [_path("data.languages", 1)]
	count(facts.substantial(_model, "training.energy_mwh")) == 2
}

test_readings_of_a_shared_document_are_nobodys_own_without_a_variant if {
	shared := object.union(testing.card([]), {"models": [0, 1]})
	plain := {"path": [], "fact": testing.fact(1)}
	named := {"path": [], "fact": testing.fact_with(1, {"variant": "7B"})}
	not facts.own(plain) with input as {"documents": [shared]}
	facts.own(named) with input as {"documents": [shared]}
	facts.own(plain) with input as {"documents": [testing.card([])]}
}

test_the_limit_of_a_modification[name] if {
	some name, case in {
		"a third of what is known": {"declared": {"base_model_compute_flop": 900000000000000000000000}, "value": 300000000000000000000000},
		"with systemic risk": {"declared": {"base_model_systemic_risk": true}, "value": 3333300000000000000000000},
		"without systemic risk": {"declared": {"base_model_systemic_risk": false}, "value": 33333000000000000000000},
	}
	modifier.limit(testing.declaring(case.declared)).value == case.value
}

test_no_limit_while_the_original_is_unknown if {
	not modifier.limit(testing.declaring({}))
}
