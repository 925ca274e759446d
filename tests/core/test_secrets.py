import pytest

from orchestrator_tray.core.pattern import DecisionPattern
from orchestrator_tray.core.question import Option
from orchestrator_tray.core.secrets import mask, masked

# Put together here, so that no scanner takes this file for a leak.
A1 = "a1B2c3D4e5" * 6
HEX = "0a1b2c3d4e5f6789" * 4
UPPER = "A1B2C3D4E5F6G7" * 5


@pytest.mark.parametrize(
    "secret",
    [
        f"sk-ant-api03-{A1}",
        f"sk-proj-{A1}",
        f"sk-{A1}",
        f"sk_live_{A1[:24]}",
        f"ghp_{A1[:36]}",
        f"github_pat_{A1}",
        f"glpat-{A1[:20]}",
        "AKIA" + "ABCDEFGH12345678",
        f"AIza{A1[:35]}",
        f"xoxb-1234567890-{A1[:24]}",
        f"npm_{A1[:36]}",
        f"hf_{A1[:34]}",
        f"SG.{A1[:22]}.{A1[:43]}",
        f"123456789:AA{A1[:33]}",
        f"eyJ{A1[:20]}.eyJ{A1[:30]}.{A1[:43]}",
        f"sk-or-v1-{HEX}",
        f"glptt-{HEX[:40]}",
        f"ya29.{A1}",
        f"GOCSPX-{A1[:28]}",
        f"rk_test_{A1[:24]}",
        f"whsec_{A1[:32]}",
        f"key-{HEX[:32]}",
        f"SK{HEX[:32]}",
        f"{HEX[:32]}-us21",
        f"pypi-AgEIcHlwaS5vcmc{A1}",
        f"dop_v1_{HEX}",
        f"dckr_pat_{A1[:27]}",
        f"shpat_{HEX[:32]}",
        f"ntn_{A1[:46]}",
        f"secret_{A1[:43]}",
        f"NRAK-{UPPER[:27]}",
        f"hvs.{A1}",
        f"{A1[:14]}.atlasv1.{A1}",
        f"sbp_{HEX[:40]}",
        f"pscale_tkn_{A1[:43]}",
        f"vercel_blob_rw_{A1[:16]}_{A1[:30]}",
        f"PMAK-{HEX[:24]}-{HEX[:34]}",
        f"figd_{A1[:40]}",
        f"ATATT3{A1}{A1}",
        f"AGE-SECRET-KEY-1{UPPER[:58]}",
        f"MTA{A1[:23]}.{A1[:6]}.{A1[:38]}",
        f"re_{A1[:8]}_{A1[:24]}",
    ],
)
def test_keys_of_known_shapes_are_masked_alone(secret: str):
    assert mask(f"Take {secret}, or none?") == "Take [secret], or none?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Authorization: Bearer abcdef0123456789", "Authorization: Bearer [secret]"),
        ("postgres://ann:hunter2@db.local/shop", "postgres://ann:[secret]@db.local/shop"),
        ("redis://:pw@localhost:6379", "redis://:[secret]@localhost:6379"),
        ("password=hunter2", "password=[secret]"),
        ("DB_PASSWORD: hunter2!", "DB_PASSWORD: [secret]"),
        ("the password is hunter2", "the password is [secret]"),
        ('{"api_key": "abcd1234"}', '{"api_key": [secret]}'),
        ("export SERVICE_TOKEN=abcdefghijklmnop", "export SERVICE_TOKEN=[secret]"),
        ("client_secret := 'x9y8z7'", "client_secret := [secret]"),
        ("aws_secret_access_key = wJalr/K7MDENG", "aws_secret_access_key = [secret]"),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----.", "[secret]."),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl", "[secret]"),
        ("Authorization: token 57b075f864fe5c8c", "Authorization: token [secret]"),
        ("Cookie: session=6O6rUmAMxD4SDgf4aB; a=b", "Cookie: session=[secret]; a=b"),
        ("AccountName=x;AccountKey=NNTqqGw8XHEu9==;", "AccountName=x;AccountKey=[secret];"),
        ("SharedAccessKey=MTiwud5oEnwrOB=", "SharedAccessKey=[secret]"),
        ("PGPASSWORD=hunter2 psql", "PGPASSWORD=[secret] psql"),
        ("dbPassword: 'hunter2'", "dbPassword: [secret]"),
        ("SECRET_KEY = 'django-insecure-abc'", "SECRET_KEY = [secret]"),
        ("DB_PW=hunter2", "DB_PW=[secret]"),
        ('"client_secret": "VCGJtzIyY9', '"client_secret": [secret]'),
        ("mysql -u root -phunter22 shop", "mysql -u root -p[secret] shop"),
        ("curl -u ann:hunter22 https://x", "curl -u ann:[secret] https://x"),
        ("login --token a1b2c3d4", "login --token [secret]"),
        ("https://x.net/b?sv=1&sig=Ljryff90XW3btaW05nFw%3D", "https://x.net/b?sv=1&sig=[secret]"),
        (
            "https://hooks.slack.com/services/T1/B2/abcdefghijklmnop",
            "https://hooks.slack.com/services/[secret]",
        ),
        (f"AKIA{'ABCDEFGH12345678'}, {'aB3/' * 10}", "[secret], [secret]"),
    ],
)
def test_secrets_are_masked_by_their_names_and_places(text: str, expected: str):
    assert mask(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "sha256:" + "ab12" * 16,
        "550e8400-e29b-41d4-a716-446655440000",
        "toolu_01CDDvrGzZxF2ft4Rr2yz6zL",
        "claude-opus-4-5-20251101",
        "/home/ann/.ssh/id_ed25519.pub",
        "scikit-learn or sk-learn?",
        "https://example.org:8080/a@b",
        "git@github.com:ann/shop.git",
        "ssh://git@host:22/repo",
        "Which token type: JWT or opaque?",
        "Auth token: refresh or access?",
        "token=refresh",
        "max_tokens: 4096",
        "Should the password be hashed?",
        "password: required",
        "password reset email: yes",
        'Password: "at least 8 characters"?',
        "API_KEY=$API_KEY",
        "secret: <your secret 1>",
        "api_key=os.environ['KEY1']",
        "secretary: Anna1",
        "the bearer authentication-header-value",
        "password=[secret]",
        "token = request.headers['X-Token']",
        "password = settings.database.password",
        "PWD=/home/ann/work",
        "password: /run/secrets/db1",
        "token: JWT/RS256 with refresh",
        "auth token: OAuth2",
        "password: 1Password",
        "access_token: 30min",
        "token: 8192",
        "sk-learn-based-pipeline-configuration",
        "hf_hub_download or npm_config_registry?",
        "re_export_everything_in_module",
        "curl -u ann https://x.net",
        "key-value-store-v2",
        f"a digest of 40 characters: {'0a1b2c3d' * 5}",
    ],
)
def test_what_only_looks_like_a_secret_stays(text: str):
    assert mask(text) == text


def test_masking_twice_changes_nothing():
    once = mask("password=hunter2 and Bearer abcdef0123456789")
    assert mask(once) == once


def test_a_pattern_is_masked_in_all_its_texts():
    pattern = DecisionPattern(
        question_text="password=hunter2?",
        user_answer="password=hunter2",
        question_header="pwd=hunter2",
        options=(Option("pwd=hunter2", "token=hunter2"),),
        context_before="secret=hunter2",
        project="/home/ann/shop",
    )
    assert "hunter2" not in repr(masked(pattern))
    assert masked(pattern).project == "/home/ann/shop"
