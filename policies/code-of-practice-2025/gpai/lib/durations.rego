# METADATA
# title: Durations
# description: |
#   Periods as people write them ("within 5 business days", "two weeks", "six-month", "annually"), measured in calendar
#   days. A business day counts as 1.4 days, a month and a year by their mean length; `exceeds` and `falls_short` leave
#   room for that.
package gpai.lib.durations

# METADATA
# description: The periods in a text in lower case, as `[{"text", "days"}]`, in the order of their kinds.
in_text(text) := array.concat(_counted(text), _named(text))

# METADATA
# description: A period of a reference table in calendar days.
days(value, unit) := value * _days_of[unit]

# METADATA
# description: Whether a period is certainly longer than a limit, both in days.
exceeds(period, limit) if period > (limit * 102) / 100

# METADATA
# description: Whether a period is certainly shorter than a minimum, both in days.
falls_short(period, minimum) if period < (minimum * 98) / 100

_days_of := {
	"hour": 1 / 24,
	"day": 1,
	"business day": 1.4,
	"week": 7,
	"month": 30.4375,
	"year": 365.25,
}

_value_of := {
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"twelve": 12, "fourteen": 14, "fifteen": 15, "eighteen": 18, "twenty": 20, "twenty-four": 24, "thirty": 30,
	"forty-eight": 48, "sixty": 60, "seventy-two": 72, "ninety": 90,
}

_word := concat("|", [word | some word, _ in _value_of])

_pattern := concat("", [
	`(?:^|[^a-z0-9.,])([0-9]{1,4}|`, _word, `)(?:\s*\([a-z0-9-]{1,12}\))?`,
	`[\s\x{a0}-]+(?:calendar[\s-]|full[\s-]|consecutive[\s-])?(business|working)?[\s-]?(hour|day|week|month|year)s?`,
])

_counted(text) := [{"text": trim(groups[0], _edges), "days": _value(groups[1]) * _days_of[unit]} |
	some groups in regex.find_all_string_submatch_n(_pattern, text, 20)
	unit := _unit(groups[2], groups[3])
]

_value(number) := _value_of[number]

_value(number) := to_number(number) if not _value_of[number]

_unit("", unit) := unit

_unit(kind, unit) := "business day" if {
	kind != ""
	unit == "day"
}

_unit(kind, unit) := unit if {
	kind != ""
	unit != "day"
}

# What may stand beside a period and is no part of it.
_edges := " ,;:-(\"'\n\t"

# Rhythms without a number.
_rhythms := [
	{"pattern": `(?:^|[^a-z-])(?:semi-?annual(?:ly)?|half-yearly|twice a year|every half[- ]year)`, "days": 182.625},
	{"pattern": `(?:^|[^a-z-])(?:annual(?:ly)?|yearly|every year|each year|once a year|once per year)`, "days": 365.25},
	{"pattern": `(?:^|[^a-z-])(?:quarterly|every quarter|each quarter)`, "days": 91.3125},
	{"pattern": `(?:^|[^a-z-])(?:monthly|every month|each month|within a month)`, "days": 30.4375},
	{"pattern": `(?:^|[^a-z-])(?:weekly|every week|each week|within a week)`, "days": 7},
]

_named(text) := [{"text": trim(found, _edges), "days": rhythm.days} |
	some rhythm in _rhythms
	some found in regex.find_n(rhythm.pattern, text, 5)
]
