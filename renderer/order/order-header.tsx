import { Anchor } from '@mantine/core';
import { groupFields } from '../../shared/orders/field-groups.ts';
import { addressPartLabel, fieldLabel } from '../../shared/orders/field-labels.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { hrefOf, paths } from '../app/routes.ts';
import { breakable } from '../ui/breakable.tsx';
import classes from './order.module.css';

interface OrderHeaderProps {
  readonly fields: PimsFields;
  /** One below the other, for a narrow column; else side by side. */
  readonly stacked?: boolean;
}

/** The filled header fields in groups, each with its label and its raw PIMS name. */
export function OrderHeader({ fields, stacked = false }: OrderHeaderProps) {
  return (
    <div className={stacked ? classes.stacked : classes.groups}>
      {groupFields(fields).map((group) => (
        <section key={group.title} className={classes.group} aria-label={group.title}>
          <h2 className={classes.groupTitle}>{group.title}</h2>
          <dl className={classes.list}>
            {group.fields.map((field) => (
              <div key={field} className={classes.pair}>
                <dt title={field}>
                  {addressPartLabel(field) ?? fieldLabel(field)} <span className={classes.raw}>{field}</span>
                </dt>
                <dd>
                  <FieldValue field={field} value={fields[field] ?? ''} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

interface FieldValueProps {
  readonly field: string;
  readonly value: string;
}

/** A Shopify number leads to what became of that order. */
function FieldValue({ field, value }: FieldValueProps) {
  if (field === 'SHOPIFY_ORDER_NUMBER') {
    return (
      <Anchor
        href={hrefOf(paths.findShopify(value.trim()))}
        size="sm"
        aria-label={`Look up Shopify order ${value}`}
      >
        {value}
      </Anchor>
    );
  }
  return breakable(value, /(?<=[@,;/])/);
}
