from podcast.governance.policies import may_go_out, review


def test_a_plain_episode_may_go_out(episode):
    assert review(episode) == []
    assert may_go_out(episode)
