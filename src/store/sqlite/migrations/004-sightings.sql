-- How many articles of a source showed a picture; the key is 52 bits of a hash over both.
CREATE TABLE picture_sighting (
  key INTEGER PRIMARY KEY,
  articles INTEGER NOT NULL
) STRICT;
