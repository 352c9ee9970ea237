from podcast.security.passwords import hash_password, verify_password


def test_a_password_is_known_again():
    stored = hash_password("correct horse battery")
    assert verify_password("correct horse battery", stored)
    assert not verify_password("correct horse batterz", stored)
