# METADATA
# title: Findings
# description: |
#   The only place where findings are made. A rule's `report` holds what these functions return:
#
#     report contains finding.missing("GPAI-601", model, "provider.authorised_representative", "… .") if { … }
#     report contains finding.at("GPAI-704", model, entry.path, "… .") if { … }
#
#   `id` is the id of the rule (or of the row of its table), `model` an element of `input.models`, `path` a path into the
#   input document (`["models", 0, "facts", "data.tokens", 1]`), `field` the field whose text is absent. The level comes
#   from `data.gpai.lib.level`; a rule can only lower it (`capped`), except for a file that cannot be read (`unreadable`).
package gpai.lib.finding

import data.gpai.lib.level

# METADATA
# description: A violation that stands somewhere; `path` leads to the node of the input document.
at(id, model, path, message) := {
	"rule": id,
	"model": model.index,
	"at": path,
	"message": message,
	"level": level.of(id, model),
	"requirements": _requirements(id),
}

# METADATA
# description: A violation by absence; `field` is the id of the field that is stated nowhere.
missing(id, model, field, message) := {
	"rule": id,
	"model": model.index,
	"missing": field,
	"message": message,
	"level": level.of(id, model),
	"requirements": _requirements(id),
}

# METADATA
# description: |
#   The same where it is known into what the text belongs; `path` leads to a document, to a section, or to the fact below
#   which it belongs.
missing_in(id, model, field, path, message) := object.union(missing(id, model, field, message), {"at": path})

# METADATA
# description: A violation that concerns the repository and no model in particular.
repository(id, path, message) := {
	"rule": id,
	"model": null,
	"at": path,
	"message": message,
	"level": level.of_rule(id),
	"requirements": _requirements(id),
}

# METADATA
# description: |
#   A file that could not be read. It fails the check whatever strength the rule has: what the file holds is unknown, and
#   what is unknown must not pass in silence.
unreadable(id, path, message) := object.union(repository(id, path, message), {"level": "error"})

# METADATA
# description: The finding with other places that belong to it, each `{"message", "at"}`.
with_related(violation, places) := object.union(violation, {"related": places})

# METADATA
# description: |
#   A finding at several places (at least one) at which the same is wrong, each `{"message", "at"}`; it stands at the
#   first. A comparison and a waiver count each of them: one more is a new violation, while a place of `with_related` is
#   none.
at_all(id, model, places) := with_related(
	at(id, model, places[0].at, places[0].message),
	[object.union(place, {"occurrence": true}) | some place in array.slice(places, 1, count(places))],
)

# METADATA
# description: The finding with a remediation of its own in place of the rule's.
with_remediation(violation, text) := object.union(violation, {"remediation": text})

# METADATA
# description: The finding, naming these requirements in place of all those of the rule.
with_requirements(violation, requirements) := object.union(violation, {"requirements": requirements})

# METADATA
# description: |
#   The finding as one that decides no verdict, because something else is open first, which `why` says in a sentence.
undecided(violation, why) := object.union(violation, {"undecided": why})

# METADATA
# description: The finding at no more than `highest`; a level is never raised.
capped(violation, highest) := object.union(violation, {"level": level.lower(violation.level, highest)})

# METADATA
# description: The finding at the line of its place that says `text` (in lower case); a place as long as a section has many.
quoting(violation, text) := object.union(violation, {"quote": text})

# A rule without metadata still reports: a violation is never lost for want of a description.
default _requirements(_) := []

_requirements(id) := _rules[id].requirements

# A name of this package: where a variable indexes a reference that begins with `data`, Regorus goes through all modules.
_rules := data.gpai.metadata.rules
