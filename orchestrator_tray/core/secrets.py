"""Obvious secrets, masked before anything is remembered.

Only what is a secret by its shape or its name: a hash, a UUID, a path or a model's name stays as it is.
"""

import re
from dataclasses import replace

from orchestrator_tray.core.pattern import DecisionPattern
from orchestrator_tray.core.question import Option
from orchestrator_tray.core.secret_shapes import HINTS, SHAPES, SHORTEST

MASK = "[secret]"

_PRIVATE_KEY = re.compile(
    r"-----BEGIN (?P<kind>(?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?)-----.*?(?:-----END (?P=kind)-----|\Z)",
    re.DOTALL,
)
_AMAZON_ID = re.compile(r"(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])")
_AMAZON_KEY = re.compile(
    r"(?<![A-Za-z0-9/+=])(?=[a-z0-9/+]*[A-Z])(?=[A-Z0-9/+]*[a-z])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])"
)
"""Nothing but its place beside an id tells what it is."""
_SENT = re.compile(
    r"(?i:\b(?P<head>bearer\s{1,3}|authorization:\s{0,3}(?:basic|token)\s{1,3}|cookie:\s{0,3}[\w.-]{1,60}=))"
    r"(?P<secret>[A-Za-z0-9._~+/%-]{16,}=*)"
)
_URL = re.compile(
    r"(?<![A-Za-z0-9])(?P<head>[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s/:@\"'<>]{0,100}:)(?P<secret>[^\s/@\"'<>]{1,200})(?=@)"
)
_HOOK = re.compile(
    r"(?P<head>hooks\.slack\.com/(?:services|workflows)/|discord(?:app)?\.com/api/webhooks/\d{5,25}/"
    r"|[?&](?:sig|signature|x-(?:amz|goog)-signature|(?:access_|auth_)?token|api_?key)=)"
    r"(?P<secret>[A-Za-z0-9_/%.~+-]{20,})",
    re.IGNORECASE,
)
"""Addresses that open a door to whoever knows them."""
_NAME = (
    r"[A-Za-z0-9_.-]{0,60}(?:passwords?|passwd|passphrase|passcode|pwd|pw|secret|token|credentials?"
    r"|(?:api|access|account|auth|private|secret|signing|encryption|master)[_-]?key)"
)
_ASSIGNED = re.compile(
    rf"(?i:(?<![A-Za-z0-9_.-])(?P<head>[\"']?{_NAME}[\"']?(?:\s{{0,3}}(?P<sign>=>|:=|=|:)\s{{0,3}}|\s(?:is|was)\s)))"
    r"(?P<secret>\"[^\"\n]{4,400}\"|'[^'\n]{4,400}'|[\"']?[^\s\"',;)}\]]{4,400})"
)
_OPTION = re.compile(
    r"(?P<head>(?:^|\s)(?:--(?:password|passwd|token|secret|api-key|access-token)\s{1,3}"
    r"|(?:-u|--user)\s{1,3}[\w.@-]{1,60}:"
    r"|(?:mysql|mysqldump|mariadb|sshpass)\b[^\n|;]{0,200}?\s-p))"
    r"(?P<secret>[^\s\"'@]{4,200})"
)
_HARMLESS = re.compile(
    r"\$|<|\{|%|\[secret\]|\*+|\.\.\.|x{4,}|process\.env|os\.environ|env[.(]|getenv|your[_-]|.*[\s(\[]"
    r"|\d{1,5}$|\d+(?:ms|s|min|m|h|d|hours?|days?|chars?|bits?|bytes)$",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:[a-z_]+\.)+[a-z_]+$|[~.]{0,2}(?:/[a-z0-9_.-]+){2,}/?$")
"""An attribute of something, or a path."""
_TERMS = re.compile(
    r"(?:(?:jwt|oauth2?|oidc|saml2?|pkce|[rhep]s(?:256|384|512)|sha-?\d{1,3}|md5|argon2(?:id)?|bcrypt|scrypt|pbkdf2"
    r"|aes-?\d*|gcm|rsa-?\d*|ed25519|base(?:32|58|64)|hex|utf-?8|uuid(?:v\d)?|v\d|mfa|[2m]fa|[th]otp|sso|kms|ssm|s3"
    r"|gcp|aws|k8s|x509|rfc\d+|1password|auth0)[/+&_-]?)+$",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[0-9!@#$%^&*+/=]")
_LONG = 12
_SENT_BY = ("bearer", "authorization", "cookie")
_NAMES = ("passw", "passp", "passc", "pw", "secret", "token", "key", "credential")


def mask(text: str) -> str:
    """Give the text with each obvious secret replaced by "[secret]"."""
    # Most texts hold nothing of the kind: a look for a part of it is many times faster than the patterns.
    if "-----BEGIN" in text:
        text = _PRIVATE_KEY.sub(MASK, text)
    if not _MARKED.search(text):
        return text  # words alone
    if _AMAZON_ID.search(text):
        text = _AMAZON_KEY.sub(MASK, text)
    if len(text) >= SHORTEST and any(map(text.__contains__, HINTS)):
        text = SHAPES.sub(MASK, text)
    if "://" in text:
        text = _URL.sub(_masked, text)
    if "://" in text or "=" in text:
        text = _HOOK.sub(_masked, text)
    folded = text.casefold()
    if any(map(folded.__contains__, _SENT_BY)):
        text = _SENT.sub(_masked, text)
    if " -" in text:
        text = _OPTION.sub(_masked, text)
    return _ASSIGNED.sub(_masked, text) if any(map(folded.__contains__, _NAMES)) else text


def _masked(found: re.Match[str]) -> str:
    return f"{found['head']}{MASK}" if _is_secret(found) else found[0]


def _is_secret(found: re.Match[str]) -> bool:
    """Tell whether a value is one: no word and no placeholder; in an address all that is no placeholder."""
    secret = found["secret"].strip("\"'")
    if _HARMLESS.match(secret) or (found.re in (_ASSIGNED, _OPTION) and _is_plain(secret)):
        return False
    is_assigned = found.re is _ASSIGNED and found["sign"] in ("=", ":=", "=>")
    return (
        found.re in (_URL, _HOOK)
        or _MARKED.search(secret) is not None
        or (is_assigned and len(secret) >= _LONG)
    )


def _is_plain(value: str) -> bool:
    return _CODE.match(value) is not None or _TERMS.match(value) is not None


def masked(pattern: DecisionPattern) -> DecisionPattern:
    """Give the pattern with the secrets masked in everything that an agent or a person wrote."""
    return replace(
        pattern,
        question_text=mask(pattern.question_text),
        user_answer=mask(pattern.user_answer),
        question_header=mask(pattern.question_header),
        options=tuple(Option(mask(option.label), mask(option.description)) for option in pattern.options),
        context_before=mask(pattern.context_before),
    )
