import { Button, Fieldset } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Customer } from '../../shared/customers/customer.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { CustomerField } from './customer/customer-field.tsx';
import classes from './draft.module.css';
import { headerKey } from './draft-problems.ts';
import { FieldAdder } from './field-adder.tsx';
import { FurtherField } from './further-field.tsx';
import { type HeaderActions, HeaderField, headerInputId } from './header-field.tsx';
import { formFields, furtherFields, placeholderOf, type ReferenceChoice, spanOf } from './header-fields.ts';

interface HeaderFormProps {
  readonly header: PimsFields;
  readonly reference: ReferenceChoice;
  readonly problems: ReadonlyMap<string, string>;
  readonly actions: HeaderActions;
  readonly onCopyBilling: () => void;
  readonly onCustomer: (customer: Customer) => void;
  readonly readOnly: boolean;
  /** Why it can't be edited. */
  readonly note: ReactNode;
}

/** The header of a draft: reference, customer, location, the two addresses, and any further PIMS field. */
export function HeaderForm({
  header,
  reference,
  problems,
  actions,
  onCopyBilling,
  onCustomer,
  readOnly,
  note,
}: HeaderFormProps) {
  // A further field without a value is in no draft yet; it stands here until something is typed into it.
  const [added, setAdded] = useState<readonly string[]>([]);
  const { main, billing, shipping } = formFields(reference.field);
  const further = [...new Set([...added, ...furtherFields(header, { main, billing, shipping })])];

  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current !== null) document.getElementById(headerInputId(wanted.current))?.focus();
    wanted.current = null;
  });

  // What was submitted is for reading: inputs into which nothing was typed say nothing.
  const shown = (fields: readonly string[]) =>
    readOnly ? fields.filter((field) => (header[field] ?? '') !== '') : fields;
  const draw = (field: string) => {
    const props = {
      field,
      value: header[field] ?? '',
      problem: problems.get(headerKey(field)),
      actions,
      readOnly,
      placeholder: placeholderOf(field, reference),
      span: spanOf(field, reference.field),
      required: field === 'CUSTOMER_CODE',
    };
    return field === 'CUSTOMER_CODE' && !readOnly ? (
      <CustomerField key={field} {...props} onCustomer={onCustomer} />
    ) : (
      <HeaderField key={field} {...props} />
    );
  };

  return (
    <div className={classes.form}>
      {note}
      <div className={classes.fields}>{shown(main).map(draw)}</div>
      {shown(billing).length > 0 && (
        <Fieldset legend="Billing" className={classes.block ?? ''}>
          <div className={classes.fields}>{shown(billing).map(draw)}</div>
        </Fieldset>
      )}
      {shown(shipping).length > 0 && (
        <Fieldset legend="Shipping" className={classes.block ?? ''}>
          {!readOnly && (
            <Button
              variant="default"
              size="compact-xs"
              className={classes.copyBilling ?? ''}
              onClick={onCopyBilling}
            >
              Same as billing
            </Button>
          )}
          <div className={classes.fields}>{shown(shipping).map(draw)}</div>
        </Fieldset>
      )}
      {(!readOnly || further.length > 0) && (
        <Fieldset legend="Further fields" className={classes.block ?? ''}>
          {further.map((field) => (
            <FurtherField
              key={field}
              field={field}
              value={header[field] ?? ''}
              problem={problems.get(headerKey(field))}
              actions={actions}
              readOnly={readOnly}
              onRemove={() => {
                actions.type(field, '');
                actions.leave(field);
                setAdded(added.filter((one) => one !== field));
                document.getElementById('add-ORDERS-field')?.focus();
              }}
            />
          ))}
          {!readOnly && (
            <FieldAdder
              table="ORDERS"
              label="Add a field"
              example="PO_NUMBER"
              present={[...main, ...billing, ...shipping, ...further]}
              onAdd={(field) => {
                setAdded([...added, field]);
                wanted.current = field;
              }}
            />
          )}
        </Fieldset>
      )}
    </div>
  );
}
