import { z } from 'zod';
import { customerSchema } from '../../customers/customer.ts';
import { CODE_LENGTH } from '../../parts/pack.ts';
import { orderQuerySchema } from '../../pims/filters.ts';
import { nothing, readByCodes, ticket, ticketedSearch } from './common-inputs.ts';

/** Customers. */
export const customersCalls = {
  /**
   * Customers of the chosen connection that match what was typed, best first: by code, name, e-mail, phone or city. From
   * what PIMS has shown before, at once; asks PIMS nothing. With nothing typed, those that it has shown last.
   */
  'customers.complete': {
    input: z.object({ text: z.string().max(CODE_LENGTH), limit: z.number().int().min(1).max(200) }).strict(),
    output: z.array(customerSchema),
  },
  /** Customers that match the filters, as `orders.query`: one metered request. `cut` says that PIMS may have more. */
  'customers.query': {
    input: orderQuerySchema.strict(),
    output: z.object({ customers: z.array(customerSchema), cut: z.boolean() }),
  },
  /** From PIMS: one metered request. `cut` and the ticket are those of `parts.search`. */
  'customers.search': {
    input: ticketedSearch,
    output: z.object({ customers: z.array(customerSchema), cut: z.boolean() }),
  },
  /** Calls the search under the ticket off, if there is one under way. */
  'customers.cancel': { input: z.object({ ticket }).strict(), output: nothing },
  /** Customers by their codes, as `parts.read` reads parts: one metered request for each fifty that are read anew. */
  'customers.read': {
    input: readByCodes,
    output: z.object({ customers: z.array(customerSchema), unknown: z.array(z.string()) }),
  },
} as const;
