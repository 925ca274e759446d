"""What deeds give away: secrets, money, publications, messages to other people, as rules.

Data only, as `danger_rule` says.
"""

from orchestrator_tray.core.danger_objects import CODE, PEOPLE, REGISTRIES, RELEASES, SECRETS
from orchestrator_tray.core.danger_rule import rule

SECRET = (
    rule(
        "secrets",
        """
        print show share send commit paste upload log copy export rotate read expose put add enter provide
        give include embed hardcode generate revoke reset change delete use write get fetch dump display
        push save reuse type store check need replace set pass echo tell see update modify keep hand reveal
        decode decrypt regenerate roll login move take grab extract borrow bake
        """,
        SECRETS,
        unless="field form label placeholder input column parser scanner detector masking",
    ),
    rule(
        "secrets",
        """
        hardcode commit paste print echo show share send leak expose rotate revoke upload give pass use
        regenerate reuse
        """,
        "token pat",
        unless="parser tokenizer lexer limit",
    ),
    rule("secrets", "rotate revoke regenerate expose leak deactivate", "key certificate"),
    rule("secrets", "export dump print copy unseal", "vault keyring wallet keychain"),
    rule("secrets", "print share send commit paste upload log expose leak", SECRETS, told=True),
)

MONEY = (
    rule("money", "buy purchase refund donate reimburse"),
    rule(
        "money",
        "pay invoice",
        """
        for invoice bill supplier vendor provider customer client fee subscription amount license plan
        domain by with it them
        """,
    ),
    rule(
        "money",
        "enable activate order reserve extend prolong lift uncap exceed raise switch turn",
        """
        recharge auto-renew auto-renewal
        billing pay-as-you-go overage auto-recharge subscription spend spending budget quota paid-plan
        paid-tier paid reserved-instance premium contract
        """,
    ),
    rule("money", "settle collect", "mileage invoice bill debt claim fee due rent"),
    rule("money", "book", "flight hotel room ticket trip train seat plan"),
    rule("money", "place approve confirm make submit authorize", "order payment purchase transfer refund"),
    rule(
        "money",
        "spin-up provision rent scale-up launch",
        "gpu instance node cluster vm server machine h100 a100",
        unless="dev development local localhost preview mock static storybook container browser background",
    ),
    rule(
        "money",
        "top-up topup add buy raise increase",
        "credit spending spend-limit balance budget bid funds quota",
    ),
    rule("money", "send issue release trigger process execute", "payout payroll payment refund credit-note"),
    rule(
        "money",
        "transfer wire spend charge bill debit withdraw subscribe upgrade renew order cost",
        """
        money fund eur usd gbp euro dollar credit subscription paid-plan billing budget credit-card
        premium paid-tier seat customer card balance amount pro plan tier
        """,
    ),
)

PUBLISHING = (
    rule("publishing", "publish opensource unpublish yank deploy", unless="subscribe event"),
    rule("publishing", "deploy publish", "it them every everyone everybody all now"),
    rule("publishing", "announce"),
    rule("publishing", "ship", unless=CODE),
    rule(
        "publishing",
        "do start trigger run cut create draft make finish continue resume complete",
        "release rollout canary",
        unless="note notes mode build profile roadmap",
    ),
    rule("publishing", "cut", "release version"),
    rule("publishing", "tag", "release version it"),
    rule("publishing", "mark set", "latest stable prerelease"),
    rule("publishing", "submit", "extension app package store web-store build paper"),
    rule("publishing", "release ship launch promote", RELEASES + "release-candidate candidate revision"),
    rule("publishing", "publish upload submit push release deploy", REGISTRIES, told=True),
    rule(
        "publishing",
        "push",
        """
        origin upstream remote main master commit branch tag change github it them code now site image
        production and
        """,
        unless="email mail sms digest pop stack array list queue item element value top bottom front",
    ),
    rule(
        "publishing",
        "open create raise submit",
        "pr pull-request merge-request upstream",
        unless="script tool function list",
    ),
    rule(
        "publishing",
        "merge land",
        "pr prs pull-request merge-request main master trunk production release-branch anyway upstream",
    ),
    rule(
        "publishing", "post publish announce upload share release push", "blog article news publicly public"
    ),
    rule("publishing", "upload", unless="form button component handler endpoint widget page icon"),
    rule("publishing", "go", "live"),
)

MESSAGES = (
    rule(
        "messages",
        "send",
        """
        channel slack discord telegram whatsapp email mail message newsletter announcement invitation
        reminder
        """
        + PEOPLE,
        told=True,
    ),
    rule(
        "messages",
        "send",
        """
        it them now link summary report update note reply answer file document text invoice form notification
        """,
        unless="""
        request packet header signal event payload byte response query frame datagram command value batch
        token prop metric field prompt
        """,
    ),
    rule("messages", "tweet dm"),
    rule("messages", "text mail phone mention", PEOPLE + "reminder", unless=CODE),
    rule(
        "messages",
        "call write",
        "customer patient parent vendor supplier manager press journalist maintainer boss landlord",
        unless=CODE,
    ),
    rule("messages", "forward attach", "log dump file report email mail it them ticket issue" + PEOPLE),
    rule("messages", "email mail text", "report invoice letter document file launch it about" + PEOPLE),
    rule("messages", "message invite cc", PEOPLE),
    rule(
        "messages",
        "open file create report",
        "upstream ticket jira linear issue",
        unless="template list page tracker type",
    ),
    rule(
        "messages",
        "post reply comment write announce answer respond",
        """
        slack discord twitter linkedin channel thread pr pull-request maintainer reviewer author customer
        upstream mailing-list forum board vendor supplier partner issue
        reddit community comment zendesk ticket email mail
        """,
        unless="code language",
    ),
    rule("messages", "close reopen lock resolve", "issue pr ticket thread", unless="tab modal dialog"),
    rule("messages", "request ask", "review reviewer maintainer customer client colleague vendor"),
    rule(
        "messages",
        "accept decline book schedule",
        "meeting invitation call appointment calendar applicant application",
    ),
    rule(
        "messages",
        "notify inform contact tell ping alert",
        """
        team engineer customer reviewer maintainer author manager on-call oncall colleague client
        stakeholder everyone channel company tester reporter
        """,
    ),
    rule("messages", "say", "channel group-chat"),
    rule("messages", "ping"),
    rule("messages", "assign reassign", "team colleague reviewer maintainer ticket issue"),
)
