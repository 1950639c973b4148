"""The index: the disposable layer, one per access level, made from the store and held against it.

Nothing is imported here: a worker process needs `entries` and no store.
"""
