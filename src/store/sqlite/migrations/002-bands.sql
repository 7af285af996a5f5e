CREATE TABLE band (
  key INTEGER NOT NULL,
  at INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  PRIMARY KEY (key, at, article_id)
) STRICT, WITHOUT ROWID;
