package main

import data.cards
import rego.v1

is_card if input.license

deny_licence contains msg if {
	is_card
	not input.license in cards.licences
	msg := sprintf("The licence '%s' is not one of %s", [input.license, concat(", ", cards.licences)])
}

violation_language contains {"msg": msg, "details": {"missing": missing}} if {
	is_card
	missing := {language | some language in cards.languages} - {language | some language in input.language}
	count(missing) > 0
	msg := sprintf("The card does not name the languages %s", [concat(", ", sort(missing))])
}

warn contains "The card has no tags" if {
	is_card
	not input.tags
}

# Cards of experiments may have any licence.
exception contains rules if {
	"experiment" in input.tags
	rules := ["licence"]
}
