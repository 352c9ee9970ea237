from podcast.episodes.feed import duration_text, render_feed


def test_a_feed_without_episodes_has_a_title():
    assert "<title>Ours &amp; yours</title>" in render_feed("Ours & yours", "https://example.invalid", [])


def test_a_short_episode_has_no_hours():
    assert duration_text(30) == "30:00"
