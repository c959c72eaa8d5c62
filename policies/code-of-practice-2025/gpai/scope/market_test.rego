package gpai.scope_market_test

import data.gpai.lib.testing
import data.gpai.scope

test_a_family_is_as_old_as_its_release_and_not_as_that_of_a_member_that_joined_later if {
	dates := [testing.fact_with("2025-10", {"variant": "70B"}), testing.fact("2024-03")]
	model := testing.model({"placed_on_market": true}, {"model.release_date": dates})
	scope.answers[0].legacy.answer == "yes" with input as testing.document([model])
}
