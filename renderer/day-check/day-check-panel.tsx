import { Box, Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { DayDifference, DayRow } from '../../shared/outbox/day-check.ts';
import { differenceWords, furtherWords, lineWords } from '../../shared/outbox/day-check-words.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { FieldName } from '../outbox/decision/field-name.tsx';
import { useGoToOn } from '../outbox/go-to-on.ts';
import { showFirst } from '../outbox/shown-first.ts';
import { When } from '../ui/when.tsx';
import classes from './day-check.module.css';
import { VerdictLabel } from './verdict-label.tsx';

/** Differences drawn at first and added by each "Show more": an order of thousands of lines may have lost all. */
const PAGE = 100;

/** One order of the check: everything in which PIMS is not as it was submitted, and the ways on. */
export function DayCheckPanel({ row }: { readonly row: DayRow }) {
  const [limit, setLimit] = useState(PAGE);
  const { reference, orderNumber, differences, verdict, why, problem, checkedAt, submissions } = row;
  const shown = differences.slice(0, limit);
  const left = differences.length - shown.length;
  const further = furtherWords(row);
  return (
    <section
      className={classes.panel}
      aria-label={`Order ${orderNumber ?? reference}`}
      data-differs={differences.length > 0 || undefined}
    >
      <div className={classes.head}>
        <Group gap="sm">
          <Title order={2} size="h4">
            {orderNumber === null ? reference : `Order ${orderNumber}`}
          </Title>
          <VerdictLabel verdict={verdict} />
          {checkedAt !== null && (
            <Text size="sm" c="dimmed">
              PIMS was asked <When iso={checkedAt} />
            </Text>
          )}
        </Group>
        <WaysOn row={row} />
      </div>
      {/* Focusable, so that a long list scrolls with the keys. */}
      <Box className={classes.body} tabIndex={0}>
        {why !== '' && <Text size="sm">{why}</Text>}
        {problem !== '' && <Text size="sm">{problem}</Text>}
        {verdict === 'same' && <Text size="sm">Everything is in PIMS as it was submitted.</Text>}
        {submissions > 1 && <Text size="sm">It was submitted {submissions} times in this period.</Text>}
        {further !== '' && <Text size="sm">{further}</Text>}
        {shown.length > 0 && <Differences differences={shown} />}
        {left > 0 && (
          <Button variant="subtle" mt={4} onClick={() => setLimit(limit + PAGE)}>
            Show more ({left.toLocaleString()} further differences)
          </Button>
        )}
      </Box>
    </section>
  );
}

function WaysOn({ row }: { readonly row: DayRow }) {
  const goTo = useGoTo();
  const goToOn = useGoToOn();
  const { orderNumber, connectionId, submissionId, draftId, state, reference } = row;
  const openSubmission = (): void => {
    showFirst(submissionId);
    goTo(paths.outbox());
  };
  return (
    <Group gap="xs">
      {row.verdict === 'missing' && reference !== '' && (
        <Button variant="default" onClick={() => void goToOn(connectionId, paths.findOrders(reference))}>
          Look for the reference
        </Button>
      )}
      {orderNumber !== null && (
        <Button variant="default" onClick={() => void goToOn(connectionId, paths.order(orderNumber))}>
          Open the order
        </Button>
      )}
      {state === 'withdrawn' && (
        <Button variant="default" onClick={() => void goToOn(connectionId, paths.draft(draftId))}>
          Open the draft
        </Button>
      )}
      <Button variant="default" onClick={openSubmission}>
        Show in the outbox
      </Button>
    </Group>
  );
}

function Differences({ differences }: { readonly differences: readonly DayDifference[] }) {
  return (
    <table className={classes.differences} aria-label="What differs in PIMS">
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Field</th>
          <th scope="col">What was sent</th>
          <th scope="col">What PIMS has</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((one) => (
          <tr key={`${one.kind} ${one.line} ${one.item} ${one.field}`}>
            <th scope="row">{one.line === null ? 'The order' : lineWords(one.line, one.item)}</th>
            {one.kind === 'field' ? (
              <>
                <td>
                  <FieldName field={one.field} />
                </td>
                <td>{one.sent}</td>
                <td data-differs>{one.has === '' ? 'empty' : one.has}</td>
              </>
            ) : (
              <td colSpan={3} data-differs>
                {differenceWords(one)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
