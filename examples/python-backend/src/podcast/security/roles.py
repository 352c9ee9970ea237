"""Roles: what each may do. A role has what the roles below it have."""

PERMISSIONS = {
    "listener": {"episode:read"},
    "author": {"episode:create", "episode:edit", "approval:request"},
    "editor": {"approval:vote", "episode:schedule"},
    "owner": {"episode:withdraw", "member:invite"},
}
BELOW = {"owner": ("editor",), "editor": ("author",), "author": ("listener",), "listener": ()}


class Forbidden(Exception):
    def __init__(self, permission, roles):
        super().__init__(f"{permission} needs more than {', '.join(sorted(roles)) or 'no role'}")
        self.permission = permission


def permissions_of(roles):
    allowed, waiting = set(), list(roles)
    while waiting:
        role = waiting.pop()
        if role not in PERMISSIONS:
            raise KeyError(f"there is no role {role}")
        allowed |= PERMISSIONS[role]
        waiting.extend(BELOW[role])
    return allowed


def require(permission, roles):
    if permission not in permissions_of(roles):
        raise Forbidden(permission, roles)


def lowest_role_with(permission):
    for role in ("listener", "author", "editor", "owner"):
        if permission in permissions_of([role]):
            return role
    return None
