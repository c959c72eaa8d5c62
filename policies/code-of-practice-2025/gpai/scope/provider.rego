# METADATA
# title: The provider
# description: Where the provider is established, how large it is, and which chapters of the Code it signed.
package gpai.scope.provider

import data.gpai.lib.facts
import data.gpai.reference.countries
import data.gpai.reference.signatories
import data.gpai.scope.settled

# METADATA
# description: Whether the provider is established outside the Union; the same for all models.
third_country := _outside(input.configuration.provider.country) if {
	input.configuration.provider.country
} else := settled.unknown("The provider's country is not declared; set 'provider.country'.", "AI Act, Article 54", [])

_outside(country) := settled.no(sprintf("The provider is established in the Union, in %s.", [countries[country].name]), "AI Act, Article 54", [
	["configuration", "provider", "country"],
]) if {
	countries[country].union
} else := settled.yes(sprintf("The provider is established outside the Union, in '%s'.", [country]), "AI Act, Article 54", [
	["configuration", "provider", "country"],
])

_sizes := {"micro": "a micro-enterprise", "small": "a small enterprise", "medium": "a medium-sized enterprise", "small-mid-cap": "a small mid-cap", "large": "a large company"}

# METADATA
# description: Whether the provider is a small or medium-sized enterprise.
sme := _is_one_of({"micro", "small", "medium"}, "Safety and Security chapter, recital (h)")

# METADATA
# description: Whether the provider is a small mid-cap.
small_mid_cap := _is_one_of({"small-mid-cap"}, "Safety and Security chapter, recital (h)")

_is_one_of(sizes, basis) := settled.yes(sprintf("The configuration calls the provider %s.", [called]), basis, [
	["configuration", "provider", "size"],
]) if {
	size := input.configuration.provider.size
	size in sizes

	# Regorus would take a local variable inside the head's brackets for a fresh one.
	called := _sizes[size]
} else := settled.no(sprintf("The configuration calls the provider %s.", [called]), basis, [
	["configuration", "provider", "size"],
]) if {
	size := input.configuration.provider.size
	called := _sizes[size]
} else := settled.unknown("The provider's size is not declared; set 'provider.size'.", basis, [])

# METADATA
# description: Whether the provider signed a chapter of the Code; `model` because documents may say so.
signed(chapter, model) := _declared(chapter) if {
	_declared(chapter)
} else := _stated(model) if {
	_stated(model)
	chapter == "copyright"
} else := _stated(model) if {
	_stated(model).answer == "no"
} else := settled.yes(
	sprintf("The provider is on the Commission's list of signatories of %s.", [signatories.snapshot]),
	"Guidelines, section 5.1",
	[entry.path | some entry in facts.stated(model, "provider.name")],
) if {
	listed(chapter, model)
} else := settled.unknown(
	sprintf("Whether the provider signed this chapter is not declared; set 'provider.signatory.%s'.", [chapter]),
	"Guidelines, section 5.1",
	[],
)

_declared(chapter) := _word(input.configuration.provider.signatory, ["configuration", "provider", "signatory"]) if {
	is_boolean(input.configuration.provider.signatory)
} else := _word(input.configuration.provider.signatory[chapter], ["configuration", "provider", "signatory", chapter])

_word(true, path) := settled.yes("The configuration says that the provider signed.", "Guidelines, section 5.1", [path])

_word(false, path) := settled.no("The configuration says that the provider did not sign.", "Guidelines, section 5.1", [path])

# The training summary asks about commitments on rights reservations: its yes speaks of the copyright chapter alone.
_stated(model) := settled.yes("The training summary says that the provider is a signatory.", "Training summary template, section 3.1", [
	entries[0].path,
]) if {
	entries := _statements(model)
	every entry in entries {
		entry.fact.value == true
	}
} else := settled.no("The training summary says that the provider is not a signatory.", "Training summary template, section 3.1", [
	entries[0].path,
]) if {
	entries := _statements(model)
	every entry in entries {
		entry.fact.value == false
	}
}

_statements(model) := entries if {
	entries := facts.stated(model, "provider.code_signatory")
	count(entries) > 0
}

# METADATA
# description: Whether the Commission's list of signatories has the provider under one of its names, for this chapter.
listed(chapter, model) if {
	some row in signatories.providers
	some name in _names(model)
	lower(trim_space(name)) in ({lower(row.name)} | {alias | some alias in row.aliases})
	chapter in row.chapters
}

_names(model) := {name | name := input.configuration.provider.name} | {name |
	some name in facts.values(model, "provider.name")
	is_string(name)
}
