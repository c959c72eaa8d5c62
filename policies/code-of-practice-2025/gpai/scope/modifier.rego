# METADATA
# title: Modifiers
# description: |
#   Whether the provider made the model or modified another's, and whether a modifier's change is large enough to make it
#   the provider of the result (more than a third of the original's training compute; Guidelines, section 3.2).
package gpai.scope.modifier

import data.gpai.lib.facts
import data.gpai.lib.numbers as numerals
import data.gpai.reference.thresholds
import data.gpai.scope.settled

# METADATA
# description: Whether each model is a modification of somebody else's model.
answer[model.index] := value if {
	some model in input.models
	value := _answer(model)
}

# METADATA
# description: |
#   Whether the duties of a provider fall on whoever publishes the model: always on its maker, on a modifier only above
#   the limit and then for the change alone.
responsible[model.index] := value if {
	some model in input.models
	value := _responsible(model)
}

# METADATA
# description: |
#   The compute above which a modifier of the model becomes provider, `{"value", "why"}`: a third of the original's, else
#   the fallback; undefined while it is unknown which fallback holds.
limit(model) := {"value": value, "why": sprintf("a third of the original's %s FLOP", [numerals.scientific(model.declared.base_model_compute_flop)])} if {
	value := (model.declared.base_model_compute_flop * thresholds.modifier_fraction.numerator) / thresholds.modifier_fraction.denominator
} else := {"value": thresholds.modifier_fallback_systemic.value, "why": "a third of 1.0e25 FLOP, as the original has systemic risk and its compute is unknown"} if {
	model.declared.base_model_systemic_risk
} else := {"value": thresholds.modifier_fallback.value, "why": "a third of 1.0e23 FLOP, as the original has no systemic risk and its compute is unknown"} if {
	model.declared.base_model_systemic_risk == false
}

_basis := "Guidelines, section 3.2"

_answer(model) := settled.yes("The configuration says so.", _basis, [settled.declared_at(model, "role")]) if {
	model.declared.role == "modifier"
} else := settled.no("The configuration names the provider as its maker.", _basis, [settled.declared_at(model, "role")]) if {
	model.declared.role == "provider"
} else := settled.yes(sprintf("The configuration names '%s' as its base model.", [model.declared.base_model]), _basis, [
	settled.declared_at(model, "base_model"),
]) if {
	_foreign(model, model.declared.base_model)
} else := settled.yes(
	sprintf("It is based on '%s', and nothing says that the same provider made that; if so, set 'role: provider'.", [foreign[0].name]),
	_basis,
	[entry.path | some entry in foreign],
) if {
	foreign := _owned_first([entry | some entry in bases(model); _foreign(model, entry.name)])
	count(foreign) > 0
	count(_doubtful(model)) == 0
} else := settled.unknown(
	sprintf("It is based on '%s', which may or may not be the same provider's; set 'role' to provider or modifier.", [doubtful[0].name]),
	_basis,
	[entry.path | some entry in doubtful],
) if {
	doubtful := _doubtful(model)
	count(doubtful) > 0
} else := settled.no("No base model of another provider is named.", _basis, [entry.path | some entry in bases(model)])

# Who reads of a base sees whose it is where the name says so.
_owned_first(entries) := array.concat(
	[entry | some entry in entries; contains(entry.name, "/")],
	[entry | some entry in entries; not contains(entry.name, "/")],
)

# The bases that may be the provider's own. A part of others beside such a one, as an encoder is, does not make the whole
# another provider's; a short form of another's name is no base beside it, nor one of the model's family beside its own.
_doubtful(model) := [entry |
	some entry in bases(model)
	not _own(model, entry.name)
	not _foreign(model, entry.name)
	every other in bases(model) {
		not _names_foreign(model, entry.name, other.name)
		not _own(model, other.name)
	}
]

_names_foreign(model, name, other) if {
	_foreign(model, other)
	_akin(_stem(name), _stem(other))
}

# METADATA
# description: The base models that the documents name, each `{"name", "path"}`.
bases(model) := [{"name": name, "path": entry.path} |
	some entry in facts.stated(model, "model.base_model")
	facts.own(entry)
	_of_the_whole(model, entry)
	some name in _names(entry.fact.value)
	not _nothing(name)
	not _of_a_relative(model, entry, name)
]

# A text that names the model itself as a base speaks of what was made from it; metadata speak of the model, and there
# such a name is the original of a copy or of a conversion.
_of_a_relative(model, entry, name) if {
	not _in_metadata(entry)
	_key(_last(name)) in _keys(model)
}

# The base of a distilled or fine-tuned member of a family says nothing on the family; where members have bases of their
# own, the text around them is about those, and only metadata speak of the whole.
_of_the_whole(_, entry) if {
	entry.fact.variant == ""
	_in_metadata(entry)
}

_of_the_whole(model, entry) if {
	entry.fact.variant == ""
	every other in facts.stated(model, "model.base_model") {
		other.fact.variant == ""
	}
}

_in_metadata(entry) if startswith(entry.fact.location.anchor, "/")

_names(value) := value if is_array(value)

_names(value) := [value] if is_string(value)

_nothing(name) if lower(trim_space(name)) in {"", "none", "no", "n/a", "not applicable"}

# The same provider's model, or one of this repository: later development of one's own model is no modification.
_own(model, name) if {
	contains(name, "/")
	owner := _key(split(name, "/")[0])
	some provider in _providers(model)
	_begins(owner, provider)
}

# So is one by the owner of the hub's page from which this model is loaded.
_own(model, name) if {
	contains(name, "/")
	some id in _pages(model)
	_key(_last(id)) == _key(_last(model.name))
	_key(split(id, "/")[0]) == _key(split(name, "/")[0])
}

# A name alone is that of a base of one's own in short, or begins with the provider's name.
_own(model, name) if {
	not contains(name, "/")
	some own in _owned(model)
	_akin(_stem(name), _stem(own))
}

_own(model, name) if {
	not contains(name, "/")
	some provider in _providers(model)
	startswith(_key(name), provider)
}

_own(model, name) if {
	some other in input.models
	other.index != model.index
	_key(_last(name)) in _keys(other)
}

_pages(model) := {id |
	some entry in facts.stated(model, "distribution.channels")
	some id in regex.find_n(`[\w.-]+/[\w.-]+\b`, replace(entry.fact.text, "huggingface.co/", " "), 8)
}

# The names with an owner among the bases, that of the provider.
_owned(model) := {name |
	some entry in facts.stated(model, "model.base_model")
	some name in _names(entry.fact.value)
	contains(name, "/")
	some provider in _providers(model)
	_begins(_key(split(name, "/")[0]), provider)
}

_keys(model) := {_key(model.name), _key(_last(model.name)), _key(_last(model.path))}

# Owners on a hub add to a provider's name or shorten it ('example-labs-ai', 'Example').
_begins(owner, provider) if startswith(owner, provider)

_begins(owner, provider) if startswith(provider, owner)

# Without a known provider a base whose name begins as the model's does may be its own; one that begins with letters
# that are not compared may be anybody's.
_foreign(model, name) if {
	not _own(model, name)
	count(_providers(model)) > 0
	contains(name, "/")
}

_foreign(model, name) if {
	not _own(model, name)
	count(_providers(model)) == 0
	not _of_its_family(model, name)
}

_foreign(model, name) if {
	not _own(model, name)
	not contains(name, "/")
	not _of_its_family(model, name)
}

_of_its_family(model, name) if _akin(_stem(name), _stem(model.name))

# The initials of the model's name: 'EST' of 'Example Song Transformer'.
_of_its_family(model, name) if {
	count(_stem(name)) > 2
	startswith(_initials(model.name), _stem(name))
}

# The end of a compound, as in 'ExampleBase': its parts may be of one provider, and a word of its own names another's.
_of_its_family(model, name) if {
	not contains(name, "/")
	some core in regex.find_n(`^[a-z]{3,}`, lower(name), 1)
	some word in regex.find_n(`[a-z]+`, lower(_last(model.name)), 12)
	endswith(word, core)
	word != core
}

# A name in another script has no first word: it is akin to any.
_akin(stem, other) if startswith(stem, other)

_akin(stem, other) if startswith(other, stem)

# A name may list several parties: 'Example Team, IBM', 'Example AI and Other Labs'.
_providers(model) := {_key(part) |
	some name in _provider_names(model)
	some part in array.concat([name], regex.split(`,|;|/|&|\(|\)|\band\b`, name))
	count(_key(part)) > 2
}

_provider_names(model) := ({name | name := input.configuration.provider.name} | {name |
	some name in facts.values(model, "provider.name")
	is_string(name)
}) | {split(model.name, "/")[0] | contains(model.name, "/")}

_key(text) := regex.replace(lower(text), `[^a-z0-9]`, "")

_last(path) := parts[count(parts) - 1] if parts := split(path, "/")

_initials(name) := concat("", [substring(word, 0, 1) | some word in regex.find_n(`[a-z]+`, lower(name), 12)])

_stem(name) := regex.find_n(`^[a-z]*`, lower(_last(name)), 1)[0]

# Quantising or merging weights takes no training compute, so it is far from any limit.
_conversion(entry) if lower(entry.fact.formula) in {"quantized", "quantised", "merge", "merged"}

_responsible(model) := settled.yes("The provider made the model itself.", "AI Act, Article 3(3)", answer[model.index].evidence) if {
	answer[model.index].answer == "no"
} else := settled.yes(
	sprintf("The modification took %s FLOP, more than %s: the modifier is the provider of the modified model, with duties for the change alone.", [
		numerals.scientific(model.declared.modification_compute_flop),
		limit(model).why,
	]),
	_basis, [settled.declared_at(model, "modification_compute_flop")],
) if {
	answer[model.index].answer == "yes"
	model.declared.modification_compute_flop > limit(model).value
} else := settled.no(
	sprintf("The modification took %s FLOP, not more than %s: the modifier is not a provider.", [
		numerals.scientific(model.declared.modification_compute_flop),
		limit(model).why,
	]),
	_basis, [settled.declared_at(model, "modification_compute_flop")],
) if {
	answer[model.index].answer == "yes"
	model.declared.modification_compute_flop <= limit(model).value
} else := settled.yes("The modification took more compute than either fallback limit: the modifier is the provider of the modified model.", _basis, [
	settled.declared_at(model, "modification_compute_flop"),
]) if {
	answer[model.index].answer == "yes"
	model.declared.modification_compute_flop > thresholds.modifier_fallback_systemic.value
} else := settled.no("The modification took less compute than either fallback limit: the modifier is not a provider.", _basis, [
	settled.declared_at(model, "modification_compute_flop"),
]) if {
	answer[model.index].answer == "yes"
	model.declared.modification_compute_flop <= thresholds.modifier_fallback.value
} else := settled.no(
	sprintf("The metadata call it '%s', a conversion of existing weights that trains nothing: the modifier is not a provider.", [converted[0].fact.formula]),
	_basis,
	[entry.path | some entry in converted],
) if {
	answer[model.index].answer == "yes"
	not model.declared.modification_compute_flop
	converted := [entry | some entry in facts.stated(model, "model.base_model"); _conversion(entry)]
	count(converted) > 0
} else := settled.unknown(
	"Whether the modification took more than a third of the original's training compute is not stated; set 'modification_compute_flop' and 'base_model_compute_flop'.",
	_basis,
	answer[model.index].evidence,
)
