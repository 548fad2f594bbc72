import { Button, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useChangePreferences, usePrices } from '../app/preferences.ts';
import { PriceForm } from './price-form.tsx';
import classes from './usage.module.css';
import { priceWords } from './usage-words.ts';

/** The prices that the bill is reckoned with, and a way to change them. */
export function PriceSection() {
  const prices = usePrices();
  const change = useChangePreferences();
  const [isEdited, setEdited] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEdited = useRef(false);
  // The form that had the focus is gone.
  useEffect(() => {
    if (wasEdited.current && !isEdited) button.current?.focus();
    wasEdited.current = isEdited;
  }, [isEdited]);
  return (
    <section aria-labelledby="price-title">
      <Title id="price-title" order={2} size="h3" className={classes.heading}>
        Price list
      </Title>
      {isEdited ? (
        <PriceForm
          prices={prices}
          onCancel={() => setEdited(false)}
          onSave={(priceList) => {
            change({ priceList });
            setEdited(false);
          }}
        />
      ) : (
        <div className={classes.prices}>
          <Text size="sm">{priceWords(prices)}.</Text>
          <Button ref={button} variant="default" onClick={() => setEdited(true)}>
            Change…
          </Button>
        </div>
      )}
    </section>
  );
}
