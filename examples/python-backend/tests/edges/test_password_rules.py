import pytest

from podcast.security.passwords import WeakPassword, assert_strong, hash_password, needs_rehash, verify_password


@pytest.mark.parametrize(
    ("password", "message"),
    [("short", "at least 10"), ("ana-is-the-best", "your name"), ("aaaaabbbbbaaaaa", "different")],
)
def test_a_weak_password_is_refused(password, message):
    with pytest.raises(WeakPassword, match=message):
        assert_strong(password, "Ana")


def test_a_strong_password_is_taken():
    assert_strong("correct horse battery")


@pytest.mark.parametrize("stored", ["", "md5$1$a$b", "scrypt$many$a$b"])
def test_what_is_no_hash_fits_no_password(stored):
    assert not verify_password("anything", stored)


def test_a_hash_of_another_cost_is_made_anew():
    stored = hash_password("correct horse battery", salt=b"0" * 16)
    assert not needs_rehash(stored)
    assert needs_rehash(stored.replace("$4096$", "$1024$"))
