import type { Migration } from '../migrate.ts';

/*
 * Customers that PIMS has shown, in the way of the parts: `code_key` is the code in capitals, the words are those of
 * `wordsOfCustomer`, and the index over them keeps no text of its own. `fields` is the record as JSON.
 */
export const customersMigration: Migration = {
  version: 8,
  name: 'customers',
  sql: `
CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  code_key TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT,
  fields TEXT NOT NULL,
  words TEXT NOT NULL,
  read_at TEXT NOT NULL,
  UNIQUE (connection_id, code_key)
) STRICT;
CREATE INDEX customers_by_time ON customers (connection_id, read_at DESC, code_key);

-- The connection is a word of its own, so that another one's customers are not even looked at.
CREATE VIRTUAL TABLE customer_words USING fts5 (
  connection, words, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61'
);
CREATE TRIGGER customer_words_of_new AFTER INSERT ON customers
BEGIN
  INSERT INTO customer_words (rowid, connection, words)
    VALUES (new.id, replace(new.connection_id, '-', ''), new.words);
END;
CREATE TRIGGER customer_words_of_changed AFTER UPDATE OF words ON customers WHEN old.words <> new.words
BEGIN
  DELETE FROM customer_words WHERE rowid = old.id;
  INSERT INTO customer_words (rowid, connection, words)
    VALUES (new.id, replace(new.connection_id, '-', ''), new.words);
END;
CREATE TRIGGER customer_words_of_removed AFTER DELETE ON customers
BEGIN
  DELETE FROM customer_words WHERE rowid = old.id;
END;
`,
};
