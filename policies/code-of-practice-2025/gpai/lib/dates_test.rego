package gpai.lib.dates_test

import data.gpai.lib.dates

test_a_date_stands_for_all_its_days[text] if {
	some text, days in {
		"2025": ["2025-01-01", "2025-12-31"],
		"2025-02": ["2025-02-01", "2025-02-28"],
		"2024-02": ["2024-02-01", "2024-02-29"],
		"2025-12": ["2025-12-01", "2025-12-31"],
		"2025-07-15": ["2025-07-15", "2025-07-15"],
		"2025-07-15T08:00:00Z": ["2025-07-15", "2025-07-15"],
	}
	[dates.earliest(text), dates.latest(text)] == days
}

test_other_text_is_no_date[text] if {
	some text in ["", "soon", "2025-13", "2025-7-1", "07/2025", "20250715"]
	not dates.valid(text)
}

test_before_is_certain_or_false if {
	dates.before("2025-07", "2025-08-02")
	not dates.before("2025-08", "2025-08-02")
	not dates.before("2025", "2025-08-02")
	dates.after("2025-09", "2025-08-02")
	not dates.after("2025-08-02", "2025-08-02")
}

test_compatible_dates_share_a_day if {
	dates.compatible("2025", "2025-08-02")
	dates.compatible("2025-08-02", "2025-08")
	not dates.compatible("2025-07", "2025-08-02")
}

test_arithmetic if {
	dates.add_days("2025-12-31", 1) == "2026-01-01"
	dates.add_days("2025-03-01", -1) == "2025-02-28"
	dates.add_months("2025-01-31", 1) == "2025-02-28"
	dates.add_months("2025-08-15", 6) == "2026-02-15"
	dates.days_between("2025-08-20", "2025-09-03") == 14
	dates.days_between("2025-09-03", "2025-08-20") == -14
}
