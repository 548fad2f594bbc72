import { z } from 'zod';
import { draftIdSchema, importIdSchema } from '../../ids.ts';
import { namedMappingSchema, savedMappingSchema } from '../../import/columns/import-mapping.ts';
import {
  draftPieceSchema,
  importedFileSchema,
  importRecordSchema,
  importTargetSchema,
} from '../../import/import-record.ts';
import { nothing } from './common-inputs.ts';

/** Imports of files. */
export const importsCalls = {
  /**
   * Hands over some of what an import is to create; it waits until all is there. Another import's pieces take the place of
   * those of the one before.
   */
  'imports.stage': {
    input: z.object({ id: importIdSchema, pieces: z.array(draftPieceSchema).max(1_000) }).strict(),
    output: nothing,
  },
  /** Forgets what was handed over. */
  'imports.discard': { input: z.object({ id: importIdSchema }).strict(), output: nothing },
  /** Creates what was handed over, in one transaction: all of it or nothing. */
  'imports.create': {
    input: z.object({ id: importIdSchema, source: importedFileSchema, target: importTargetSchema }).strict(),
    output: importRecordSchema,
  },
  /** Imports of the chosen connection, newest first. */
  'imports.list': { input: nothing, output: z.array(importRecordSchema) },
  /** Those of files with the same content, without what was undone. */
  'imports.ofContent': {
    input: z.object({ contentHash: importedFileSchema.shape.contentHash }).strict(),
    output: z.array(importRecordSchema),
  },
  /** The drafts of an import that can be submitted, in the order of the file. */
  'imports.openDrafts': {
    input: z.object({ id: importIdSchema }).strict(),
    output: z.array(draftIdSchema),
  },
  /**
   * Removes the drafts that an import made, or the lines that it added; a removed draft can be taken back. A `conflict` once
   * something of it was submitted.
   */
  'imports.undo': { input: z.object({ id: importIdSchema }).strict(), output: importRecordSchema },
  /** Mappings of columns that were given a name, by name; and what was done with files of these headings the last time. */
  'imports.mappings': {
    input: savedMappingSchema.pick({ headings: true }).strict(),
    output: z.object({ named: z.array(namedMappingSchema), remembered: savedMappingSchema.nullable() }),
  },
  /** Keeps a mapping under its name; one of the same name is replaced. */
  'imports.saveMapping': { input: namedMappingSchema.strict(), output: nothing },
  'imports.removeMapping': { input: namedMappingSchema.pick({ name: true }).strict(), output: nothing },
  /** Remembers a mapping for the next file with the same headings. */
  'imports.rememberMapping': { input: savedMappingSchema.strict(), output: nothing },
  /** The file that a person opened Order Desk with, which `import.opened` told of; null when there is none. Given once. */
  'imports.takeOpened': {
    input: nothing,
    output: z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }).nullable(),
  },
  /** Opens the save dialog in the main process and writes a file. `savedAs` is null when it was cancelled. */
  'imports.saveFile': {
    input: z
      .object({ suggestedName: z.string().regex(/^[^/\\]{1,255}$/), bytes: z.instanceof(Uint8Array) })
      .strict(),
    output: z.object({ savedAs: z.string().nullable() }),
  },
} as const;
