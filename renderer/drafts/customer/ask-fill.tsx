import { Button, Group, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { Customer } from '../../../shared/customers/customer.ts';
import { fieldLabel } from '../../../shared/orders/field-labels.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { headerInputId } from '../header-field.tsx';
import type { FillChoice } from './chosen-customer.ts';

interface FillQuestion {
  readonly customer: Customer;
  readonly header: PimsFields;
  /** See `filledOtherwise`; at least one. */
  readonly otherwise: readonly string[];
}

/** Asks whose addresses the order is to have: what was typed stays, or gives way. Null when the customer is not to be chosen. */
export function askFill(question: FillQuestion): Promise<FillChoice | null> {
  return new Promise((resolve) => {
    let choice: FillChoice | null = null;
    const { name, code } = question.customer;
    const id = modals.open({
      title: `Use the addresses of ${name ?? code}?`,
      size: 'lg',
      children: (
        <Question
          {...question}
          onAnswer={(answer) => {
            choice = answer;
            modals.close(id);
          }}
        />
      ),
      returnFocus: false,
      onClose: () => {
        resolve(choice);
        requestAnimationFrame(() => document.getElementById(headerInputId('CUSTOMER_CODE'))?.focus());
      },
    });
  });
}

interface QuestionProps extends FillQuestion {
  readonly onAnswer: (answer: FillChoice | null) => void;
}

function Question({ customer, header, otherwise, onAnswer }: QuestionProps) {
  const count = otherwise.length;
  return (
    <>
      <Text size="sm" mb="xs">
        {count === 1 ? 'One field says' : `${count} fields say`} something else than PIMS has for{' '}
        {customer.code}.
      </Text>
      <Table.ScrollContainer minWidth={400} maxHeight={260}>
        <Table fz="sm" verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Field</Table.Th>
              <Table.Th scope="col">In this order</Table.Th>
              <Table.Th scope="col">Of the customer</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {otherwise.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row" fw={400} c="dimmed">
                  {fieldLabel(field)}
                </Table.Th>
                <Table.Td>{header[field]}</Table.Td>
                <Table.Td>{customer.fields[field]?.trim() || '(empty)'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={() => onAnswer(null)}>
          Cancel
        </Button>
        <Button variant="default" onClick={() => onAnswer('all')}>
          Replace all
        </Button>
        {/* The safe answer has the focus: nothing typed is lost by a held Enter. */}
        <Button data-autofocus onClick={() => onAnswer('empty-only')}>
          Fill only what is empty
        </Button>
      </Group>
    </>
  );
}
