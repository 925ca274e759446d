"""Keys and tokens that are known by their shape alone: how they begin, and what follows."""

import re


def _letters(least: int) -> str:
    return f"[A-Za-z0-9]{{{least},}}"


def _words(least: int) -> str:
    """Give what also holds "_" and "-", as names of things do, which hold no digit."""
    return rf"(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{{{least},}}"


def _hex(least: int) -> str:
    return f"[0-9a-f]{{{least},}}"


_STARTS = {
    # Models
    "sk-": _words(20), "pplx-": _letters(30), "lsv2_": _words(20), "gsk_": _letters(20),
    "xai-": _letters(20), "r8_": _letters(20), "nvapi-": _words(20), "tvly-": _words(20),
    "hf_": _letters(30),
    # Code
    "ghp_": _letters(20), "gho_": _letters(20), "ghu_": _letters(20), "ghs_": _letters(20),
    "ghr_": _letters(20), "github_pat_": _words(20), "glpat-": _words(20), "glptt-": _words(20),
    "gldt-": _words(20), "glrt-": _words(20), "glcbt-": _words(20), "glsoat-": _words(20),
    "glft-": _words(20), "npm_": _letters(30), "pypi-": _words(30), "rubygems_": _hex(40),
    "dckr_pat_": _words(20),
    # Clouds and hosts
    "AKIA": "[A-Z0-9]{16}", "ASIA": "[A-Z0-9]{16}", "ABIA": "[A-Z0-9]{16}", "ACCA": "[A-Z0-9]{16}",
    "AIza": _words(30), "ya29.": _words(20), "GOCSPX-": _words(20), "dop_v1_": _hex(40),
    "doo_v1_": _hex(40), "dor_v1_": _hex(40), "vercel_blob_rw_": _words(30), "sbp_": _hex(40),
    "pscale_tkn_": _words(30), "pscale_pw_": _words(30), "tskey-": _words(20), "dapi": _hex(32),
    # Messages and mail
    "xapp-": _words(20), "xoxa-": _words(10), "xoxb-": _words(10), "xoxe-": _words(10), "xoxe.": _words(10),
    "xoxo-": _words(10), "xoxp-": _words(10), "xoxr-": _words(10), "xoxs-": _words(10), "SK": _hex(32),
    "SG.": r"[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}", "key-": _hex(32), "xkeysib-": _words(60),
    "re_": r"[A-Za-z0-9]{8}_[A-Za-z0-9]{20,}", "EAACEdEose0cBA": _letters(20),
    # Money and shops
    "sk_live_": _letters(16), "sk_test_": _letters(16), "rk_live_": _letters(16), "rk_test_": _letters(16),
    "pk_live_": _letters(16), "pk_test_": _letters(16), "whsec_": _letters(16), "sq0atp-": _words(20),
    "sq0csp-": _words(40), "shpat_": _hex(32), "shpca_": _hex(32), "shppa_": _hex(32), "shpss_": _hex(32),
    # Boards, monitors, vaults
    "ntn_": _letters(40), "secret_": _letters(40), "lin_api_": _letters(30), "figd_": _words(30),
    "ATATT3": _words(60), "ATCTT3": _words(60), "NRAK-": "[A-Z0-9]{20,}", "PMAK-": _words(40),
    "glsa_": _words(32), "sntrys_": _words(40), "phx_": _letters(30), "hvs.": _words(20),
    "hvb.": _words(20), "hvr.": _words(20), "AGE-SECRET-KEY-1": "[A-Z0-9]{50,}",
    # A JSON web token
    "eyJ": r"[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*",
    # Discord: the bot's number in base64
    **dict.fromkeys(
        ("MD", "MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"),
        r"[A-Za-z0-9_-]{22,26}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}",
    ),
}  # fmt: skip
_WITHIN = {
    ":AA": r"\d{8,10}:AA[A-Za-z0-9_-]{30,}",  # Telegram
    ".atlasv1.": r"[A-Za-z0-9]{10,20}\.atlasv1\.[A-Za-z0-9_-]{30,}",  # Terraform
    "-us": r"[0-9a-f]{32}-us\d{1,2}",  # Mailchimp
}

HINTS = (*_STARTS, *_WITHIN)
"""One of them is in every text that SHAPES finds something in."""
SHORTEST = 15
"""Characters of the shortest key."""
SHAPES = re.compile(
    r"(?<![A-Za-z0-9_-])(?:"
    + "|".join((*(re.escape(start) + rest for start, rest in _STARTS.items()), *_WITHIN.values()))
    + r")(?![A-Za-z0-9_-])"
)
