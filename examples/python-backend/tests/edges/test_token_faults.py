import pytest

from podcast.security.tokens import TokenError, TokenService

SECRET = b"a secret of enough bytes"


def reason_of(act):
    with pytest.raises(TokenError) as caught:
        act()
    return caught.value.reason


def test_a_token_is_not_taken_for_what_it_is_not(clock):
    tokens = TokenService(SECRET, clock)
    token = tokens.issue("ana")
    assert reason_of(lambda: tokens.verify("nothing")) == "malformed"
    assert reason_of(lambda: tokens.verify(token[:-1])) == "forged"
    assert reason_of(lambda: TokenService(SECRET[::-1], clock).verify(token)) == "forged"


def test_a_token_ends(clock):
    tokens = TokenService(SECRET, clock, lifetime=10)
    token = tokens.issue("ana")
    clock.now += 10
    assert reason_of(lambda: tokens.verify(token)) == "expired"


def test_a_renewed_token_takes_the_place_of_the_old_one(clock):
    tokens = TokenService(SECRET, clock)
    old = tokens.issue("ana", ["owner", "author"])
    clock.now += 1
    new = tokens.renew(old)
    assert reason_of(lambda: tokens.verify(old)) == "revoked"
    assert tokens.verify(new)["roles"] == ["author", "owner"]


def test_a_short_secret_is_refused(clock):
    with pytest.raises(ValueError, match="16 bytes"):
        TokenService(b"short", clock)
