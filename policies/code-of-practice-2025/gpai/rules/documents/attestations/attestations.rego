# METADATA
# title: Attestations are current and name what exists
# description: |
#   An attestation stands for what no file can show, so it counts only while somebody stands for it: from its date to its
#   expiry, for a requirement that exists, and for a model of this repository. One that does not count is
#   said, because whoever reads the configuration believes it does.
# related_resources:
# - description: Attestations in gpai-lint.yaml
#   ref: https://github.com/gpai-lint/gpai-lint/tree/main/docs
# custom:
#   rows: true
#   category: documents
#   strength: practice
#   requirements: []
#   measures: []
#   articles: []
#   level: warning
#   confidence: high
#   depends_on: []
#   since: 0.1.0
package gpai.rules.documents.attestations

import data.gpai.lib.attestations as lib_attestations
import data.gpai.lib.dates
import data.gpai.lib.finding
import data.gpai.requirements

report contains finding.repository("GPAI-851", _at(i, "expires"), sprintf(
	"The attestation for '%s' expired on %s and no longer counts.",
	[row.requirement, row.expires],
)) if {
	some i, row in _rows
	lib_attestations.expired(row)
}

report contains finding.repository("GPAI-852", _at(i, "requirement"), sprintf(
	"There is no requirement '%s', so the attestation stands for nothing.",
	[row.requirement],
)) if {
	some i, row in _rows
	not requirements[row.requirement]
}

report contains finding.repository("GPAI-853", _at(i, "model"), sprintf(
	"No model of this repository has the path '%s', so the attestation for '%s' stands for nothing.",
	[row.model, row.requirement],
)) if {
	some i, row in _rows
	row.model
	not row.model in ({model.path | some model in input.models} | {""})
}

report contains finding.repository("GPAI-854", _at(i, "date"), sprintf(
	"The attestation for '%s' is dated %s and does not count before that day.",
	[row.requirement, row.date],
)) if {
	some i, row in _rows
	row.date > input.as_of
}

# One that ends within a month is worth a note while there is time to renew it.
report contains finding.capped(finding.repository("GPAI-851", _at(i, "expires"), sprintf(
	"The attestation for '%s' expires on %s, in %d days.",
	[row.requirement, row.expires, days],
)), "note") if {
	some i, row in _rows
	not lib_attestations.expired(row)
	days := dates.days_between(input.as_of, row.expires)
	days <= 30
}

_at(i, key) := ["configuration", "attestations", i, key]

default _rows := []

_rows := input.configuration.attestations if is_array(input.configuration.attestations)
