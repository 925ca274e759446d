"""What the guard knows by heart: turns of speech that tell of a danger, whatever is done.

Data only, for text in lower case. All of it runs on text of agents: every pattern is linear in its length.
"""

from orchestrator_tray.core.danger_patterns import Command, command

TURNS: tuple[Command, ...] = (
    command(
        "irreversible",
        """
        undo undone revert recover restor revers permanent loss lost gone irrevoc back one-way final
        copy copies only afterwards thrown reopen nobody no-one backup rollback ever not return again anymore
        longer good never gives giving
        """,
        r"""
        \b(?:cannot | can't | can\ not | never)\s+be\s+
            (?:undone | reverted | recovered | restored | reversed | reopened | rolled\s+back
                | changed\s+(?:later
            | afterwards | again))\b
        | \bno\s+(?:(?:way | road | path)\s+back | (?:other\s+)?cop(?:y | ies)\b | undo
            | going\s+back | turning\s+back)\b
        | \bpermanently\s+(?:delet | remov | los | eras | destr | gone) | \bdata\s+loss\b
        | \b(?:irreversibl(?!e\s+reaction) | irrevocabl | unrecoverabl) | \bnot\s+(?:reversible | recoverable
            | restorable | undoable)\b
        | \bno\s+\w+\s+(?:will | can)\s+ever\b
        | \b(?:nobody | no[- ]one)\s+(?:can | will)\s+(?:ever | be\s+able)\b
        | \bno\s+way\s+(?:to | of)\s+\w+\s+(?:it | them | that | this)\b[^.\n]{0,20}\bagain\b
        | \b(?:can(?:not | 't)?\s+ever | can\s+never)\s+be\b | \bnot\s+get\s+(?:it | them | that)\s+back\b
        | \bnot\s+an?\s+\w+\s+can\s+be\b
        | \b(?:close | closed | shut | gone | unreadable | away | deletes? | it | them)\s+for\s+good\b
        | \b(?:lost | gone)\s+for\s?(?:\s*good | ever)\b
        | \bgiv(?:es? | ing)\s+up\b[^.?\n]{0,40}\bfor\s+good\b
        | \b(?:won't | can't | cannot | not | unable\s+to | never)\s+(?:be\s+able\s+to\s+)?
            (?:undo | recover | restore)\b
        | \b(?:won't | can't | cannot | not | unable\s+to | never | nobody\s+can | no[- ]one\s+can
            | no\s+longer)\s+
            (?:be\s+)?\w+\s+(?:\w+\s+){0,2}(?:afterwards | back\s+again | any\s?more)\b
        | \b(?:nobody | no[- ]one | nothing | not\s+even)\b[^.:?\n]{0,50}\b(?:undo | remove | shorten
            | lift | revert | restor | recover | revers
            | bring\s+back)
        | \bone-way\s+(?:door | street | ticket | migration | conversion | change | step)\b | \bis\s+one-way\b
            | \bis\s+permanent\b | \bpoint\s+of\s+no\s+return\b
        | \b(?:no | without\s+an?y?)\s+(?:\w+\s+)?(?:backups? | rollback | way\s+back)\b
            | \bnot\s+backed\s+up\b
        """,
    ),
    command(
        "irreversible",
        "lost gone thrown kept discard only final permanent",
        r"""
        \b(?:will\s+be | are | is | gets?)\s+(?:lost | gone | thrown\s+away | not\s+kept | discarded)\b
        | \bonly\s+(?:copy | backup | originals?)\b | \bthis\s+is\s+final\b | \bpermanently\b
        """,
        told=False,
    ),
    command(
        "secrets",
        "password passphrase secret token credential key login .ssh wallet",
        r"""
        \b(?:password | passphrase | secret | token | credential | api\s+key | private\s+key)s?\s+
            (?:\w+\s+){0,2}(?:in | into | inside)\s+
            (?:the\s+(?:(?:build | ci | job | git | docker)\s+)? | plain\s+)?
            (?:code | repo\w* | config\S* | source\w* | logs? | git\b | image | commits? | chat | dockerfile
                | bundle | history | readme | build\s+output)\b
        | _(?:token | secret | password | key)s?\s+values?\b | \blogin\s+-p\b
        | (?<![\w~/])\.ssh\b | \bwallet\s+file\b
        | \bvalues?\s+of\s+(?:the\s+)?\w*(?:token | secret | password | passphrase)s?\b
        | \b(?:token | secret | password | credential | passphrase)s?\s+(?:included | baked\s+in)
        """,
    ),
    command(
        "secrets",
        "unmasked",
        r"\b(?:print | show | log | dump | echo | output)\w*\s[^.\n]{0,60}\bunmasked\b",
    ),
    command(
        "money",
        """
        billed charged pay-as pay card account wallet bank paypal upfront up-front commit fee prices debit
        contract registrar porkbun namecheap godaddy head seat
        """,
        r"""
        \b(?:billed | charged)\s+(?:to | on | against | by | per)\b | \bpay[- ]as[- ]you[- ]go\b
        | \b(?:on | from | against)\s+your\s+(?:\w+\s+)?account\b | \bcard\s+on\s+file\b
        | \b(?:years? | months?)\s+up-?front\b | \bcommit\w*\s+to\s+(?:\w+\s+)?(?:years? | months?)\b
        | \b(?:higher | double)\s+(?:gas\s+)?fees?\b | \bdirect\s+debits?\b
        | \b\d+[-\ ](?:months? | years?)\s+(?:commitment | contract)s?\b
        | \b(?:porkbun | namecheap | godaddy | domain\s+registrar)\b | \d\s+(?:a | per)\s+(?:head | seat)\b
        | \b(?:chang | rais | lower | increas | reduc | updat)\w*\s+(?:all | every)\s+prices?\b
        | \b(?:your | our | my | the\s+(?:company | team))(?:'s)?\s+(?:\w+\s+)?(?:card | wallet
            | bank\s+account
            | paypal(?:\s+account)?)\b(?!\s+(?:component | layout | view | grid | list | design))
        """,
    ),
    command(
        "production",
        "real actual serves serve serving",
        r"""
        \b(?:real | actual)\s+(?:\w+\s+)?(?:users? | customers? | patients? | people | recipients?
            | hooks? | webhooks? | channels? | gateways?
            | subscribers? | money | cards?
            | payments? | orders? | mailbox(?:es)? | accounts? | traffic | e?-?mails? | clients?
            | members? | addresses
            | phones? | devices | clusters?)\b
        | \b(?:on | against)\s+(?:the\s+)?(?:real | actual)\s+data\b
        | \b(?:run | send | sent | execut | do | try | fire | charg | go | post)\w*\s+(?:\w+\s+){0,3}
            for\s+real\b
        | \bserv(?:es? | ing)\s+(?:the\s+)?(?:public | customers | users | all | everyone | live | visitors)\b
        """,
    ),
    command(
        "destructive",
        "not never older frees",
        r"""
        \b(?:not | never)\s+(?:be\s+)?(?:carried\s+over | kept | preserved | retained)\b
        | \beverything\s+older\b
        | \bfrees\s+(?:up\s+)?\d+\s?[gmt]b\b
        | \b(?:wal | archives? | segments? | snapshots? | dumps? | logs)\s+(?:\w+\s+)?older\s+than\b
        """,
        told=False,
    ),
    command(
        "destructive",
        "go? committed version",
        r"""
        \bwhich\s+(?:ones? | (?:docker\s+)?volumes? | images? | backups? | snapshots? | branches | tables?
            | files? | rows | records | logs)\s+(?:can\s+ | should\s+ | may\s+)?go\?
        | \bcheck(?:ing)?\s*out\s+the\s+(?:committed | last | old)\s+version\b
        """,
    ),
    command(
        "production",
        "server host cluster region machine",
        r"""
        \bwhich\s+(?:server | host | cluster | region | machine)s?\s+(?:should\s+ | shall\s+ | will\s+)?
            gets?\s+(?:the | this)\s+(?:patch | update | fix | release | version)\b
        """,
    ),
    command(
        "destructive",
        "everything",
        r"\beverything\s+(?:else | before | after | since | beyond | in\s+it)\b",
        told=False,
        given=False,
    ),
    command(
        "security",
        "skipped disabled off",
        r"""
        \b(?:scanner | scan | verification | review)s?\s+(?:skipped | disabled
            | (?:switched | turned)\s+off)\b
        """,
        told=False,
    ),
    command(
        "permissions",
        "lock",
        r"\block(?:s | ed | ing)?\s+(?!is\b | are\b)\w+\s+out\b",
        told=False,
    ),
    command(
        "force",
        "anyway regardless nevertheless nonetheless despite spite protected",
        r"""
        \b(?:anyway | regardless | nevertheless | nonetheless)\s*(?:[?.!;,\n] | $)
        | \b(?:despite | regardless\s+of | in\s+spite\s+of)\s+(?:\w+\s+){0,3}(?:red | fail\w*
            | errors? | warnings?
            | checks? | conflicts? | objections? | review\w*)\b
        | \bin\s+spite\s+of\s+(?:that | it | this)\b
        """,
        told=False,
        given=False,
    ),
    command(
        "force",
        "others longer looked lost overwritten gone -f squash rebas amend reword rewrit",
        r"""
        \b(?:squash | rebas | amend | reword | rewrit)\w*\s[^.?\n]{0,40}
            \b(?:the | an? | all | these | those | your | our | already | that\s+(?:is | are | were))\s+
            (?:\w+\s+)?(?:pushed | shared | published)\b |
        \bothers?\s+(?:(?:have | has)\s+)?already\s+(?:pulled | cloned | fetched | built | based | use)
        | \b(?:her | his | their | someone's | somebody's)\s+(?:\w+\s+){0,2}
            (?:changes? | work | edits? | commits? | versions?)\s+
            (?:(?:are | is | will | would | then | be)\s+)*
            (?:no\s+longer | not\s+looked | lost | overwritten | gone)
        | \bwith\s+-f\b
        """,
        told=False,
    ),
    command(
        "secrets",
        "sk_live plain your yours admin root master personal",
        r"""
        \byour\s+(?:own\s+)?(?:\w+_)?(?:token | secret | passphrase | pat)\b | \bsk_live
            | \b(?:stored | kept | saved | written)\s+(?:\w+\s+)?in\s+(?:plain | clear)\b
        | \byour\s+(?:own\s+)?(?:aws | gcp | google | github | gitlab | cloud | azure | ssh | gpg
            | npm | docker
            | browser | login)\s+(?:\w+\s+)?(?:profile | account | token | session | key | keys
            | login | config\w*)\b
        | \b(?:admin\w* | root | master | personal)\s+(?:access\s+)?(?:passwords? | credentials?
            | tokens? | login)\b
            (?!\s+(?:page | form | screen | field))
        """,
    ),
    command(
        "money",
        "bill cost annual yearly charge invoice plan subscription gpu",
        r"""
        \bgpu\s+(?:instance | node | machine | vm | server)s?\b |
        \b(?:doubl | tripl | rais | increas | add)\w*\s+(?:\w+\s+){0,2}(?:bill | costs? | spend | invoice)\b
        | \b(?:your | our | the | monthly)\s+(?:monthly\s+)?(?:bill | invoice)\b\s*(?:[.,;]|$)
        | \b(?:annual | yearly | paid | pro | enterprise | business | premium)\s+
            (?:plan | tier | subscription)\b
        """,
        told=False,
    ),
    command(
        "pipe to shell",
        "one-liner piped bash",
        r"""
        \bone-liner\b[^.\n]{0,40}\b(?:from | off | on)\b
        | \bpiped\s[^.\n]{0,40}\b(?:in)?to\s+(?:a\s+ | the\s+)?(?:\w{0,4}sh | shell | python\d?)\b
        """,
    ),
    command(
        "system paths",
        "startup shell",
        r"""
        \b(?:shell | login)(?:'s)?\s+(?:startup | profile | rc | config) | \bstartup\s+files?\b
        """,
    ),
)
"""Some of them only for what the session does, not for what a design is told to do."""
