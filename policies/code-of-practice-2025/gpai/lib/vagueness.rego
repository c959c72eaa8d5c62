# METADATA
# title: Vagueness
# description: |
#   Whether a text says anything that a reader could use. These are signals and no understanding: they look for what
#   every concrete answer has (a name, a number, an example, an enumeration), and never for particular providers.
package gpai.lib.vagueness

# METADATA
# description: Whether the text matches one of the patterns, which are in lower case.
says(fact, patterns) if {
	some pattern in patterns
	regex.match(pattern, _text(fact))
}

# METADATA
# description: Whether the text assures that all is in order, or that nothing can be said, instead of telling anything.
evasive(fact, own) if {
	regex.match(_assurance, _text(fact))
	not _concrete(_without(_text(fact), own))
}

# METADATA
# description: Whether the text says that, and so why, information cannot be given.
explains_gap(fact) if regex.match(_unavailable, _text(fact))

# METADATA
# scope: document
# description: Whether the text names a language, or how many there are.
names_language(fact) if {
	is_array(fact.value)
	some value in fact.value
	count(value) < 4
}

names_language(fact) if regex.match(`[0-9]+`, fact.text)

names_language(fact) if regex.match(`programming language|source code|no (natural )?language|language-(agnostic|independent)`, _text(fact))

# METADATA
# scope: document
# description: Whether the text names something beside its author, by a link, an identifier or a proper name.
names_something(fact, _) if regex.match(`https?:|www\.|[a-z0-9_.-]+/[a-z0-9_.-]*[a-z]`, _text(fact))

names_something(fact, own) if {
	some found in regex.find_all_string_submatch_n(`[\pL\pN,;:(&/-]\s+[("']?([A-Z][\pL\pN._-]+)`, fact.text, -1)
	not lower(trim(found[1], ".")) in own
}

names_something(fact, _) if regex.match(`(^|\n)\s*([-•*◦▪]|[0-9]+[.)])\s*\S`, fact.text)

# METADATA
# scope: document
# description: Whether the text lists domain names, or leads to a file with them.
lists_domains(fact) if count({domain | some domain in _domains(fact)}) >= _few

lists_domains(fact) if regex.match(`https?://[^ ]*(domain|\.csv|\.txt|\.tsv|\.json|\.xlsx?|\.parquet|\.zip|\.md|\.pdf)`, _text(fact))

# A file beside the summary; what tells crawlers where they may go lists no domains.
lists_domains(fact) if {
	some name in regex.find_n(`[a-z0-9_./-]+\.(csv|txt|tsv|json|xlsx?|parquet|zip)\b`, _text(fact), -1)
	not regex.match(`(^|/)(robots|ai|llms|ads|security|humans)\.txt$`, name)
}

# Two or three names beside a description are examples and no list.
_few := 4

_domains(fact) := [domain |
	some domain in regex.find_n(`([a-z0-9][a-z0-9-]*\.)+[a-z]{2,12}`, _text(fact), -1)
	not regex.match(`\.(txt|csv|tsv|json|xml|html?|pdf|md|docx?|xlsx?|zip)$`, domain)
]

_assurance := concat("|", [
	`follows? (all|the) (relevant |applicable |required )?(laws|regulations|rules)`,
	`follows? all`,
	`(compl(y|ies|iance|ying)|accordance|line) with (all )?(applicable|relevant|required|existing|the) ([a-z]+ )?(laws?|regulations?|requirements?)`,
	`(diverse|wide|broad|large) (set|range|variety|array|mix) of`,
	`various (sources|types|kinds|data|domains|sectors)`,
	_unavailable,
])

_unavailable := concat("|", [
	`(cannot|can not|can't|could not|will not|not possible to) be? ?(provid|disclos|shar|determin|reconstruct|establish|retriev)`,
	`(is|are|was|were) (not|no longer) (available|known|recorded|disclosed|documented|public)`,
	`unavailab|not (publicly )?disclosed|confidential|proprietary information|trade secret|disproportionate|best effort`,
])

# An example, an enumeration of three, a number or a link.
_concrete(text) if regex.match(`such as|includ(ing|es|ed)|e\.g\.|for (example|instance)|namely|[0-9]|https?:|[a-z-]+, [a-z -]+,? (and|or) [a-z]`, text)

_without(text, own) := strings.replace_n({name: "" | some name in own}, text)

# A quotation may be cut; the value of a text is whole.
_text(fact) := lower(fact.value) if is_string(fact.value)

_text(fact) := lower(fact.text) if not is_string(fact.value)
