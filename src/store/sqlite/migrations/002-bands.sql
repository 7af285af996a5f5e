CREATE TABLE band (
  key INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  PRIMARY KEY (key, article_id)
) STRICT, WITHOUT ROWID;
