# METADATA
# title: Declared days keep the periods of the Code
# description: |
#   The days on which the Framework and the Model Report were confirmed, assessed and sent stand in the configuration. They
#   are compared with each other and with the day of the check.
# related_resources:
# - description: Code of Practice, Safety and Security chapter
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: safety_security
#   strength: code
#   articles: ["Article 55(1)(b)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   since: 0.1.0
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - path: .
#           placed_on_market: true
#           gpai: true
#           systemic_risk: true
#           notification_date: 2025-09-01
#           framework_confirmed_date: 2025-11-03
#           framework_sent_date: 2025-12-01
#           framework_assessed_date: 2025-01-01
#           union_market_date: 2025-11-10
#           model_report_sent_date: 2025-12-20
#           model_report_updated_date: 2025-12-20
#       README.md: |
#         # Example 400B
#         A text-generation model.
#     good:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - path: .
#           placed_on_market: true
#           gpai: true
#           systemic_risk: true
#           notification_date: 2025-10-01
#           framework_confirmed_date: 2025-10-20
#           framework_sent_date: 2025-10-24
#           framework_assessed_date: 2099-01-01
#           union_market_date: 2025-11-10
#           model_report_sent_date: 2025-11-10
#           model_report_updated_date: 2099-01-01
#       README.md: |
#         # Example 400B
#         A text-generation model.
package gpai.rules.safety_security.duty_date

import data.gpai.lib.content
import data.gpai.lib.dates
import data.gpai.lib.finding
import data.gpai.lib.systemic
import data.gpai.reference.time_limits
import data.gpai.rules.safety_security.duty_date.answers
import data.gpai.rules.safety_security.duty_date.rows
import data.gpai.scope.settled

report contains _graded(row, start, end, finding.at(row.id, model, _place(end, start), _message(row, start, end))) if {
	some model in systemic.models
	some row in rows
	not systemic.attested(row.requirements, model)
	not systemic.excused(object.get(row, "unless", []), model)
	start := _first(row.start, model)
	end := _first(row.end, model)
	_breaks(row, start.date, end.date)
}

met contains {"requirement": row.requirements[0], "model": model.index, "at": _place(end, start)} if {
	some model in systemic.models
	some row in rows

	# Two rows share the requirement on the Framework's time: it is met when neither is broken.
	every other in rows {
		not _broken(other, row.requirements[0], model)
	}
	not _inferred(row, model)
	start := _first(row.start, model)
	end := _first(row.end, model)
	_past(start, end)
}

# A delay that the Code allows on conditions which no file shows is no breach yet.
_graded(row, start, end, violation) := finding.undecided(
	finding.capped(violation, "warning"),
	sprintf("A delay of up to '%s' is allowed where the AI Office accepts it and got an interim report at once.", [_words(time_limits[row.limit])]),
) if {
	_conditional(row, start, end)
}

_graded(row, start, end, violation) := violation if not _conditional(row, start, end)

_conditional(row, start, end) if {
	row.grace == "none"
	_business_days(start.date, end.date) <= time_limits[row.limit].value
}

# What is planned for a day to come is not done yet.
_past(start, end) if {
	start.date <= input.as_of
	end.date <= input.as_of
}

# Who kept the day needed no delay.
inapplicable contains {
	"requirement": "S-7.7/delay",
	"model": model.index,
	"why": sprintf("The AI Office got the Model Report on %s, by the day of placing on the market, so no delay was used.", [end.date]),
	"at": end.path,
} if {
	some model in systemic.models
	some row in rows
	row.grace == "none"
	start := _first(row.start, model)
	end := _first(row.end, model)
	not _breaks(row, start.date, end.date)
	_past(end, end)
}

# The market day stands in for a day of assessment or renewal that is not declared, but shows neither done.
_inferred(row, model) if {
	row.end == ["as_of"]
	_first(row.start, model).key == "union_market_date"
}

# Each row of a shared requirement has to be decided by both of its days.
_broken(row, requirement, model) if {
	requirement == row.requirements[0]
	not _kept(row, model)
}

_kept(row, model) if {
	start := _first(row.start, model)
	end := _first(row.end, model)
	not _breaks(row, start.date, end.date)
}

_first(keys, model) := [day |
	some key in keys
	day := _day(key, model)
][0]

_day("as_of", _) := {"key": "as_of", "date": input.as_of}

_day(key, model) := {"key": key, "date": model.declared[key], "path": settled.declared_at(model, key)} if key != "as_of"

# The day in the record of safety and security, where the configuration declares none.
_day(key, model) := {"key": key, "date": answered[0].text, "path": answered[0].path} if {
	not model.declared[key]
	answered := [answer |
		some answer in content.answers(model, [answers[key]])
		regex.match(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`, answer.text)
	]
	count(answered) > 0
}

# The day that came too late or too early; of the day of the check there is no line.
_place(end, _) := end.path if end.key != "as_of"

_place(end, start) := start.path if end.key == "as_of"

_breaks(row, start, end) if {
	row.grace == "none"
	start < end
}

_breaks(row, start, end) if {
	not row.grace
	_late(time_limits[row.limit], start, end)
}

_late(limit, start, end) if {
	limit.comparison == "at_most"
	limit.unit == "week"
	dates.days_between(start, end) > limit.value * 7
}

_late(limit, start, end) if {
	limit.comparison == "at_least"
	limit.unit == "week"
	dates.days_between(start, end) < limit.value * 7
}

_late(limit, start, end) if {
	limit.unit == "month"
	end > dates.add_months(start, limit.value)
}

_late(limit, start, end) if {
	limit.unit == "business day"
	_business_days(start, end) > limit.value
}

# Days from Monday to Friday after the first and up to the second day. An earlier second day gives none.
_business_days(start, end) := count([n |
	some n in numbers.range(1, min([dates.days_between(start, end), 400]))
	n > 0
	not _weekend(dates.add_days(start, n))
])

_weekend(date) if time.weekday(time.parse_rfc3339_ns(concat("", [date, "T00:00:00Z"]))) in {"Saturday", "Sunday"}

_message(row, start, end) := sprintf("%s '%s', later than 'by %s', the day of placing on the market.", [row.subject, end.date, start.date]) if {
	row.grace == "none"
}

_message(row, start, end) := sprintf("%s: '%s' lies more than '%s' back.", [row.subject, start.date, _words(time_limits[row.limit])]) if {
	not row.grace
	end.key == "as_of"
}

_message(row, start, end) := sprintf("%s on '%s', counted from '%s'; the period is %s '%s'.", [
	row.subject,
	end.date,
	start.date,
	{"at_most": "at most", "at_least": "at least"}[time_limits[row.limit].comparison],
	_words(time_limits[row.limit]),
]) if {
	not row.grace
	end.key != "as_of"
}

_words(limit) := sprintf("%d %ss", [limit.value, limit.unit])
