import { useCallback, useRef } from 'react';
import type { Customer } from '../../../shared/customers/customer.ts';
import type { DraftSession } from '../draft-session.ts';
import { askFill } from './ask-fill.tsx';
import { chosenCustomerEdits, filledOtherwise } from './chosen-customer.ts';

/** Answers a function that makes the draft one of a customer, as one step of undo. What a person typed is asked about first. */
export function useChooseCustomer(session: DraftSession): (customer: Customer) => Promise<void> {
  // So that the addresses of one customer, which nobody typed, give way to those of the next.
  const before = useRef<Customer | null>(null);
  return useCallback(
    async (customer) => {
      const choice = () => ({ header: session.snapshot().content.header, customer, before: before.current });
      const { header } = choice();
      const otherwise = filledOtherwise(choice());
      const fill = otherwise.length === 0 ? 'all' : await askFill({ customer, header, otherwise });
      if (fill === null) return;
      // The letters that looked for the customer are no step of their own.
      session.cancelTyping();
      session.edit(chosenCustomerEdits(choice(), fill));
      before.current = customer;
    },
    [session],
  );
}
