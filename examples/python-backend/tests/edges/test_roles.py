import pytest

from podcast.security.roles import Forbidden, lowest_role_with, permissions_of, require


def test_a_role_has_what_is_below_it():
    assert permissions_of(["listener"]) == {"episode:read"}
    assert {"episode:read", "episode:edit", "approval:vote"} <= permissions_of(["editor"])


def test_a_missing_permission_is_named():
    require("episode:edit", ["author"])
    with pytest.raises(Forbidden, match="member:invite needs more than author, editor"):
        require("member:invite", ["editor", "author"])
    with pytest.raises(Forbidden, match="no role"):
        require("episode:read", [])


def test_an_unknown_role_is_an_error():
    with pytest.raises(KeyError, match="no role guest"):
        permissions_of(["guest"])


def test_the_lowest_role_is_found():
    assert lowest_role_with("episode:schedule") == "editor"
    assert lowest_role_with("episode:burn") is None
