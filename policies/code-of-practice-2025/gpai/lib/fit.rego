# METADATA
# title: Fit
# description: |
#   Whether a text is of the kind that a question asks for. This is no understanding: it tells a figure from a description
#   and a duration from a date, and knows words that tell nothing, whatever they stand behind.
package gpai.lib.fit

# METADATA
# description: |
#   Whether a text can answer a question: it holds one of the patterns that `says` lists, if there are any, is not what
#   `unless` describes, and more than a confirmation. Patterns are RE2 on the text in lower case, without the label that
#   may stand before it.
answers(text, question) if {
	said := _unlabelled(lower(text))
	not regex.match(_confirmation, said)
	not regex.match(object.get(question, "unless", `^$`), said)
	_says(said, object.get(question, "says", [`.`]))
}

# The longest labels of the form have some hundred characters.
_longest := 120

_unlabelled(text) := substring(text, count(label), -1) if {
	label := regex.find_n(`^[^:.]+:\s+`, text, 1)[0]
	count(label) <= _longest
} else := text

_says(said, patterns) if {
	some pattern in patterns
	regex.match(pattern, said)
}

# Words that confirm, praise or point, and tell nothing.
_confirmation := concat("", [
	`^[^a-z0-9]*((yes|true|ok(ay)?|done|available|provided|documented|described|completed?|(see|as)( described)? (above|below)`,
	`|very|highly|state[- ]of[- ]the[- ]art|powerful|large|big|fast|easy|easily|good|best|efficient|modern|advanced|simple`,
	`|strong|standard|usual|various|diverse|many|several|and)[^a-z0-9]*)+$`,
])
