"""What deeds open to others or switch off: permissions and security checks, as rules.

Data only, as `danger_rule` says.
"""

from orchestrator_tray.core.danger_objects import PEOPLE, RIGHTS, SECURITY
from orchestrator_tray.core.danger_rule import rule

PERMISSIONS = (
    rule("permissions", "chmod chown sudo setuid", told=True),
    rule("permissions", "grant revoke elevate invite admin-right owner-right root-access"),
    rule(
        "permissions",
        "give add make assign remove promote set change get receive grant open",
        RIGHTS,
        unless="keyboard shortcut check test page form table column endpoint component task",
    ),
    rule("permissions", "allow have need", "admin administrator root superuser permission full-access iam"),
    rule(
        "permissions",
        "allow approve permit trust let accept",
        """
        session always tool command full-access everything workspace host permission scope invitation
        terms license agreement access request bash shell
        """,
    ),
    rule(
        "permissions",
        "share",
        "folder drive document doc screen dashboard link account domain organization org" + PEOPLE,
    ),
    rule("permissions", "run start execute", "root administrator superuser"),
    rule("permissions", "widen broaden extend", "scope permission right token", unless="task phase"),
    rule("permissions", "lift unlock relax", "rule ban restriction protection protected guard embargo"),
    rule("permissions", "lift unlock open", "ip account allow-list allowlist whitelist access"),
)

CHECKS = (
    rule("security", "accept trust", "certificate cert host key"),
    rule("security", "allow open permit expose", "origin anonymous internet world anyone everybody"),
    rule(
        "security",
        "drop lift raise remove disable release",
        "quarantine rate-limit scanner scan alarm monitor",
    ),
    rule(
        "security",
        "disable skip bypass ignore deactivate circumvent suppress weaken override dismiss evade unmask",
        SECURITY + "masking redaction moderation consent audit-log audit rls lockout",
        unless="nit style spelling wording",
    ),
    rule(
        "security", "accept trust allow install use", "self-signed selfsigned insecure untrusted unverified"
    ),
    rule(
        "security",
        "lower relax loosen weaken reduce soften",
        "security protection password requirement policy csp",
    ),
    rule(
        "security",
        "ignore dismiss suppress silence accept mute",
        "vulnerability cve advisory audit risk alert finding",
        unless="lint linter lighthouse accessibility a11y contrast style spelling typo wording seo nit",
    ),
    rule(
        "security",
        "remove drop omit",
        """
        auth authentication authorization login encryption firewall mfa 2fa two-factor protection
        branch-protection sandbox sanitizer sanitization verification signature csrf captcha
        """,
        told=True,
    ),
    rule("security", "concatenate interpolate eval splice", "input sql query"),
    rule("security", "mark", "scan finding vulnerability alert false-positive"),
    rule("security", "commit merge push", "unsigned unreviewed unverified"),
    rule("permissions", "close", "account"),
    rule("security", "open expose", "port internet public-internet world"),
)
