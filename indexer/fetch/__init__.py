"""Originals from elsewhere: HUDOC, HUDOC-CPT, feeds and lists of addresses, politely and into a folder of our own."""
