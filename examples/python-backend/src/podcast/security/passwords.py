"""Passwords: scrypt with a salt of its own for each, and a check that takes the same time whatever is wrong."""

import base64
import hashlib
import hmac
import os

COST, BLOCK, PARALLEL = 2**12, 8, 1
MIN_LENGTH = 10


class WeakPassword(ValueError):
    """The message says what to do about it."""


def assert_strong(password, name=""):
    if len(password) < MIN_LENGTH:
        raise WeakPassword(f"use at least {MIN_LENGTH} characters")
    if name and name.lower() in password.lower():
        raise WeakPassword("leave your name out")
    if len(set(password)) < 5:
        raise WeakPassword("use more different characters")


def hash_password(password, salt=None):
    salt = os.urandom(16) if salt is None else salt
    key = hashlib.scrypt(password.encode(), salt=salt, n=COST, r=BLOCK, p=PARALLEL)
    return f"scrypt${COST}${_text(salt)}${_text(key)}"


def verify_password(password, stored):
    parts = stored.split("$")
    if len(parts) != 4 or parts[0] != "scrypt" or not parts[1].isdigit():
        return False
    salt, key = (base64.b64decode(part) for part in parts[2:])
    tried = hashlib.scrypt(password.encode(), salt=salt, n=int(parts[1]), r=BLOCK, p=PARALLEL)
    return hmac.compare_digest(tried, key)


def needs_rehash(stored):
    """Whether it was made with another cost than is asked for today."""
    parts = stored.split("$")
    return len(parts) != 4 or parts[1] != str(COST)


def _text(data):
    return base64.b64encode(data).decode()
