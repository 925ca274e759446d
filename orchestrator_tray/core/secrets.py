"""Obvious secrets, masked before anything is remembered.

Only what is a secret by its shape or its name: a hash, a UUID, a path or a model's name stays as it is.
"""

import re
from dataclasses import replace

from orchestrator_tray.core.pattern import DecisionPattern
from orchestrator_tray.core.question import Option

MASK = "[secret]"

_PRIVATE_KEY = re.compile(
    r"-----BEGIN (?P<kind>(?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?)-----.*?(?:-----END (?P=kind)-----|\Z)",
    re.DOTALL,
)
_SHAPES = re.compile(
    r"(?<![A-Za-z0-9_-])(?:"
    r"sk-(?:ant|proj|or|svcacct|admin|live|test)?-?[A-Za-z0-9_-]{20,}"  # Anthropic, OpenAI, OpenRouter
    r"|(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9]{16,}"  # Stripe
    r"|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{20,}"
    r"|(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}"  # Amazon
    r"|AIza[A-Za-z0-9_-]{30,}|ya29\.[A-Za-z0-9_-]{20,}|GOCSPX-[A-Za-z0-9_-]{20,}"  # Google
    r"|xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{20,}"  # Slack
    r"|npm_[A-Za-z0-9]{30,}|pypi-[A-Za-z0-9_-]{30,}|hf_[A-Za-z0-9]{30,}|dop_v1_[a-f0-9]{40,}"
    r"|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|(?:gsk|xai|r8|nvapi|tvly|lin_api|dckr_pat)[-_][A-Za-z0-9_-]{20,}"
    r"|\d{8,10}:AA[A-Za-z0-9_-]{30,}"  # Telegram
    r"|eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*"  # a JSON web token
    r")(?![A-Za-z0-9_-])"
)
_BEARER = re.compile(
    r"(?i:\b(?P<head>(?:bearer|authorization:\s{0,3}basic)\s{1,3}))(?P<secret>[A-Za-z0-9._~+/-]{16,}=*)"
)
_URL = re.compile(
    r"(?<![A-Za-z0-9])(?P<head>[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s/:@\"'<>]{0,100}:)(?P<secret>[^\s/@\"'<>]{1,200})(?=@)"
)
_NAME = (
    r"(?:[A-Za-z0-9]{1,40}[_.-]){0,4}(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key"
    r"|auth[_-]?key|private[_-]?key|client[_-]?secret)"
)
_ASSIGNED = re.compile(
    rf"(?i:(?<![A-Za-z0-9_.-])(?P<head>[\"']?{_NAME}[\"']?(?:\s{{0,3}}(?P<sign>=>|:=|=|:)\s{{0,3}}|\s(?:is|was)\s)))"
    r"(?P<secret>\"[^\"\n]{4,400}\"|'[^'\n]{4,400}'|[^\s\"',;)}\]]{4,400})"
)
_HARMLESS = re.compile(
    r"\$|<|\{|%|\[secret\]|\*+|\.\.\.|x{4,}|process\.env|os\.environ|env[.(]|getenv|your[_-]|.*[\s(]",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[0-9!@#$%^&*+/=]")
_LONG = 12


_HINTS = (
    "sk-", "sk_", "rk_", "pk_", "whsec_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-",
    "AKIA", "ASIA", "ABIA", "ACCA", "AIza", "ya29.", "GOCSPX-", "xox", "xapp-", "npm_", "pypi-", "hf_",
    "dop_v1_", "SG.", "gsk", "xai", "r8", "nvapi", "tvly", "lin_api", "dckr_pat", ":AA", "eyJ",
)  # fmt: skip
"""One of them is in every text that _SHAPES finds something in."""
_NAMES = ("passw", "passp", "pwd", "secret", "token", "key")


def mask(text: str) -> str:
    """Give the text with each obvious secret replaced by "[secret]"."""
    # Most texts hold nothing of the kind: a look for a part of it is many times faster than the patterns.
    if "-----BEGIN" in text:
        text = _PRIVATE_KEY.sub(MASK, text)
    if any(hint in text for hint in _HINTS):
        text = _SHAPES.sub(MASK, text)
    if "://" in text:
        text = _URL.sub(_masked, text)
    folded = text.casefold()
    if "bearer" in folded or "basic" in folded:
        text = _BEARER.sub(_masked, text)
    return _ASSIGNED.sub(_masked, text) if any(name in folded for name in _NAMES) else text


def _masked(found: re.Match[str]) -> str:
    return f"{found['head']}{MASK}" if _is_secret(found) else found[0]


def _is_secret(found: re.Match[str]) -> bool:
    """Tell whether a value is one: not a word or a placeholder; in a URL anything that is no placeholder."""
    secret = found["secret"].strip("\"'")
    if _HARMLESS.match(secret):
        return False
    is_assigned = found.re is _ASSIGNED and found["sign"] in ("=", ":=", "=>")
    return found.re is _URL or _MARKED.search(secret) is not None or (is_assigned and len(secret) >= _LONG)


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
