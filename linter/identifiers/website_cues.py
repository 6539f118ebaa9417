"""What speaks for and against an address being the writer's own site."""

from __future__ import annotations

from linter.identifiers.patterns import lazy

DECOR = r"[\s*_~`\"'\[\]()<>|•·:=–—\-→➡»👉🔗🌐🌍🌏💻📌★✔✅▶.,]*"
# Someone else's, or one piece of work.
OTHERS = lazy(
    r"\b(?:your|yours|their|his|her|clients?|client's|customers?|customer's|competitors?|employer|former|"
    r"previous|previously|past|"
    r"built|build|builds|rebuilt|made|created|designed|redesigned|developed|launched|migrated|coded|"
    r"shipped|delivered|worked (?:on|with|for|at)|"
    r"saw|looked|looking at|visited|checked|browsed|noticed|found|audited|reviewed|tested|opened|read|"
    r"came across|nosey|went through|"
    r"demos?|live|sample|samples|examples?|case|prototype|staging|preview|mvp|clone|recent|latest|last|"
    r"projects?|apps?|web app|template|theme|"
    r"like|such as|including|similar|inspired|reference|references|e\.g|eg|ex|i\.e|via|using|scrap\w+|"
    r"crawl\w*|from|data|source|sources|docs|documentation|tutorial|api|"
    r"login|log in|try it|see it|repo|repository|article|post|published in|featured (?:in|on)|tools?|"
    r"hosted|deployed|endpoint|integrat\w+)\b"
)
GAP_OTHERS = lazy(
    r"\b(?:your|their|clients?|customers?|built|build|made|created|designed|redesigned|developed|launched|"
    r"demos?|samples?|examples?|preview|staging|clone|like|such as|similar|e\.g|for|from|using)\b"
)
ACT = lazy(
    r"(?:^|[.!?,]\s)\s*(?:please\s|just\s|simply\s|or\s)?(?:see|visit|check|check out|go to|head to|"
    r"head over to|open|try|browse|google|look at|hop on|land on|type in|type|enter|key in)\s" + DECOR + "$"
)
ACT_AFTER = lazy(
    r"^[\s,]{0,3}(?:and|to|for|then|where you can|you can)\s(?:fill|press|click|tap|hit|contact|book|"
    r"message|msg|get|send|hire|use|reach|write|drop|leave|order|schedule|talk|ping|see (?:more|my|our)|"
    r"know|learn more|meet|find (?:me|us)|more (?:of|about))\b"
)
POINTING = lazy(r"(?:[,;:–—-]\s?(?:it'?s|it is|that'?s|that is|here|the address is|address|under|at)\s?:?|\(|:)\s*$")
FOOT = lazy(
    r"\b(?:chat|form|bubble|number|details|button|widget|address|e-?mail)\b[^.!?\n]{0,20}\b(?:at|on|"
    r"in) the (?:foot|bottom|top|footer|end|corner|header) of\s$"
)
STRONG_OTHERS = lazy(
    r"\b(?:your|yours|their|his|her|clients?|client's|customers?|customer's|former|previous|ex)\b[^.!?\n]{0,40}$"
)
VISIT = lazy(
    r"\b(?:(?:visit|find|check|see|meet|discover|know|learn|read|hire|book|contact|reach|follow|catch|"
    r"google|view|explore|browse|get)\s"
    r"(?:(?:us|me|about (?:me|us)|(?:all |some |more |examples )?(?:of )?(?:my|"
    r"our) [\w ]{2,30})\b[^.!?\n]{0,45}(?:\b(?:at|on|here|in|via|through|under)\b|[:\-–—>→(])"
    r"|out (?:my|our|us)\b[^.!?\n]{0,30}|(?:more|details|further details|more details|more info\w*|"
    r"full details|everything|examples|additional information)"
    r"(?: (?:about|of|on|from) (?:me|us|my|our|mine|what (?:i|we) do|how (?:i|"
    r"we) work)\b[^.!?\n]{0,30})?\s?(?:at|on|here|via|under|in|:|-|–|—|→|>|\())"
    r"|(?:see|find|view|browse|visit|here(?: is|'s)|look at|check|check out|explore) (?:my|our|"
    r"the (?:whole |full |entire |complete )?"
    r"(?=portfolio)|a) ?(?:whole |full |entire |complete |rest of my )?(?:portfolio|site|website|blog|"
    r"showreel)\b[^.!?\n]{0,25}"
    r"|you can (?:see|find|view|read|check|visit)(?: out)? (?:more|me|us|my|our|all|it all|everything)[^.!?\n]{0,45}"
    r"|(?:who|what|where) (?:we|i) (?:are|am|do)|about (?:me|us)|more (?:about|on|of) (?:me|us|my (?:work|"
    r"services)|our (?:work|services))|(?:^|[.!?,(;–—-]\s?)more(?: info| details| work| samples| cases|"
    r" here)?(?: at| on|:| →| here)|"
    r"(?:we|i|you)(?:'re|'ll| are| will)? (?:find (?:me|us|everything|it all) )?(?:live |based )?(?:at|"
    r"under|on)|(?:my|our) (?:stuff|things|home|hub|writing|rates|reviews|prices|details|info|full story|"
    r"cv|resume|profile)"
    r"[^.!?\n]{0,25}\b(?:lives?|is|are|sits?)?\s?(?:at|on|under|here)|"
    r"(?:visit|visita|visitez|visitate|besuchen sie|besuch|bezoek|odwiedź|посетите|заходите на|"
    r"kunjungi)(?: (?:my|our|us|me))?(?: (?:at|on))?|"
    r"\b(?:my|our|i|we)\b[^.!?\n]{0,40}(?:written up|documented|collected|showcased|published|"
    r"blog(?:ging)?|write|writing) (?:at|on|"
    r"over at)|my (?:work|works|writing|projects|stuff|experiments|services|rates|cv|resume|cases|"
    r"case studies)\b[^.!?\n]{0,40}\b(?:at|on|here|in)|"
    r"check (?:out )?(?:my|our) (?:work|works|portfolio|site|website|services)(?: \w+)?)" + DECOR + "$"
)
ROLE = lazy(
    r"\b(?:(?:co-?)?founder|(?:co-?)?owner|proprietor|ceo|managing director|director|principal|partner|"
    r"fundador|fundadora|gründer(?:in)?|inhaber(?:in)?|fondateur|fondatrice|основатель)"
    r"(?:\s?(?:of|at|@|,|&|and|ceo|/|de|da|do|von|bei|chez|-|–|—|:|\|)\s?){1,3}(?:the )?" + DECOR + "$"
)
INTRO = lazy(
    r"(?:^|[.!?]\s)\W*(?:(?:hi|hey|hello|greetings)[\w ]{0,20}[,!.]?\s)?(?:i'm|i am|my name is|my name's|"
    r"this is|we are|we're|name's)\s(?:(?!\bfor\b|\bat\b|\bwith\b|\bby\b)[\w,&'’ -]){2,60}[(,–—|-]\s*$"
)
RUN = lazy(
    r"\b(?:i|we) (?:also )?(?:run|own|operate|founded|co-?founded|started|started up|am behind|are behind|"
    r"blog at|write at|blog on|(?:blog|write) about [\w ]{2,30} (?:at|on)|trade as)(?: (?:the|a|an|my|"
    r"our)(?: \w+){0,3})?" + DECOR + "$"
)
REPLY = lazy(
    r"\b(?:msg|message|contact|reach|email|hire|write|book|order|get|talk to) (?:me|us|to me|in touch|"
    r"directly)\b[^.!?\n]{0,40}\b(?:through|via|on|at|from|over)\b(?: (?:my|our))?" + DECOR + "$"
)
AFTER = lazy(
    r"^[\s)\]*_`\"']{0,4}(?:[-–—,(:/|]\s?|is\s|was\s|that's\s|which is\s|are\s|=\s?|\s){0,3}(?:my|"
    r"our)\s(?:\w+\s){0,3}?(?:own\s|personal\s)?"
    r"(?:site|website|web site|portfolio|blog|agency|company|studio|homepage|page|domain|web page|"
    r"business|store|shop|home)s?\b|^\sis where (?:my|our|i|we)\b"
)
SIGN_OFF = lazy(
    r"^\W*(?:best|kind|warm|many thanks|thanks|thank you|thx|cheers|regards|sincerely|yours|respectfully|"
    r"greetings|all the best|best wishes|take care|looking forward|talk soon|"
    r"saludos|un saludo|atentamente|cordialmente|abraços|atenciosamente|cordialement|bien à vous|"
    r"mit freundlichen|viele grüße|beste grüße|liebe grüße|gruß|с уважением|groeten|pozdrawiam|salam|"
    r"terima kasih|salamat|med v[äa]nliga?|v[äa]nligen|mvh|h[äa]lsning\w*|hilsen|mvh|venlig hilsen|"
    r"med vennlig|terveisin|yst[äa]v[äa]llisin|pozdrav\w*|s pozdravem|"
    r"sayg[ıi]lar\w*|cu stim[ăa]|üdvözlettel|namaste|shukriya|з повагою|مع التحية|धन्यवाद)\b"
)
NAME_LINE = lazy(r"^[\W_]*[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,4}[\W_]*$")
ICON = lazy(r"(?:🌐|🌍|🌏|🖥|💻|🔗)\ufe0f?\s*[*_]*$")
PARTS = lazy(r"[\s|•·,;/*_\[\]()–—-]+")
HEADER = lazy(
    r"(?:\bportfolio|\bmy (?:site|sites|website|websites|work|works|blog)|\bwebsites?|\bsee more|"
    r"\bmore of my|\bfind (?:me|us)|\bvisit (?:me|us)|\bmy links?|портфолио|\bportafolio|\bportfólio|"
    r"\bwebseite)\b"
)
SAMPLE_PATH = lazy(
    r"/(?:[\w-]+/)*(?:demos?|samples?|work-samples?|examples?|projects?|clients?|preview|staging|sandbox|"
    r"test|api|admin|wp-admin|login|app|dashboard|docs?|download|article|articles|20\d\d)(?:/|$|\?)"
)
NOT_OWN_TITLE = lazy(
    r"\b(?:demo|sample|example|prototype|preview|live|app|project|article|repo|code|docs?|api|staging|client)\b"
)
MATRIX = lazy(r"@[\w.=/-]{1,40}:\Z")
HOME_AT = lazy(
    r"\b(?:is|it's|us|me|are|found|live|lives|look|out|work|works|website|site|up|visit|here|portfolio|"
    r"blog|more|hosted|online)\sat\W*$"
)
MAIL = lazy(r"(?:\bat|@|[\[({<]\s?at\s?[\])}>]|arroba|chez|ät|собака|arobas\w*|klammeraffe|mail\w*|gmail|then)\W*$")
THREAT = lazy(
    r"\b(?:malware|phish\w*|ioc|iocs|c2|malicious|threat|suspicious|spam|blocklist|sinkhole|defang\w*|"
    r"regex|csp|allowlist|whitelist)\b"
)
LEADS = (ROLE, RUN, VISIT, REPLY)
ME = lazy(r"\b(?:my|our|me|us)\b")
YOURS = lazy(r"\byour\b[^.!?\n]{0,40}$")
TITLE = lazy(r"\[([^\[\]\n]{1,80})\]\(\Z")
LOOSE = lazy(r"\b(?:works?|page|store|shop)\b")
HOME = lazy(
    r"\b(?:my|our|personal|own|company|agency)\s(?:\w+\s)?"
    r"(?:site|website|portfolio|page|blog|agency|company|studio|homepage)\b"
)
ONLY_LINK = lazy(r"\W*(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?\W*$")
WORK_HEADER = lazy(r"\b(?:projects?|clients?|live|built|recent|demos?|examples?|samples?)\b")
