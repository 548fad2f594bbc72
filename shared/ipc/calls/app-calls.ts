import { z } from 'zod';
import { dataFindingsSchema, dataSafetySchema } from '../../data-safety/findings.ts';
import { connectionIdSchema } from '../../ids.ts';
import { preferencesPatchSchema, preferencesSchema } from '../../preferences/preferences.ts';
import { deskStatusSchema } from '../../status.ts';
import { monthSchema } from '../../usage/month.ts';
import { usageMonthSchema } from '../../usage/usage-month.ts';
import { nothing } from './common-inputs.ts';

/** What concerns the application as a whole: its state, usage, preferences and the safety of its data. */
export const appCalls = {
  /** Versions and places, for Settings and support. */
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      platform: z.string(),
      dataFolder: z.string(),
    }),
  },
  /** The page has drawn its first screen; the window is shown then. */
  'app.ready': { input: nothing, output: nothing },
  /**
   * Pastes into what has the focus in the page, as Ctrl+V does: the page itself may not read the clipboard. Nothing is pasted, and so
   * answered, while the person has the window not before them.
   */
  'app.paste': { input: nothing, output: z.object({ pasted: z.boolean() }) },

  'status.read': { input: nothing, output: deskStatusSchema },
  /** "Try now": ask PIMS again and wake the outbox. Costs one metered request. */
  'status.tryNow': { input: nothing, output: deskStatusSchema },

  /**
   * The requests of a connection, by default the chosen one, in a calendar month, by day, endpoint and purpose. Counted on this
   * machine; asks PIMS nothing.
   */
  'usage.month': {
    input: z.object({ connectionId: connectionIdSchema.exactOptional(), month: monthSchema }).strict(),
    output: usageMonthSchema,
  },

  'preferences.read': { input: nothing, output: preferencesSchema },
  'preferences.change': { input: preferencesPatchSchema.strict(), output: preferencesSchema },
  /** What was found to be wrong with the data at a start, the newest, also when it was read; null when nothing ever was. */
  'data.findings': { input: nothing, output: dataFindingsSchema.nullable() },
  /** The person has read it. */
  'data.acknowledge': { input: nothing, output: nothing },
  'data.safety': { input: nothing, output: dataSafetySchema },
  /** Backs up now. */
  'data.backUp': { input: nothing, output: dataSafetySchema },
} as const;
