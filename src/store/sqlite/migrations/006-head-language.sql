-- Heads tell the language of their article.
UPDATE article SET head = json_set(head, '$.language', json_extract(data, '$.language'))
WHERE json_extract(data, '$.language') IS NOT NULL;
