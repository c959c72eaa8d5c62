# METADATA
# title: Every document can be read
# description: |
#   A file that looks like evidence but cannot be parsed is neither taken for evidence nor passed over: whatever it holds is
#   unknown until it is repaired, and the check fails. Files in gpai-lint's own formats are a rule of their own, because somebody meant them to be
#   read by this tool.
# related_resources:
# - description: YAML 1.2
#   ref: https://yaml.org/spec/1.2.2/
# custom:
#   rows: true
#   category: documents
#   strength: practice
#   requirements: []
#   measures: []
#   articles: []
#   level: error
#   confidence: high
#   depends_on: []
#   since: 0.1.0
package gpai.rules.documents.unread_file

import data.gpai.lib.finding

report contains finding.unreadable("GPAI-802", ["unread", i], sprintf("The file cannot be read: %s", [_sentence(row.reason)])) if {
	some i, row in input.unread
	not _own(row.file)
}

report contains finding.unreadable("GPAI-803", ["unread", i], sprintf(
	"The file does not follow its format: %s",
	[_sentence(row.reason)],
)) if {
	some i, row in input.unread
	_own(row.file)
}

_own(path) if regex.match(`(^|/)(model-documentation|training-summary|safety-and-security)\.ya?ml$`, path)

_sentence(reason) := reason if strings.any_suffix_match(reason, _ends)

_sentence(reason) := concat("", [reason, "."]) if not strings.any_suffix_match(reason, _ends)

_ends := [".", "?"]
