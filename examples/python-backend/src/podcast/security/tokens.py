"""Signed tokens: who somebody is, until when. What is in them can be read by anybody, and changed by nobody."""

import base64
import hashlib
import hmac
import json


class TokenError(Exception):
    """`reason` is `malformed`, `forged`, `expired` or `revoked`."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


class TokenService:
    def __init__(self, secret, clock, lifetime=3600):
        if len(secret) < 16:
            raise ValueError("the secret has to have at least 16 bytes")
        self._secret = secret
        self._clock = clock
        self._lifetime = lifetime
        self._revoked = set()

    def issue(self, subject, roles=()):
        claims = {"sub": subject, "roles": sorted(roles), "exp": self._clock() + self._lifetime}
        body = _encode(json.dumps(claims, sort_keys=True).encode())
        return f"{body}.{self._sign(body)}"

    def verify(self, token):
        body, dot, signature = token.partition(".")
        if not dot:
            raise TokenError("malformed")
        if not hmac.compare_digest(signature, self._sign(body)):
            raise TokenError("forged")
        claims = json.loads(_decode(body))
        if claims["exp"] <= self._clock():
            raise TokenError("expired")
        if signature in self._revoked:
            raise TokenError("revoked")
        return claims

    def revoke(self, token):
        self.verify(token)
        self._revoked.add(token.partition(".")[2])

    def renew(self, token):
        claims = self.verify(token)
        self.revoke(token)
        return self.issue(claims["sub"], claims["roles"])

    def _sign(self, body):
        return _encode(hmac.new(self._secret, body.encode(), hashlib.sha256).digest())


def _encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
