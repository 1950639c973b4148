"""PNG written by hand is read back pixel for pixel."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from kb.originals.png import png


@pytest.mark.parametrize(("channels", "mode"), [(1, "L"), (3, "RGB"), (4, "RGBA")])
def test_pixels_come_back_as_they_went_in(channels, mode):
    width, height, stride = 5, 3, 5 * channels + 7  # rows are padded
    pixels = bytes((row * 31 + at * 7) % 256 for row in range(height) for at in range(stride))
    picture = Image.open(io.BytesIO(png(memoryview(pixels), width, height, stride, channels)))
    rows = [pixels[row * stride : row * stride + width * channels] for row in range(height)]
    assert (picture.mode, picture.size, picture.tobytes()) == (mode, (width, height), b"".join(rows))
