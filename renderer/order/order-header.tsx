import { Anchor } from '@mantine/core';
import { type FieldGroup, groupFields, orderGroup } from '../../shared/orders/field-groups.ts';
import { addressPartLabel, fieldLabel } from '../../shared/orders/field-labels.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { hrefOf, paths } from '../app/routes.ts';
import { breakable } from '../ui/breakable.tsx';
import classes from './order.module.css';

interface OrderHeaderProps {
  readonly fields: PimsFields;
  /** The first group, of what is no address; that of an order unless said. */
  readonly main?: FieldGroup;
  /** One below the other, for a narrow column; else side by side. */
  readonly stacked?: boolean;
}

/** The filled header fields in groups, each with its label and its raw PIMS name. */
export function OrderHeader({ fields, main = orderGroup, stacked = false }: OrderHeaderProps) {
  return (
    <div className={stacked ? classes.stacked : classes.groups}>
      {groupFields(fields, main).map((group) => (
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
