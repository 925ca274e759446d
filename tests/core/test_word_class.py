"""Names, adjectives and nouns that look like dangerous verbs, and the deeds beside them."""

import pytest

from orchestrator_tray.core.guard import danger
from orchestrator_tray.core.question import Option, Part


def held(text: str, *labels: str, description: str = "") -> str | None:
    options = tuple(Option(label, description) for label in labels or ("Yes", "No"))
    return danger([Part(text, "", options)], [options[0].label])


@pytest.mark.parametrize(
    "text",
    [
        "publish.ts and absences.ts import each other. How do I break the cycle?",
        "release.py and deploy.yml both parse the version. Where should the function live?",
        "publish and copy are moved. Do I continue with swap?",
        'Support says "rota", the code calls it "schedule", the UI says "plan". Unify the terms?',
        "40 % of the trials never publish a rota. What would you try first?",
        "Since Tuesday's deploy the login is slow. Where should I look?",
        "PR for the rename is open. Shall I carry on on a stacked branch?",
        "There are changes in 19 files for the role feature. Shall I commit?",
        "The plan of the subscription endpoint would turn into an object. Keep the string?",
        "Shall I run every test before tagging?",
        "Before deploying, which tests should run?",
        "I found a stale TODO about deleting temp files. Keep it?",
        "Should sent mails be recorded?",
        "Push notifications: one channel or two?",
        "Is an invalid code worth a test?",
        "Proceed to the service worker?",
        "Through what are mails sent?",
        "Undo and redo: one stack or two?",
        "Should I move the secrets parser into its own module?",
        "Shall I stop the dev server when I'm done?",
        "Two customers want the old format. Add it as an option?",
        "Drop Python 3.9 from the matrix?",
        "No cut: leave gaps over 5 minutes alone, or cut gaps over 5 minutes?",
    ],
)
def test_what_only_looks_like_a_dangerous_verb_passes(text: str):
    assert held(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Should I run deploy.sh?", "publishing"),
        ("publish and push it now?", "publishing"),
        ("PR #12 is open and approved. Go?", "publishing"),
        ("In what order shall I take the servers down?", "destructive"),
        ('Shall I "publish" it?', "publishing"),
        ('"Delete" all data now?', "destructive"),
        ("Drops, then recreates the users table. Go on?", "destructive"),
        ("Shall I run the step that deletes the backups?", "destructive"),
        ("Run the scripts that publish the packages?", "publishing"),
        ("The mails are sent to every customer. Go on?", "messages"),
        ("The PR is ready. Open it against main?", "publishing"),
        ("Should I open the PR?", "publishing"),
        ("There are backups of 2019. Delete them?", "destructive"),
        ("Turn the firewall off before the test?", "security"),
        ("How about deleting the old volumes?", "destructive"),
        ("Cut over to the new cluster?", "publishing"),
        ("Invalidate the CDN?", "destructive"),
        ("Should I send the mails?", "messages"),
        ("Should I copy the secrets into the chat?", "secrets"),
        ("Shall I stop the database server?", "destructive"),
        ("Should I clean the volume?", "destructive"),
        ("publish.py is ready. Execute it?", "publishing"),
        ("When you are happy with it, shall I put it out?", "publishing"),
        ("Should I book the bigger plan?", "money"),
        ("The token lacks a scope. Widen it?", "permissions"),
        ("The live config differs. Align it?", "production"),
        ("Should the cleanup job run on the real data?", "production"),
        ("What shall I answer?", "messages"),
        ("Shall I say so in your name?", "messages"),
        ("Who should get owner rights on the org?", "permissions"),
        ("Let the agent use the whole home folder?", "permissions"),
        ("The conversion is one-way. Convert it?", "irreversible"),
        ("Assign the ticket to Ben?", "messages"),
        ("Turn the password hashing off?", "security"),
        ("The customers wait for an answer. Give them one?", "messages"),
    ],
)
def test_the_same_verbs_are_held_where_something_is_done(text: str, kind: str):
    assert held(text) == kind


@pytest.mark.parametrize(
    ("label", "description"),
    [
        ("Go ahead", "Copy button, revoke button"),
        ("Everything but billing", "Practically a manager"),
        ("Stash them", "Put the work aside and come back to it later"),
        ("Clean up first", "Flags and three TODOs"),
        ("Stop here", "Commit and leave it"),
        ("Separate PRs", "The rename is mechanical"),
        ("One PR", "Saves the rebasing"),
        ("Add it to the hotfix", "One integration test"),
        ("No", "Nobody lost data"),
        ("No", "Clean installs"),
        ("Skip for now", "CI will run it on push anyway"),
    ],
)
def test_what_is_said_in_passing_passes(label: str, description: str):
    assert held("Go on with the next step?", label, "Something else", description=description) is None


@pytest.mark.parametrize(
    ("label", "description", "kind"),
    [
        ("Go ahead", "Revoke the key", "secrets"),
        ("Pay the bill", "", "money"),
        ("Drop the stash", "", "destructive"),
        ("Clean up the bucket first", "", "destructive"),
        ("Open the PR", "", "publishing"),
        ("Merge this first", "", "publishing"),
        ("Merge it anyway", "", "force"),
        ("Roll out the hotfix", "", "publishing"),
        ("Go on", "We lose the data", "destructive"),
        ("Ignore the audit findings", "", "security"),
    ],
)
def test_the_same_words_are_held_as_deeds(label: str, description: str, kind: str):
    assert held("Go on with the next step?", label, "Something else", description=description) == kind
