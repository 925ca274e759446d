"""Whether a text is in a language that nothing here can read: its dangers would go by unseen."""

import re

from orchestrator_tray.core.word_set import word_set
from orchestrator_tray.core.wordlists import FUNCTION_WORDS

_WORD = re.compile(r"(?<![\w'./-])[^\W\d_]+(?![\w/-])")
_LATIN = re.compile(r"[a-z\u00aa-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_WORD = re.compile(r"[a-z]+")
_GRAMMAR = word_set(
    """
    der die das den dem des ein eine einen einer und oder nicht hat habe haben bereits ist sind wird
    werden wurde ich du wir sie soll sollen kann für von auf im zu zum zur bei noch jetzt wie welche
    welcher welches dass diese dieser le la les un une des du et ou sont pas que qui je tu nous vous il
    elle pour dans sur avec ce cette ces faut dois peut quel quelle quels quelles comment el los las una
    unos y o es son se por para en del al como qué cuál este esta debo puedo uma os não é são com em da na
    ao eu você qual esse essa devo posso gli lo di è sono non che come questo questa il nel alla devo het
    een de niet wat welke moet wil och att är inte på som jag vill ska og ikke er jeg skal det på til w
    nie czy jest się na że jak bir ve bu mi için
    """
)
"""Words of grammar of languages in Latin letters."""
_ENGLISH = FUNCTION_WORDS - {"do", "no", "was", "me", "he", "as", "on", "i"}


def tongue(lower: str) -> str | None:
    """Name why a text in lower case cannot be read; None where it is English, or says too little."""
    if lower.isascii() and not _may_be_foreign(lower):
        return None
    others = sum(not _LATIN.match(letter) for letter in _LETTER.findall(lower))
    if others > len(_LATIN_WORD.findall(lower)):
        return "not in English"
    return "not in English" if _may_be_foreign(lower) else None


def _may_be_foreign(lower: str) -> bool:
    words = _WORD.findall(lower)
    grammar = sum(word in _GRAMMAR for word in words if word not in _ENGLISH)
    english = sum(word in _ENGLISH for word in words)
    return grammar >= 2 and grammar > english
