package skerry.rules.contacts.union_contact_test

import data.gpai.lib.testing
import data.skerry.rules.contacts.union_contact as rule

# Rule, model and place; levels are settled by gpai-lint.
places := {array.slice(row, 0, 3) | some row in testing.brief(rule.report)}

reached_at(address) := testing.document([testing.model({}, {"provider.contact": [testing.fact(address)]})])

test_an_address_elsewhere if {
	every address in ["models@skerry-labs.com", "a@x.fi or Models@Notskerry.example", "models@skerry.example.com"] {
		document := reached_at(address)
		places == {["SKE-106", 0, ["models", 0, "facts", "provider.contact", 0]]} with input as document
	}
}

test_an_address_in_the_union if {
	every address in ["models@skerry.example", "Write to Models@Skerry.FI.", "a@b.c.eu"] {
		document := reached_at(address)
		places == set() with input as document
	}
}

test_what_is_no_address if {
	document := reached_at("https://skerry.example/contact")
	places == set() with input as document
}
