# METADATA
# title: Dates
# description: |
#   ISO dates of any precision: `2025`, `2025-07`, `2025-07-15` (a time after the day is ignored). A date that is not
#   full stands for all its days, so comparisons are strict: `before("2025", "2025-08-02")` is not known, hence false.
#   Full dates are compared as strings.
package gpai.lib.dates

# METADATA
# description: Whether the text is an ISO date of some precision.
valid(text) if earliest(text)

# METADATA
# description: The first day the date can mean.
earliest(text) := substring(text, 0, 10) if _is_day(text)

earliest(text) := concat("", [text, "-01"]) if _is_month(text)

earliest(text) := concat("", [text, "-01-01"]) if _is_year(text)

# METADATA
# description: The last day the date can mean.
latest(text) := substring(text, 0, 10) if _is_day(text)

latest(text) := add_days(add_months(earliest(text), 1), -1) if _is_month(text)

latest(text) := concat("", [text, "-12-31"]) if _is_year(text)

# METADATA
# description: Whether the first date is certainly earlier than the second.
before(one, other) if latest(one) < earliest(other)

# METADATA
# description: Whether the first date is certainly later than the second.
after(one, other) if earliest(one) > latest(other)

# METADATA
# description: Whether both dates can mean the same day.
compatible(one, other) if {
	earliest(one) <= latest(other)
	earliest(other) <= latest(one)
}

# METADATA
# description: The full date `n` days after a full date (before it when `n` is negative).
add_days(date, n) := _text(_ns(date) + (n * _day))

# METADATA
# description: The full date `n` months after a full date; the last day of a month stays within its month.
add_months(date, n) := min([_text(time.add_date(_ns(date), 0, n, 0)), _last_of_month(date, n)])

# METADATA
# description: Days from the first full date to the second; negative when the second is earlier.
days_between(one, other) := round((_ns(other) - _ns(one)) / _day)

_day := 86400000000000

# The month that contains the 1st of `date` moved by n months, its last day.
_last_of_month(date, n) := _text(time.add_date(_ns(concat("", [substring(date, 0, 7), "-01"])), 0, n + 1, 0) - _day)

_ns(date) := time.parse_rfc3339_ns(concat("", [substring(date, 0, 10), "T00:00:00Z"]))

_text(ns) := sprintf("%04d-%02d-%02d", time.date(ns))

_is_day(text) if regex.match(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([T ]|$)`, text)

_is_month(text) if regex.match(`^[0-9]{4}-(0[1-9]|1[0-2])$`, text)

_is_year(text) if regex.match(`^[0-9]{4}$`, text)
