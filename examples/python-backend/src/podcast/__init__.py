"""A small backend that publishes podcast episodes: who may do what, what needs an approval, and when an episode is out."""
