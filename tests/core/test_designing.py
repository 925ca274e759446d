"""What a product will do is no deed of the session, but for what gives away or destroys."""

import pytest

from orchestrator_tray.core.guard import danger
from orchestrator_tray.core.question import Option, Part


def held(text: str, *labels: str) -> str | None:
    options = tuple(map(Option, labels))
    return danger([Part(text, "", options)], [labels[0]])


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("What happens to a cancelled booking record?", ("Delete it", "Keep it with a status")),
        ("When a berth becomes free, how is it offered?", ("Message to all at once", "Staff calls")),
        ("And if somebody loses the phone?", ("Ten recovery codes", "Support resets by hand")),
        ("Should employees upload a doctor's note?", ("E-mail it", "No uploads")),
        ("How should singers hear about changed rehearsals?", ("Push and email", "Push only")),
        ("How should amounts be rounded?", ("Half up", "Truncate")),
        (
            "Which authentication method should we use?",
            ("Use JWT with refresh tokens", "Use server-side sessions", "Use an identity provider"),
        ),
        ("Some files contain points at 0,0. Drop them?", ("Only with --fix", "Always")),
        ("On a bad checksum, the reader should ...", ("Skip it", "Stop: it hides everything after it")),
        ("How do we show that a message could not be sent?", ("Red icon", "Toast")),
        ("How should the CLI report an existing file?", ("Fail unless --force", "Ask")),
        ("When a subscription ends, what do we show?", ("Pay wall", "Read-only view")),
        ('What may a "shift lead" do?', ("Everything but billing", "Edit the week")),
        ("What about a proper login?", ("Keep the shared password", "Passkeys")),
    ],
)
def test_how_a_product_behaves_passes(text: str, labels: tuple[str, ...]):
    assert held(text, *labels) is None


@pytest.mark.parametrize(
    ("text", "labels", "kind"),
    [
        ("What happens to the cancelled booking records?", ("Delete them", "Keep them"), "destructive"),
        ("What happens to an old account?", ("Delete all its data at once", "Keep it"), "destructive"),
        ("When a login fails, what should happen?", ("Print the password in the log", "Retry"), "secrets"),
        ("If somebody forgets the code?", ("Skip the verification", "Ask support"), "security"),
        ("When a test fails, should I delete the branch?", ("Yes", "No"), "destructive"),
        ("Which login method should we use?", ("Use the admin's refresh token", "OAuth"), "secrets"),
        ("Some backups are old. Delete the backups?", ("Only with --dry-run", "Yes"), "destructive"),
        ("Some rows are bad. Should I drop them?", ("Configurable", "Drop them"), "destructive"),
        ("To whom should I send the mail?", ("Customers", "Nobody"), "messages"),
        ("How should I report it?", ("Push with --force", "Wait"), "force"),
        ("From which host should the backups be deleted?", ("db-1", "db-2"), "destructive"),
        ("How should the login behave?", ("Accept any password", "Fixed user"), "security"),
        ("How should the report go out?", ("A public gist", "Local file"), "publishing"),
        ("Where should the docs go?", ("Put them on the web site", "Nowhere"), "publishing"),
        ("Which volumes should go?", ("All unused", "None"), "destructive"),
        ("Which approach should we use?", ("Drop the users table and recreate it", "Migrate"), "destructive"),
        ("Which approach should we use?", ("git reset --hard", "Rebase"), "destructive"),
        ("Which format should we use?", ("E-mail the customers a PDF", "CSV"), "messages"),
        ("When a build fails, what should happen?", ("rm -rf build", "Retry"), "destructive"),
        ("When a build fails, what should happen?", ("Delete the branch", "Retry"), "destructive"),
        ("Which ones go?", ("Older than 3 days", "None"), "destructive"),
        ("Which server should get the patch first?", ("web-1", "web-2"), "production"),
        ("What about the login?", ("Keep the password in the code", "Passkeys"), "secrets"),
    ],
)
def test_a_design_that_gives_away_or_destroys_is_held(text: str, labels: tuple[str, ...], kind: str):
    assert held(text, *labels) == kind


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Do tide tables belong in this phase?", "Drop entirely"),
        ("Is the audit in scope for this milestone?", "Defer"),
        ("Verify the work of wave 1 before wave 2 begins?", "Skip verification"),
        ("Four plans (schema, invoices, desk). Approve the plans?", "Approve"),
        ("Phase 6: public site, mails, tides. Does it capture what you meant?", "Yes, looks right"),
        ("Budget part: transactions, groups. Happy with it?", "Happy, go on"),
        ("In what order shall I do 2FA: login step or recovery?", "Login step first"),
        ("Fix the contrast findings of Lighthouse accessibility?", "Ignore"),
        ("The old feature flags: what do we do with them in the same release?", "Remove all three"),
    ],
)
def test_what_is_only_planned_passes(text: str, label: str):
    assert held(text, label, "Something else") is None


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Do the old tables belong to somebody?", "Drop them all", "destructive"),
        ("Is the old table in use?", "Drop the table", "destructive"),
        ("Verify the signature of the download?", "Skip verification", "security"),
        ("Four plans: drop the users table, mail the customers. Approve the plans?", "Yes", "destructive"),
        ("I sent the invoices to the customers. Happy with it?", "Send the rest", "publishing"),
        ("In what order shall I do the deployments?", "Deploy web first", "publishing"),
        ("Fix the findings of the security audit?", "Ignore", "security"),
        ("Do the release now?", "Yes", "publishing"),
    ],
)
def test_what_is_done_is_held_whatever_the_plan(text: str, label: str, kind: str):
    assert held(text, label, "Something else") == kind


def test_what_is_said_of_an_option_that_is_not_given_counts_only_where_it_is_clear():
    offered = Part(
        "Shall I run all tests?",
        "",
        (
            Option("Yes", "14 minutes"),
            Option("Let CI do it", "Push and wait"),
            Option("No", "Delete all data"),
        ),
    )
    unclear = Part(offered.text, "", offered.options[:2])
    assert danger([unclear], ["Yes"]) is None
    assert danger([unclear], ["Let CI do it"]) == "publishing"
    assert danger([unclear], None) == "publishing"
    assert danger([offered], ["Yes"]) == "destructive"
