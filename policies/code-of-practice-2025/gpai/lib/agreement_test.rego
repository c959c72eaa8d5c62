package gpai.lib.agreement_test

import data.gpai.lib.agreement

test_contradicting_figures[label] if {
	some label, pair in {
		"8B and 1.3B": [8000000000, 1300000000],
		"809 M and 798 M": [809000000, 798000000],
		"539 t and 385.08 t": [539, 385.08],
	}
	agreement.contradict(pair[0], pair[1])
}

test_agreeing_figures[label] if {
	some label, pair in {
		"8B and 8.03 billion": [8000000000, 8030261248],
		"7B and 6.74 billion": [7000000000, 6738415616],
		"7B and 8.54 billion": [7000000000, 8537680896],
		"366B and 350B": [366000000000, 350000000000],
		"31.22 and 31.2": [31.22, 31.2],
		"equal": [15000000000000, 15000000000000],
	}
	not agreement.contradict(pair[0], pair[1])
}

test_misrounded if {
	agreement.misrounded(3500000000000, 3000000000000)
	not agreement.misrounded(3600000000000, 4000000000000)
	not agreement.misrounded(3000000000000, 3002000000000)
}

test_same_name if {
	agreement.same_name("example/Example-7B", "example 7b")
	agreement.same_name("LLaMA", "llama-7b")
	not agreement.same_name("Example-24B-Base-2503", "Example-24B-Instruct-2503")
}

test_figures if {
	agreement.figures(8000000000) == 1
	agreement.figures(798000000) == 3
	agreement.figures(24.7) == 3
}
