package gpai.lib.numbers_test

import data.gpai.lib.numbers as numerals

test_scientific[written] if {
	some written, value in {
		"3.8e25": 38000000000000000000000000,
		"1.0e25": 10000000000000000000000000,
		"1.0e24": 999999999999999999999999,
		"7.2e23": 722700000000000000000000,
		"1.0e0": 1,
		"0": 0,
	}
	numerals.scientific(value) == written
}

test_grouped[written] if {
	some written, value in {
		"70.6 billion": 70553706496,
		"8 billion": 8030261248,
		"15 trillion": 15000000000000,
		"999999": 999999,
		"1.7 million": 1720320,
		"512": 512,
		"10.5": 10.5,
		"0.35": 0.35,
		"0.005": 0.005,
	}
	numerals.grouped(value) == written
}

test_significant_figures[text] if {
	some text, figures in {"3.8": 2, "38": 2, "0.38": 2, "3.80": 3, "70,553,706": 8, "4": 1}
	numerals.significant_figures(text) == figures
}

test_within if {
	numerals.within(100, 130, 30)
	not numerals.within(100, 200, 30)
	numerals.within(0, 0, 30)
}
