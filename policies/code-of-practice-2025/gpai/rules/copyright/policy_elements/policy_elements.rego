# METADATA
# title: Each element of the copyright chapter is described
# description: |
#   The copyright policy is one document that contains the measures of the chapter: lawful access, reservations of rights,
#   crawler information, safeguards at output, contact and complaints, with the responsibilities for them. Elements that
#   others have to find (contact, crawlers, notices to users) count wherever they are published; those on crawling are asked
#   only of a provider whose data was crawled by it or for it.
# related_resources:
# - description: Code of Practice, Copyright chapter
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: copyright
#   strength: code
#   articles: ["Article 53(1)(c)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-301]
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       COPYRIGHT_POLICY.md: |
#         # Copyright policy
#         We respect the rights of others and comply with the law of the Union.
#     good:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       COPYRIGHT_POLICY.md: |
#         # Copyright policy
#         {{example}}
#   since: 0.1.0
package gpai.rules.copyright.policy_elements

import data.gpai.lib.content
import data.gpai.lib.copyright
import data.gpai.lib.documents
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.reference.licences
import data.gpai.rules.copyright.policy_elements.rows
import data.gpai.rules.copyright.policy_elements.welcome
import data.gpai.scope

report contains violation if {
	some model in input.models
	_judged(model)
	some row in _asked[model.index]
	count(_evidence[model.index][row.id]) == 0
	violation := _settled(row, model, _absence(row, model))
}

# Several rows may spell out one requirement: one of them does not show it.
met contains {"requirement": row.requirements[0], "model": index, "at": path} if {
	some index, asked in _asked
	some row in asked
	not row.requirements[0] in _open[index]
	some path in array.slice(_showing[index][row.id], 0, 3)
}

met contains {"requirement": row.requirements[0], "model": model.index, "at": path} if {
	some model in input.models
	some row in welcome
	some path in array.slice(_evidence[model.index][row.id], 0, 3)
}

# METADATA
# description: Passages that touch on an element without saying what is done.
mentioned contains {"requirement": row.requirements[0], "model": index, "at": path} if {
	some index, asked in _asked
	some row in asked
	row.requirements[0] in _open[index]
	some path in array.slice(_evidence[index][row.id], 0, 2)
}

# The requirements of which at least one element is not shown.
_open[index] := {requirement |
	some row in asked
	count(_showing[index][row.id]) == 0
	some requirement in row.requirements
} if {
	some index, asked in _asked
}

inapplicable contains {
	"requirement": row.requirements[0],
	"model": model.index,
	"at": _no_crawling[model.index][0],
	"why": "The provider says that nothing was crawled by it or for it.",
} if {
	some model in input.models
	some row in rows
	row.crawling
	_no_crawling[model.index]
}

# Once per model: to ask of each row wherever it is needed would be a quarter of all that the rules take.
_asked[model.index] := [row |
	some row in rows
	scope.applies(row.requirements[0], model)
	not _excused_from_crawling(row, model)
	not _other_licence(row, model)
] if {
	some model in input.models
}

_excused_from_crawling(row, model) if {
	row.crawling
	_no_crawling[model.index]
}

# Where it is open whether the licence is free and open-source, the notice is asked for, which suits either.
_other_licence(row, model) if {
	row.licence == "open"
	scope.answers[model.index].open_source_licence.answer == "no"
}

_other_licence(row, model) if {
	row.licence == "closed"
	scope.answers[model.index].open_source_licence.answer != "no"
}

# Only a policy that was read, in a language that the patterns know, can lack something.
_judged(model) if not copyright.exists(model)

_judged(model) if copyright.legible(model)

_evidence[model.index] := {row.id: paths |
	some row in array.concat(rows, welcome)
	paths := _paths(
		_documents_of(row, model),
		_passages[model.index][row.id],
		content.bound(model, _kinds(row, model), row.requirements),
		_facts_of(row, model),
	)
} if {
	some model in input.models
}

# What shows the element: a passage that says what is done about it, or the author's binding.
_showing[model.index] := {row.id: paths |
	some row in rows
	paths := _paths(
		_documents_of(row, model),
		[entry |
			some entry in _passages[model.index][row.id]
			_shows(row, passages.lowered(entry))
			_shows_there(row, entry)
		],
		content.bound(model, _kinds(row, model), row.requirements),
		[entry |
			some entry in _facts_of(row, model)
			_shows(row, lower(entry.fact.text))
		],
	)
} if {
	some model in input.models
}

_paths(documents_of, passages_of, bound, facts_of) := array.concat(
	documents_of,
	array.concat(
		array.concat([entry.path | some entry in passages_of], bound),
		[entry.path | some entry in facts_of],
	),
)

_passages[model.index] := {row.id: found |
	some row in array.concat(rows, welcome)
	found := [entry |
		some entry in content.matching(model, _kinds(row, model), row.patterns)
		_second(row, passages.lowered(entry))
		_in_policy(row, entry)
		_in_clause(row, entry)
		not _free_licence(entry.document)
	]
} if {
	some model in input.models
}

_documents_of(row, model) := [entry.path | some entry in documents.of(model, {kind | some kind in row.documents})]

# Terms speak of infringement in clauses on litigation and warranty as well, which prohibit no use.
_in_clause(row, _) if not row.beside_clauses

_in_clause(row, entry) if {
	some sentence in regex.split(`[.;]\s|\n\n`, passages.lowered(entry))
	_matches(sentence, row.and)
	not regex.match(row.beside_clauses, sentence)
}

_facts_of(row, model) := array.concat(
	facts.stated_any(model, object.get(row, "fields", [])),
	[entry |
		some entry in facts.stated_any(model, object.get(row, "quoted", []))
		_says(row, lower(entry.fact.text))
	],
)

_shows(row, _) if not row.shows

_shows(row, text) if regex.match(row.shows, text)

# A card speaks of the copyright in itself as well.
_shows_there(row, _) if not row.shows_elsewhere

_shows_there(_, entry) if input.documents[entry.document].kind in {"copyright_policy", "copyright_policy_summary", "complaints_procedure"}

_shows_there(row, entry) if regex.match(row.shows_elsewhere, passages.lowered(entry))

# A policy that is a chapter of another document makes that document one of the policy's kind.
_kinds(row, model) := {kind | some kind in row.kinds} | copyright.kinds(model) if "copyright_policy" in row.kinds

_kinds(row, _) := {kind | some kind in row.kinds} if not "copyright_policy" in row.kinds

_says(row, text) if {
	_matches(text, row.patterns)
	_second(row, text)
}

_second(row, _) if not row.and

_second(row, text) if {
	every pattern in row.and {
		regex.match(pattern, text)
	}
}

# A policy speaks of infringing sites as well, which are no use of the model.
_in_policy(row, _) if not row.in_policy

_in_policy(row, entry) if {
	row.in_policy
	input.documents[entry.document].kind != "copyright_policy"
}

_in_policy(row, entry) if regex.match(row.in_policy, passages.lowered(entry))

_matches(text, patterns) if {
	some pattern in patterns
	regex.match(pattern, text)
}

# The text of a free licence speaks of patents and third parties, and prohibits no use of the model.
_free_licence(document) if {
	input.documents[document].kind == "license_file"
	some licence in input.licences
	licence.document == document
	licences[licence.id].reading == "fulfils"
}

# What shows that nothing was crawled by the provider or for it; a yes anywhere outweighs it.
_no_crawling[model.index] := denials if {
	some model in input.models
	answers := facts.values(model, "data.crawlers_used")
	not true in answers
	denials := array.concat(
		[entry.path |
			some entry in facts.stated(model, "data.crawlers_used")
			entry.fact.value == false
		],
		[entry.path | some entry in content.matching(model, copyright.kinds(model), _denials)],
	)
	count(denials) > 0
}

_denials := [
	`(do|does|did|will|has|have) (and will )?not (and (does|do|will) not )?(engage in |use |operate |run |conduct |perform )?(any |own |our own )?(web[- ]?)?(crawl|scrap)`,
	`(no|never) (own |web[- ]?|data )*(crawl|scrap)(er|ing)?s? (is|are|was|were|activit|of)`,
	`(operate|use|run)s? no (own |web[- ]?)*crawler`,
]

_absence(row, model) := finding.missing(row.id, model, row.field, sprintf("No document says %s.", [row.what])) if {
	not copyright.exists(model)
}

_absence(row, model) := finding.missing_in(row.id, model, row.field, policy.path, sprintf(
	"%s %s.",
	[_silence(row), row.what],
)) if {
	policy := copyright.policies[model.index][0]
}

_silence(row) := "The copyright policy does not say" if {
	row.kinds == ["copyright_policy"]
} else := "Neither the copyright policy nor another document says"

# While nobody says whether anything was crawled, it may well not be asked.
_settled(row, model, violation) := finding.undecided(
	finding.capped(violation, "warning"),
	"No document says whether anything was crawled by the provider or for it.",
) if {
	_crawling_unknown(row, model)
}

_settled(row, model, violation) := violation if not _crawling_unknown(row, model)

_crawling_unknown(row, model) if {
	row.crawling
	not true in facts.values(model, "data.crawlers_used")
}
