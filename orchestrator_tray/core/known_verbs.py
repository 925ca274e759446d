"""The verbs of ordinary work, which harm nobody by themselves.

Where a question certainly is about what the session does now, any other verb is held: the language for
dangerous deeds is without end, that for ordinary work is not.
"""

import re

from orchestrator_tray.core.stems import stem
from orchestrator_tray.core.word_set import word_set

_KNOWN = frozenset(
    map(
        stem,
        word_set(
            """
        abstract accept adapt add address adjust adopt aggregate alias align allow alter analyze animate
        annotate answer append apply approve arrange ask assert assign assume attach attempt audit avoid
        await back backport balance base batch be begin benchmark bind blend blur border brainstorm branch
        break bring browse bubble build bullet bump bundle cache calculate call cap capitalize capture carry
        center chain change chart check choose chunk cite clamp clarify classify clean clear clone close
        code coerce collapse collect color combine comment commit compact compare compile complete compose
        compress compute concatenate concentrate condense configure confirm conform connect consider
        consolidate constrain construct containerize continue contrast convert copy correct count couple
        cover create crop cross cross-check cut cycle darken debounce debug decide declare decouple decrease
        deduplicate deepen default defer define delay delegate delete deliver demonstrate deprecate derive
        describe design detect develop diagnose diff dig dim direct disambiguate discuss display distinguish
        dive divide do dockerize document double double-check downgrade draft draw drill drop duplicate echo
        edit elaborate embed emit emphasize enable encapsulate encode end enforce enhance enlarge enqueue
        enrich ensure enumerate escape estimate evaluate examine exclude execute exit expand expire explain
        explore export expose express extend extract extrapolate fade fail fall favor feed fetch fill filter
        finalize find finish fit fix flag flatten flesh flip float focus fold follow fork form format
        formulate frame freeze gate gather gauge generate get gitignore give go grab group grow guard guess
        halve handle harden hash have head help hide highlight hint hoist hold hook hover hyphenate identify
        ignore illustrate implement import improve impute include increase indent index indicate infer
        inherit initialize inject inline insert inspect install instrument integrate interpolate interpret
        introduce invert investigate invoke isolate iterate join jot jump justify keep label launch lay lead
        lean learn leave lengthen let lift lighten limit link lint list load localize log look loop loosen
        lower lowercase maintain make map mark match maximize mean measure memoise memoize memorize mention
        merge migrate mimic minify minimize mirror mix mock model modify modularize monitor move mute nail
        name narrow negate nest normalise normalize note notice number observe obtain offer omit open
        optimize order organize outline override pack pad paginate paint parallelize parameterize
        parametrize pare park parse pass pause peek perform permute pick pin pipe pivot place plan plot plug
        polish poll pool pop port pose postpone precompute predict prefer prefix preload prepare prepend
        preprocess present preserve prettify print prioritize probe proceed process produce profile program
        proofread propagate propose prototype prove provide pull punctuate push put quantify query quote
        raise randomize rank rate reach react read realign rearrange reason rebase rebuild recap recast
        receive recheck recolor recommend recompute reconcile reconsider record recount recur redefine
        redesign redirect redo redraw reduce refactor refer refine reflect reflow reformat refresh
        regenerate register regroup reindex reiterate relate relocate rely remap remember remove rename
        render reorder reorganize repeat rephrase replace replicate report reposition represent reprint
        reproduce require reread rerun resample rescale research reserve reset reshape resize resolve
        respect restate restrict restructure restyle resume retain rethink retry return retype reuse reverse
        revert review revise revisit rewire reword rework rewrite right round route run sample sanitize save
        say scaffold scale scan schedule scope scroll seal search see seed seek segment select send separate
        serialize serve set settle shade shape share sharpen shift shorten show shrink shuffle simplify
        simulate size sketch skim skip slice slim slow smooth snap snapshot soften solidify solve sort space
        speak specify speed spell spend spike spin splice split spot spread spy square squash squeeze
        stabilise stabilize stack stage stagger standardize start state stay step stick stitch stop store
        streamline stress stretch stringify strip structure stub study style subclass substitute subtract
        suggest sum summarize support surface suspend swap switch sync synchronize tab tabulate tackle tag
        take target teach tease tell template test think throttle throw tick tidy tie tighten time timebox
        toggle tone top total touch trace track transform transition translate transpile transpose traverse
        treat trim truncate try tune turn tweak twist type unify unit unlock unmute unnest unpack unpin
        unroll untangle unwrap upcase update upgrade use validate vary vendor verify version view visit
        visualize wait walk want warm warn watch weigh widen wire work wrap write yield zip zoom
        """
        ),
    )
)
"""With verbs that are dangerous with some objects: those are held by their rules."""
_ADVERBS = r"""
    (?:(?:also | now | just | then | first | already | still | instead | simply | please | go\s+ahead\s+and
        | rather | quickly)\s+)*
"""
_ASKED = re.compile(
    rf"""
    (?:
        \b(?:should|shall|may|can|could|would|will|might)\s+i\s+
        | \byou\s+(?:want|like|need|prefer)\s+me\s+to\s+
        | \bi\s+(?:could|can|would|should|will|may)\s+
        | \bi(?:'d|'ll)\s+(?:like\s+to\s+)?
        | \b(?:ok|okay|fine|safe|time|ready|permission|permitted|allowed)\s+(?:for\s+me\s+)?to\s+
        | \blet\s+me\s+
    ){_ADVERBS}([a-z][a-z-]+)\b
    """,
    re.VERBOSE,
)
_COMMANDED = re.compile(
    rf"""
    ^\W*{_ADVERBS}([a-z][a-z-]+)\s+
        (?:(?:and | then)\s+[a-z-]+\s+)?
        (?:the | a | an | this | these | those | all | it | them | my | your | our | his | her | their | its
            | both | every | any | another)\b
    """,
    re.VERBOSE,
)
_NOT_COMMANDED = word_set(
    """
    is are was were do does did has have had should shall may can could would will might must what which
    who how when where why whose whom for with without in on at of to from by as if since given after
    before about like than or and but not so also between into over under per are ready done more most
    that while whenever once although though unless because whether suppose wherever several few many want
    some any all anything something everything nothing both each only even besides despite during through
    until upon via within one two three which's that's it's there here no yes ok okay fine
    """
)


def commands(sentence: str) -> bool:
    """Tell whether a sentence in lower case begins with a command: "merge the branch?"."""
    return any(verb not in _NOT_COMMANDED for verb in _COMMANDED.findall(sentence))


def unknown_deed(sentence: str) -> str | None:
    """Name the deed that a sentence in lower case asks for, if it is none of ordinary work."""
    verbs = _ASKED.findall(sentence)
    verbs += [verb for verb in _COMMANDED.findall(sentence) if verb not in _NOT_COMMANDED]
    return "unknown deed" if any(stem(verb) not in _KNOWN for verb in verbs) else None
