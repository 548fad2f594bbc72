import type { Migration } from '../migrate.ts';

/*
 * Parts that PIMS has shown, and what barcodes stand for. A part is the same in upper and lower case: `code_key` is its
 * code in capitals. Its words are kept as `wordsOfPart` gives them; the index over them keeps no text of its own.
 */
export const partsMigration: Migration = {
  version: 4,
  name: 'parts',
  sql: `
CREATE TABLE parts (
  id INTEGER PRIMARY KEY,
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  code_key TEXT NOT NULL,
  code TEXT NOT NULL,
  description TEXT,
  barcode TEXT,
  on_hand TEXT,
  available TEXT,
  words TEXT NOT NULL,
  read_at TEXT NOT NULL,
  UNIQUE (connection_id, code_key)
) STRICT;
CREATE INDEX parts_by_barcode ON parts (connection_id, barcode) WHERE barcode IS NOT NULL;

-- The connection is a word of its own, so that another one's parts are not even looked at.
CREATE VIRTUAL TABLE part_words USING fts5 (
  connection, words, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61'
);
CREATE TRIGGER part_words_of_new AFTER INSERT ON parts
BEGIN
  INSERT INTO part_words (rowid, connection, words)
    VALUES (new.id, replace(new.connection_id, '-', ''), new.words);
END;
CREATE TRIGGER part_words_of_changed AFTER UPDATE OF words ON parts WHEN old.words <> new.words
BEGIN
  DELETE FROM part_words WHERE rowid = old.id;
  INSERT INTO part_words (rowid, connection, words)
    VALUES (new.id, replace(new.connection_id, '-', ''), new.words);
END;
CREATE TRIGGER part_words_of_removed AFTER DELETE ON parts
BEGIN
  DELETE FROM part_words WHERE rowid = old.id;
END;

-- A person's own table: a barcode stands for so many pieces of a part. The quantity is a decimal text.
CREATE TABLE part_packs (
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  barcode TEXT NOT NULL,
  part_code TEXT NOT NULL,
  quantity TEXT NOT NULL,
  PRIMARY KEY (connection_id, barcode)
) STRICT, WITHOUT ROWID;
`,
};
