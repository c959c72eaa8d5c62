package main

import rego.v1

test_another_licence_is_denied if {
	count(deny_licence) == 1 with input as {"license": "other", "language": ["en"], "tags": []}
}

test_an_approved_licence_is_not if {
	count(deny_licence) == 0 with input as {"license": "apache-2.0", "language": ["en"], "tags": []}
}
