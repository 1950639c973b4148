"""What RTF's control words are, as far as text is concerned ([RTF 1.9.1])."""

from __future__ import annotations

from indexer.formats.runs import BREAK

# Destinations whose words are not the document's. Any other behind \* that is not known here is passed over too.
PASSED = frozenset({
    "aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atndate", "atnicn", "atnid", "atnref", "atntime",
    "atrfend", "atrfstart", "author", "background", "bkmkend", "bkmkstart", "buptim", "category",
    "colorschememapping", "colortbl", "comment", "company", "creatim", "datafield", "datastore", "defchp",
    "defpap", "doccomm", "docvar", "factoidname", "falt", "fchars", "fldinst", "fldtype", "fontemb", "fontfile",
    "footer", "footerf", "footerl", "footerr", "ftncn", "ftnsep", "ftnsepc", "header", "headerf", "headerl",
    "headerr", "hlinkbase", "info", "keywords", "latentstyles", "lchars", "levelnumbers", "leveltext", "list",
    "listlevel", "listname", "listoverride", "listoverridetable", "listpicture", "liststylename", "listtable",
    "manager", "mhtmltag", "mmathPr", "nesttableprops", "nextfile", "nonesttables", "nonshppict", "objalias",
    "objclass", "objdata", "objname", "objsect", "objtime", "oldcprops", "oldpprops", "oldsprops", "oldtprops",
    "oleclsid", "operator", "panose", "password", "passwordhash", "pgdsc", "pgdsctbl", "picprop", "pict", "pn",
    "pnseclvl", "pntxta", "pntxtb", "printim", "private", "propname", "protusertbl", "pxe", "revtbl", "revtim",
    "rsidtbl", "rxe", "shprslt", "sn", "sp", "staticval", "stylesheet", "subject", "sv", "svb", "tc", "template",
    "themedata", "title", "txe", "ud", "userprops", "wgrffmtfilter", "windowcaption", "writereservation",
    "writereservhash", "xe", "xform", "xmlattrname", "xmlattrvalue", "xmlclose", "xmlname", "xmlnstbl", "xmlopen",
})  # fmt: skip
KEPT = frozenset({"do", "dptxbxtext", "shpinst", "shppict", "shptxt"})
ENDS = frozenset({"par", "sect", "cell", "nestcell", "row", "nestrow", "page", "column", "softpage"})
LETTERS = {
    "tab": "\t", "line": BREAK, "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "lbr": BREAK,
}  # fmt: skip
SIGNS = {"~": " ", "_": "-", "\t": "\t", "\n": "\n", "\r": "\n"}  # \- is a soft hyphen, \: an index entry's colon
# \fcharset to the code page of Windows; 1 is the file's own, 2 a font of symbols.
CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
