"""PDFium's functions by plain addresses: ctypes' typed pointers cost as much again as the call."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]  # it ships no stubs


def _native(function: Any, result: Any, *arguments: Any) -> Any:
    """The same C function with plain addresses for handles: half the cost of ctypes' typed pointers."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_P, _I, _F, _U = ctypes.c_void_p, ctypes.c_int, ctypes.c_float, ctypes.c_ulong
text_object = _native(raw.FPDFText_GetTextObject, _P, _P, _I)
loose_box = _native(raw.FPDFText_GetLooseCharBox, _I, _P, _I, _P)
char_matrix = _native(raw.FPDFText_GetMatrix, _I, _P, _I, _P)
origin = _native(raw.FPDFText_GetCharOrigin, _I, _P, _I, _P, _P)
font_size = _native(raw.FPDFText_GetFontSize, ctypes.c_double, _P, _I)
font_of = _native(raw.FPDFTextObj_GetFont, _P, _P)
font_name = _native(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _P, _P, ctypes.c_size_t)
char_index = _native(raw.FPDFText_GetCharIndexFromTextIndex, _I, _P, _I)
count_objects = _native(raw.FPDFPage_CountObjects, _I, _P)
get_object = _native(raw.FPDFPage_GetObject, _P, _P, _I)
object_type = _native(raw.FPDFPageObj_GetType, _I, _P)
object_bounds = _native(raw.FPDFPageObj_GetBounds, _I, _P, _P, _P, _P, _P)
path_segments = _native(raw.FPDFPath_CountSegments, _I, _P)
form_count = _native(raw.FPDFFormObj_CountObjects, _I, _P)
form_object = _native(raw.FPDFFormObj_GetObject, _P, _P, _U)
object_matrix = _native(raw.FPDFPageObj_GetMatrix, _I, _P, _P)
get_segment = _native(raw.FPDFPath_GetPathSegment, _P, _P, _I)
segment_type = _native(raw.FPDFPathSegment_GetType, _I, _P)
segment_closes = _native(raw.FPDFPathSegment_GetClose, _I, _P)
segment_point = _native(raw.FPDFPathSegment_GetPoint, _I, _P, _P, _P)
load_page = _native(raw.FPDF_LoadPage, _P, _P, _I)
close_page = _native(raw.FPDF_ClosePage, None, _P)
load_text = _native(raw.FPDFText_LoadPage, _P, _P)
close_text = _native(raw.FPDFText_ClosePage, None, _P)
page_box = _native(raw.FPDF_GetPageBoundingBox, _I, _P, _P)
page_turn = _native(raw.FPDFPage_GetRotation, _I, _P)
page_width = _native(raw.FPDF_GetPageWidthF, _F, _P)
page_height = _native(raw.FPDF_GetPageHeightF, _F, _P)
count_characters = _native(raw.FPDFText_CountChars, _I, _P)
text_index = _native(raw.FPDFText_GetTextIndexFromCharIndex, _I, _P, _I)
get_text = _native(raw.FPDFText_GetText, _I, _P, _I, _I, _P)
