"""What short messages are made of: English and Danish, with what Swedes, Norwegians and Germans say most.

Patterns only; what they mean in a conversation is decided in `sequel`.
"""

import re

POLITE = r"(?:[\s,.]*\b(?:please|thanks|thank you|tak|venligst|then|so|så|da|now|nu|bare|dog|altså|bitte|tack|takk)\b)*"
LEAD = r"(?:(?:no|nope|nej|nei|nein|næ|nå|ok|okay|oh|well|so|but|hmm?|and|og|men|aber|så|please|wait|vent)\b[\s,.!:]*)*"
"""What may stand before the point; never "yes" or "no" where the answer itself is one of them."""


def whole(*words: str, lead: str = "") -> re.Pattern[str]:
    """Matches a message that is one of these and nothing else, whatever stands around it."""
    return re.compile(rf"\W*{lead}(?:{'|'.join(words)}){POLITE}\W*", re.I)


YES = whole(
    r"(?:yes|yep|yeah|ok(?:ay)?|sure)[, ]*(?:please )?(?:do (?:it|that)|go ahead|fix it)",
    "do it",
    "go ahead",
    "fix it",
    r"(?:ja|jo|ok(?:ay)?|jep)[, ]*(?:tak[, ]*)?(?:gør (?:det|sådan)|kør|ret det|værsgo)",
    "gør det",
    "kør på",
    "(?:ret|fiks|ordn|løs) det",
    "ja tak",
    "yes please",
    "yes|yep|yeah|sure|ja|jo|jep",
)
BACK = whole(
    r"(?:please )?undo(?: (?:that|it|this))?",
    r"(?:take|put) (?:it|that) back",
    "revert(?: it| that)?",
    r"fortryd(?: det| igen)?",
    r"(?:tag|lav|rul) det (?:tilbage|om)(?: igen)?",
    lead=LEAD,
)
REASON = whole(
    r"why(?: is (?:that|it)(?: so)?| not)?",
    "how come",
    "how do you know(?: that)?",
    r"what does (?:that|it|this) mean",
    r"hvorfor(?: det| ikke)?",
    "hvordan kan det være",
    "hvor ved du det fra",
    r"hvad betyder (?:det|den)",
    r"varför(?: då| inte)?",
    r"hvorfor (?:det|ikke)",
    "kvifor(?: det| ikkje)?",
    r"(?:warum|wieso|weshalb)(?: das| nicht| denn)?",
    lead=LEAD,
)
STOP = whole(
    "stop",
    "cancel",
    "never ?mind",
    r"forget (?:it|that|about it)",
    r"(?:do not|don'?t)(?: do (?:it|that))?",
    r"leave (?:it|that)(?: alone| as it is)?",
    "start over",
    r"stop(?: det)?",
    "glem det",
    r"lad (?:det|den) (?:være|ligge)",
    "gør det ikke",
    "annuller",
    "forfra",
    lead=LEAD,
)
NO = whole(
    "no", "nope", "nah", "no thanks?", "no thank you", "rather not", "nej", "næ", "nej tak", "helst ikke", "nein", "nei"
)
"""No to what was offered."""
PRAISE = r"(?:great|perfect|super|fine|good|nice|cool|ok(?:ay)?|brilliant|awesome|fint|godt|perfekt|fedt|dejligt|nå)"
THANKS = whole(
    rf"(?:{PRAISE}[,!. ]+)*(?:(?:many|so many|thousand) )?(?:thanks|thank you|thx|ty|tysm|cheers)"
    r"(?: a lot| so much| very much| a bunch)?(?: for (?:the|your) help| for that)?",
    rf"(?:{PRAISE}[,!. ]+)*(?:(?:tusinde?|mange|1000) )?tak(?: for (?:det|hjælpen))?(?: skal du have)?",
    "tack(?: så mycket)?",
    "(?:tusen )?takk",
    "(?:vielen )?danke",
)
SEEN = whole(
    r"(?:ok(?:ay)?|k|alright|all right|right|i see|got it|fair enough|makes sense|understood|aha|ah|oh|hmm?)",
    PRAISE,
    rf"(?:it'?s|that'?s|det er|det var) {PRAISE}",
    r"no (?:problem|worries)|doesn'?t matter|intet problem|lige meget|det gør ikke noget",
    r"(?:nå|javel|jaså|forstået|det giver mening|jeg forstår|så er jeg med|klart)",
    lead=LEAD,
)
"""Seen, and nothing asked."""
AGAIN = whole(
    r"(?:check|look|try)(?: it)? again",
    r"(?:does|is) (?:it|that) (?:work|working|fixed|ok|okay|done|right|possible|in order)(?: yet| again)?",
    r"(?:and|what about|how about) (?:now|today)",
    r"(?:can|may) i",
    r"(?:it |that )?(?:still )?(?:does(?:n'?t| not) work|is(?:n'?t| not) working|not working|the same)(?: yet)?",
    r"what (?:should|do|can|shall) (?:i|we) do(?: about (?:it|that))?",
    r"(?:tjek|prøv|kig)(?: det)? igen",
    r"(?:det )?(?:virker|går) (?:stadig |stadigvæk )?ikke",
    r"hvad (?:gør|skal|kan) (?:jeg|vi)(?: gøre)?(?: ved det)?",
    r"(?:virker|går) det(?: igen)?",
    r"er (?:det|den) (?:i orden|fikset|klar|ordnet)(?: igen)?",
    r"(?:og|hvad med) (?:nu|i dag)",
    r"(?:kan|må) jeg(?: så)?",
    r"(?:geht|funktioniert) es(?: jetzt)?",
    lead=LEAD,
)
"""Asks what was asked once more: something may have changed since."""
THEM = (
    r"(?:them|him|her|the owners?|an owner|one of (?:the owners|them)|dem|ham|hende|ejeren|ejerne|en ejer|en af ejerne)"
)
ASK = whole(
    rf"(?:(?:can|could|will|would) you )?(?:please )?(?:ask|contact|message|write to) {THEM}"
    r"(?: for (?:me|help|access|permission))?(?: to (?:add|make|give|let|change|do) .{1,80})?",
    rf"(?:(?:kan|vil|kunne) du )?(?:lige )?(?:spørge?|kontakte?|skrive? til) {THEM}(?: for mig)?(?: om .{{1,80}})?",
    lead=LEAD,
)
"""Put it to the owners for me."""
OWNED = re.compile(
    rf"\W*{LEAD}(?:thanks[\s,.!]*|tak[\s,.!]*)?(?:can you tell me |do you know |ved du )?"
    r"(?:who(?: else)? (?:owns?|is (?:the )?owner(?: of)?|are the owners(?: of)?)|who'?s the owner(?: of)?|"
    r"hvem(?: ellers)? (?:ejer|er ejere?n?e?(?: af| for| på)?)|"
    r"vem äger|hvem eier|kven eig|wem gehört|wer besitzt)\b"
    rf"(?: også| ellers)?(?:\s+(.+?))??{POLITE}\W*",
    re.I,
)
"""Who owns something: what is asked about comes first of the groups."""
SAME = (
    r"(?:the )?same(?: thing| problem| question)? (?:for|with|in)",
    r"(?:det )?samme(?: problem| fejl)? (?:for|med|i|gælder)",
)
ANOTHER = re.compile(
    rf"\W*(?:and what about|and how about|and for|and {SAME[0]}|and|also|what about|how about|{SAME[0]}|"
    rf"og hvad med|og så|og {SAME[1]}|og|også|(?:men )?hvad (?:så )?med|hvad så med|{SAME[1]}|"
    r"och|vad säger du om|hva med|und was ist mit|was ist mit|und)\s+(?:the |den |det |die )?(.+?)\W*",
    re.I,
)
"""Asks what was asked of another group, which stands in the group of the pattern."""
NOT_THAT = re.compile(
    r"\W*(?:(?:no|nope|nej|næ|and|og|what about|hvad med)\b)?\W*(?:i meant? |jeg mente? )?"
    r"(?:not (?:that|this) (?:one|group)\W*|ikke den\W*)?(?:the other|den anden|det andet|de andre)\b.*",
    re.I,
)
WHOLE = re.compile(
    r"(?:why|how|who|where|when|what|which|can|could|may|do|does|did|is|are|am|will|"
    r"hvorfor|hvordan|hvem|hvor|hvornår|hvad|hvilken|kan|må|er|skal|vil|"
    r"varför|vem|får|kvifor|kven|warum|wer|wo|wie)\b",
    re.I,
)
"""How a question of its own begins."""
POINTING = re.compile(
    r"\b(?:it|its|that(?: (?:group|team|one|list))?|this one|the (?:group|team|list)|"
    r"den|det|dens|gruppen|teamet|holdet|listen|denne|ho|gruppa|sie|es|die gruppe)\b",
    re.I,
)
WHO = re.compile(
    r"\b(?:who (?:can|may|manages)|whose|hvem (?:kan|må|styrer|bestemmer))\b",
    re.I,
)
NOT_MEANT = re.compile(
    r"\W*(?:no|nope|nej|næ)?\W*(?:"
    r"(?:that'?s |that is |it'?s )?not what i (?:meant?|asked(?: for)?|wanted)|you (?:mis|mis-)understood(?: me)?|"
    r"wrong (?:answer|question)|"
    r"det (?:var|er) ikke (?:det|hvad)[, ]*(?:som )?jeg (?:mente?|spurgte om|ville)|"
    r"du (?:misforstår|misforstod)(?: mig)?|"
    r"forkert (?:svar|forstået)"
    r")\W*",
    re.I,
)
"""The last message was misread."""
