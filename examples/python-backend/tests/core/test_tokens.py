from podcast.security.tokens import TokenService


def test_a_token_says_who_somebody_is(clock):
    tokens = TokenService(b"a secret of enough bytes", clock)
    claims = tokens.verify(tokens.issue("ana", ["author"]))
    assert (claims["sub"], claims["roles"]) == ("ana", ["author"])
