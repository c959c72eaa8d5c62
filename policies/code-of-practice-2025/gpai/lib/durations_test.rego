package gpai.lib.durations_test

import data.gpai.lib.durations

_days(text) := [period.days | some period in durations.in_text(text)]

test_reads_figures_and_words if {
	_days("within 2 days") == [2]
	_days("within two weeks") == [14]
	_days("at the latest 48 hours after") == [2]
	_days("a 60-day limit") == [60]
	_days("thirty (30) days") == [30]
}

test_a_business_day_is_longer_than_a_day if {
	_days("within 5 business days") == [7]
	_days("within five working days") == [7]
}

test_reads_rhythms if {
	_days("assessed annually") == [365.25]
	_days("a semi-annual review") == [182.625]
	_days("every quarter") == [91.3125]
}

test_reads_several_periods if {
	_days("two days for the first, five days for the second") == [2, 5]
}

test_leaves_other_numbers_alone if {
	_days("since 2026-01-12 daily") == []
	_days("24/7 in 10 languages, 3.5 million users") == []
}

test_keeps_the_words_of_the_period if {
	durations.in_text("reported within 20 days.") == [{"text": "20 days", "days": 20}]
}

test_compares_with_room_for_the_length_of_months if {
	durations.exceeds(20, 2)
	not durations.exceeds(365.25, durations.days(12, "month"))
	durations.falls_short(365.25, durations.days(5, "year"))
	not durations.falls_short(1826, durations.days(5, "year"))
}
