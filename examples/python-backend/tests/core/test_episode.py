def test_a_draft_goes_into_review(episode):
    reviewed = episode.to("in-review")
    assert (reviewed.state, reviewed.history) == ("in-review", ("draft",))
