import { TextInput, type TextInputProps } from '@mantine/core';
import { memo } from 'react';
import { addressPartLabel, fieldLabel } from '../../shared/orders/field-labels.ts';
import classes from './draft.module.css';

/** What the inputs of a draft tell. The functions keep their identity, so that inputs are drawn only when they change. */
export interface HeaderActions {
  readonly type: (field: string, value: string) => void;
  readonly leave: (field: string) => void;
}

export interface HeaderFieldProps {
  readonly field: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly actions: HeaderActions;
  readonly readOnly: boolean;
  readonly placeholder?: string;
  readonly required?: boolean;
  /** How many of the form's 12 columns it takes. */
  readonly span?: number;
}

/** One header field: its label, its raw PIMS name, its input. */
export const HeaderField = memo(function HeaderField(props: HeaderFieldProps) {
  return <TextInput {...headerInputProps(props)} />;
});

/** What every input of the header has. */
export function headerInputProps(props: HeaderFieldProps): TextInputProps {
  const { field, value, problem, actions, readOnly, placeholder, required, span } = props;
  return {
    id: headerInputId(field),
    label: addressPartLabel(field) ?? fieldLabel(field),
    description: field,
    inputWrapperOrder: ['label', 'description', 'input', 'error'],
    classNames: {
      root: classes.field ?? '',
      label: classes.label ?? '',
      description: classes.raw ?? '',
      wrapper: classes.input ?? '',
      error: classes.error ?? '',
    },
    style: span === undefined ? undefined : { gridColumn: `span ${span}` },
    title: value.length > 20 ? value : undefined,
    value,
    error: problem,
    'aria-required': required,
    withAsterisk: required === true,
    placeholder,
    readOnly,
    autoComplete: 'off',
    spellCheck: false,
    maxLength: 2_000,
    onChange: (event) => actions.type(field, event.currentTarget.value),
    onBlur: () => actions.leave(field),
  };
}

/** The id of the input of a header field. */
export function headerInputId(field: string): string {
  return `header-${field}`;
}
