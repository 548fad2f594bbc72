import { fieldLabel } from '../../../shared/orders/field-labels.ts';
import { breakable } from '../../ui/breakable.tsx';
import classes from './comparison.module.css';

/** What people call a field, and its raw PIMS name: a name may be of the billing or of the shipping address. */
export function FieldName({ field }: { readonly field: string }) {
  return (
    <>
      {fieldLabel(field)}
      <span className={classes.raw}>{breakable(field, /(?<=_)/)}</span>
    </>
  );
}
