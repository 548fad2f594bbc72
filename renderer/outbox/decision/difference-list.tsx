import { Box } from '@mantine/core';
import { EqualNot } from 'lucide-react';
import type { Candidate } from '../../../shared/outbox/evidence.ts';
import classes from './comparison.module.css';
import { FieldName } from './field-name.tsx';

/** Of an order that is in PIMS in another form: each field that is not as it was sent. */
export function DifferenceList({ candidates }: { readonly candidates: readonly Candidate[] }) {
  return (
    <Box component="section" className={classes.frame} tabIndex={0} aria-label="What differs in PIMS">
      <table className={classes.table}>
        <thead>
          <tr>
            {['Where', 'Field', 'What we sent', 'What PIMS has'].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{candidates.flatMap(rowsOf)}</tbody>
      </table>
    </Box>
  );
}

function rowsOf({ id, fields, differences }: Candidate) {
  const where = id === '' ? 'The order' : `Line ${id}`;
  const isGone = Object.keys(fields).length === 0;
  return differences.map(({ field, sent, has }, index) => (
    <tr key={`${id} ${field}`}>
      <th scope="row">{where}</th>
      <td>
        <FieldName field={field} />
      </td>
      <td>{sent}</td>
      {(!isGone || index === 0) && (
        <td data-differs rowSpan={isGone ? differences.length : 1}>
          <EqualNot size={13} aria-hidden className={classes.mark} />
          {isGone ? 'The line is not there any more' : has || 'empty'}
        </td>
      )}
    </tr>
  ));
}
