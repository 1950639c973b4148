"""Reading many originals: what changed, in which order, in processes that can be killed, into one writer.

`indexer.batch.run.Batch` is the door. Nothing is imported here: a worker process needs `worker` and no store.
"""
