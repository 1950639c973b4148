"""Archives, mailboxes and messages: files that hold documents. Each member is a source of its own.

``kinds`` tells them, ``archive``, ``mailbox`` and ``enclosed`` open one each, ``unpack`` does so behind the fence,
``opening`` decides at the beginning of a run which are to be opened at all.
"""
