import { z } from 'zod';
import {
  connectionInputSchema,
  connectionSchema,
  connectionTestSchema,
  secretPlaceSchema,
} from '../../connections/connection.ts';
import { connectionIdSchema } from '../../ids.ts';
import { nothing } from './common-inputs.ts';

/** Connections, and the way to them. */
export const connectionsCalls = {
  'connections.list': { input: nothing, output: z.array(connectionSchema) },
  'connections.save': {
    input: z.object({ connection: connectionInputSchema.strict(), keepSecretIn: secretPlaceSchema }).strict(),
    output: connectionSchema,
  },
  'connections.remove': { input: z.object({ id: connectionIdSchema }).strict(), output: nothing },
  'connections.choose': { input: z.object({ id: connectionIdSchema }).strict(), output: connectionSchema },
  /** Tries a connection as typed, saved or not. Costs at most one metered request. */
  'connections.test': { input: connectionInputSchema.strict(), output: connectionTestSchema },
  /** Asks the OS to unlock or try the keychain again for a connection whose secret could not be read. */
  'connections.unlock': { input: z.object({ id: connectionIdSchema }).strict(), output: connectionSchema },

  'network.read': {
    input: nothing,
    output: z.object({ caFile: z.string().nullable(), caSubjects: z.array(z.string()) }),
  },
  /** Opens the file dialog in the main process; the renderer never names a path. Null when it was cancelled. */
  'network.chooseCaFile': {
    input: nothing,
    output: z.object({ caFile: z.string().nullable(), caSubjects: z.array(z.string()) }),
  },
  'network.clearCaFile': {
    input: nothing,
    output: z.object({ caFile: z.string().nullable(), caSubjects: z.array(z.string()) }),
  },
} as const;
