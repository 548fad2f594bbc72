import { Text } from '@mantine/core';
import tableClasses from '../../ui/data-table.module.css';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import type { CreationPlan } from '../session/import-snapshot.ts';
import { draftRemarks } from './creation-words.ts';

/** The drafts that will be made, with what should be known of each. */
export function DraftList({ creation: { drafts, draftCount } }: { readonly creation: CreationPlan }) {
  return (
    <>
      <ScrollRegion label="Drafts that will be made" className={tableClasses.frame}>
        <table className={tableClasses.table}>
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Customer</th>
              <th scope="col">Reference</th>
              <th scope="col" className={tableClasses.figure}>
                Lines
              </th>
              <th scope="col">Remarks</th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft, index) => {
              const remarks = draftRemarks(draft);
              return (
                <tr key={draft.name === '' ? 'all' : draft.name}>
                  <td>{draft.name === '' ? 'All rows' : draft.name}</td>
                  <td>{draft.header.CUSTOMER_CODE ?? ''}</td>
                  <td>{draft.header.REFERENCE_NUMBER ?? ''}</td>
                  <td className={tableClasses.figure}>{draft.lines.toLocaleString('en')}</td>
                  <td title={remarks} data-order={index}>
                    {remarks}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      {drafts.length < draftCount && (
        <Text size="sm" c="dimmed">
          The first {drafts.length.toLocaleString('en')} of {draftCount.toLocaleString('en')} are shown.
        </Text>
      )}
    </>
  );
}
