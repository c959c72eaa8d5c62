# METADATA
# title: Agreement
# description: |
#   Whether two statements contradict each other. Numbers are rounded and nominal sizes are coarse, so '8B' and 8.03
#   billion agree; a false contradiction is worse than a missed one. Every comparison is within one model and one variant.
package gpai.lib.agreement

import data.gpai.lib.facts

# METADATA
# description: |
#   Whether two numbers cannot both be right: they differ by more than both are rounded, and by more than 25 %; by more
#   than 1 % where both show three significant figures or more.
contradict(one, other) if {
	gap := abs(one - other)
	gap > _half_unit(one) + _half_unit(other)
	gap * 100 > _allowance(one, other) * max([one, other])
}

_allowance(one, other) := 1 if {
	figures(one) > 2
	figures(other) > 2
} else := 25

# METADATA
# description: The significant figures a number shows when its trailing zeros are taken for rounding.
figures(value) := count(trim_right(_thousandths(value), "0"))

# Half of the last unit that is not a trailing zero: 0.5e9 for 8e9.
_half_unit(value) := _power_of_ten(count(_thousandths(value)) - figures(value)) / 2000

_power_of_ten(exponent) := to_number(sprintf("1e%d", [exponent]))

# Three decimals are kept: no quantity here is stated more finely.
_thousandths(value) := format_int(round(value * 1000), 10)

# METADATA
# description: The stated numbers of a field by variant (lower case), each a list of `{"path", "fact"}`.
by_variant(model, field) := {variant: entries |
	some variant in {variant_of(entry) | some entry in facts.numbers(model, field)}
	entries := [entry |
		some entry in facts.numbers(model, field)
		variant_of(entry) == variant
		entry.fact.value > 0
	]
}

# METADATA
# description: The variant that a fact is about, in lower case without surrounding spaces.
variant_of(entry) := lower(trim_space(entry.fact.variant))

# METADATA
# description: Letters and digits of a name in lower case, so that 'Example-7B' and 'example 7b' are one.
key(text) := regex.replace(lower(text), `[^a-z0-9]`, "")

# METADATA
# description: The last part of a hub id, `example-7b` of `example/example-7b`.
last(name) := parts[count(parts) - 1] if parts := split(name, "/")

# METADATA
# description: Whether two names can mean the same model, because one contains the other once punctuation is gone.
same_name(one, other) if contains(key(last(one)), key(last(other)))

same_name(one, other) if contains(key(last(other)), key(last(one)))

# METADATA
# description: What to call the document that a path into facts leads to; its path, or its address.
source(entry) := document.path if {
	document := input.documents[entry.fact.document]
	document.path != ""
} else := input.documents[entry.fact.document].url

# METADATA
# description: |
#   Whether the coarser of two numbers is not the finer one rounded, and they differ by more than 10 %: for budgets and
#   durations, which have no nominal sizes as models do.
misrounded(one, other) if {
	gap := abs(one - other)
	gap * 10 > max([one, other])
	unit := max([_half_unit(one), _half_unit(other)]) * 2
	round(one / unit) != round(other / unit)
}

# METADATA
# description: Whether two numbers differ by more than `percent` of the larger.
apart(one, other, percent) if abs(one - other) * 100 > percent * max([one, other])
