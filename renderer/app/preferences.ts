import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Preferences, PreferencesPatch } from '../../shared/preferences/preferences.ts';
import { type PriceList, usualPriceList } from '../../shared/usage/pricing.ts';
import { callDesk } from '../bridge/call.ts';
import { deskKey } from '../bridge/query-client.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';

const key = deskKey('preferences.read', {});

/** What this person chose; read before the first screen is drawn, so it is there from the start. */
export function usePreferences(): Preferences | undefined {
  return useDeskQuery('preferences.read', {}).data;
}

/** What requests cost at this desk. */
export function usePrices(): PriceList {
  return usePreferences()?.priceList ?? usualPriceList;
}

/** Answers a function that remembers a choice. It shows at once; when it can't be kept, that is said. */
export function useChangePreferences(): (patch: PreferencesPatch) => void {
  const client = useQueryClient();
  return useCallback(
    (patch) => {
      client.setQueryData<Preferences>(key, (present) => (present ? withPatch(present, patch) : present));
      callDesk('preferences.change', patch).catch((error: Error) => {
        notify('problem', `This choice could not be remembered. ${messageOf(error)}`);
      });
    },
    [client],
  );
}

function withPatch(present: Preferences, patch: PreferencesPatch): Preferences {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...present, ...Object.fromEntries(given) };
}
