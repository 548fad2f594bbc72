import { ActionIcon, Tooltip } from '@mantine/core';
import { X } from 'lucide-react';
import classes from './draft.module.css';
import { type HeaderActions, HeaderField } from './header-field.tsx';

interface FurtherFieldProps {
  readonly field: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly actions: HeaderActions;
  readonly readOnly: boolean;
  readonly onRemove: () => void;
}

/** A header field that the person added by its PIMS name, with a button that takes it away again. */
export function FurtherField({ onRemove, ...field }: FurtherFieldProps) {
  return (
    <div className={classes.further}>
      <HeaderField {...field} />
      {!field.readOnly && (
        <Tooltip label={`Remove ${field.field}`}>
          <ActionIcon variant="subtle" color="gray" onClick={onRemove} aria-label={`Remove ${field.field}`}>
            <X size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
