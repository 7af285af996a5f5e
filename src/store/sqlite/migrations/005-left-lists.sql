-- JSON array of the lists, with the article's numbers there, that a change took the article out of; NULL = none.
ALTER TABLE outbox ADD COLUMN left_lists TEXT;
