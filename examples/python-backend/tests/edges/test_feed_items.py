from dataclasses import replace

from podcast.episodes.feed import duration_text, render_feed


def test_what_is_out_is_listed_newest_first(episode):
    out = replace(episode, state="published", publish_at=1_700_000_000, explicit=True, tags=frozenset({"law & order"}))
    feed = render_feed("Ours", "https://example.invalid", [out, replace(out, id="ep-2", publish_at=1_700_003_600), episode])
    assert feed.index("ep-2") < feed.index("ep-1")
    assert feed.count("<item>") == 2
    assert "<pubDate>Tue, 14 Nov 2023 22:13:20 GMT</pubDate>" in feed
    assert "<itunes:explicit>true</itunes:explicit>" in feed
    assert "<category>law &amp; order</category>" in feed


def test_a_long_episode_has_hours():
    assert duration_text(125) == "2:05:00"
