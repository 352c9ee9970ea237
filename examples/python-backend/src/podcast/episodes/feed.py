"""The feed that players read: RSS 2.0 with what is out, newest first."""

from email.utils import formatdate
from xml.sax.saxutils import escape, quoteattr


def duration_text(minutes):
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02d}:00" if hours else f"{rest}:00"


def item_of(episode, base_url):
    lines = [
        "    <item>",
        f"      <title>{escape(episode.title)}</title>",
        f"      <guid>{escape(episode.id)}</guid>",
        f"      <enclosure url={quoteattr(f'{base_url}/{episode.id}.mp3')} type=\"audio/mpeg\"/>",
        f"      <itunes:duration>{duration_text(episode.minutes)}</itunes:duration>",
    ]
    if episode.publish_at is not None:
        lines.append(f"      <pubDate>{formatdate(episode.publish_at, usegmt=True)}</pubDate>")
    if episode.explicit:
        lines.append("      <itunes:explicit>true</itunes:explicit>")
    for tag in sorted(episode.tags):
        lines.append(f"      <category>{escape(tag)}</category>")
    return [*lines, "    </item>"]


def render_feed(title, base_url, episodes, limit=50):
    out = [episode for episode in episodes if episode.state == "published"]
    newest = sorted(out, key=lambda episode: episode.publish_at or 0, reverse=True)[:limit]
    items = [line for episode in newest for line in item_of(episode, base_url)]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">',
            "  <channel>",
            f"    <title>{escape(title)}</title>",
            *items,
            "  </channel>",
            "</rss>",
            "",
        ]
    )
