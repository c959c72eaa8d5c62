package gpai.lib.bands_test

import data.gpai.lib.bands
import data.gpai.reference.form_bands

_labels(text) := [band.label | some band in bands.ticked(text, form_bands.parameters.bands)]

test_ticked[text] if {
	some text, labels in {
		"☐ 1-500M ☒ 50B-100B": ["50B-100B"],
		"☑ 50B – 100B": ["50B-100B"],
		"[x] >1T": [">1T"],
		"☒ 1-500M ☒ 500M-5B": ["1-500M", "500M-5B"],
		"☐ 1-500M ☐ 50B-100B": [],
		"50B-100B": [],
	}
	_labels(text) == labels
}

test_of_summary if {
	band := bands.of_summary("1e9-1e13")
	bands.holds(band, 10000000000000)
	not bands.holds(band, 15000000000000)
	bands.holds(bands.of_summary(">1e13"), 15000000000000)
	bands.holds(bands.of_summary("<1e9"), 5)
	not bands.of_summary("many")
}
