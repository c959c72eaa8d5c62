# METADATA
# title: Scope
# description: |
#   What has to be settled before any duty: `answers[<model index>][<question>]` is
#   `{"answer": "yes" | "no" | "unknown", "why", "basis", "evidence": [paths]}`, and `applicability` draws from it
#   whether a requirement applies to a model. Rules ask `applies`; levels ask `applicability` and `commitment`.
package gpai.scope

import data.gpai.lib.dates

# METADATA
# description: The day by which models placed on the market before the duties applied must comply (Article 111(3)).
legacy_due := "2027-08-02"

# METADATA
# description: The day on which the duties of providers of general-purpose AI models began to apply (Article 113(b)).
duties_since := "2025-08-02"

# METADATA
# description: Whether a requirement is to be checked for a model, that is, unless it certainly does not apply.
applies(requirement, model) if applicability(requirement, model).answer != "no"

# METADATA
# description: Whether a requirement applies to a model, `{"answer", "why", "basis"}`.
applicability(requirement, model) := _first([answer |
	some question in _gates(requirement)
	answer := object.union(answers[model.index][question], {"question": question})
])

# METADATA
# description: Whether the provider committed to the chapter that the requirement belongs to.
commitment(requirement, model) := answers[model.index][_chapter_question(requirement)]

default _chapter_question(_) := "gpai"

_chapter_question(requirement) := "signatory_transparency" if startswith(requirement, "T-")

_chapter_question(requirement) := "signatory_transparency" if startswith(requirement, "MDF-")

_chapter_question(requirement) := "signatory_copyright" if startswith(requirement, "C-")

_chapter_question(requirement) := "signatory_safety_security" if startswith(requirement, "S-")

_chapter_question(requirement) := "signatory_safety_security" if startswith(requirement, "A-")

_gates(requirement) := array.concat(
	["placed_on_market", "gpai"],
	[question | some question, negated in _further_gates(requirement)],
)

default _further_gates(_) := {}

_further_gates(requirement) := {"systemic_risk": false} if "systemic_risk" in data.gpai.requirements[requirement].applies_to

# The first gate that is shut, else the first that is in doubt, else the last that stands open.
_first(gates) := [gate | some gate in gates; gate.answer == "no"][0]

_first(gates) := [gate | some gate in gates; gate.answer == "unknown"][0] if {
	every gate in gates { gate.answer != "no" }
}

_first(gates) := gates[count(gates) - 1] if {
	every gate in gates { gate.answer == "yes" }
}

answers[model.index] := {question: answer |
	some question in questions
	answer := _declared(model, question)
} if {
	some model in input.models
}

# METADATA
# description: The questions, in the order in which they are settled.
questions := [
	"placed_on_market",
	"gpai",
	"modifier",
	"systemic_risk",
	"open_source_exempt",
	"legacy",
	"signatory_transparency",
	"signatory_copyright",
	"signatory_safety_security",
	"sme",
	"third_country",
]

default _declared(_, _) := {"answer": "unknown", "why": "Neither the configuration nor the files say.", "basis": "", "evidence": []}

_declared(model, question) := {
	"answer": _word[model.declared[question]],
	"why": "The configuration says so.",
	"basis": "",
	"evidence": [["models", model.index, "declared", question]],
}

_declared(model, "legacy") := {
	"answer": _word[dates.before(model.declared.union_market_date, duties_since)],
	"why": "The configuration says so.",
	"basis": "",
	"evidence": [],
}

_declared(_, "third_country") := {
	"answer": _word[input.configuration.provider.country != "FR"],
	"why": "The configuration says so.",
	"basis": "",
	"evidence": [],
}

_declared(_, question) := {
	"answer": _word[input.configuration.provider.signatory[substring(question, 10, -1)]],
	"why": "The configuration says so.",
	"basis": "",
	"evidence": [],
}

_word := {true: "yes", false: "no"}
