import { useEffect } from 'react';
import { warningToTell } from '../../shared/usage/warnings.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { notify } from '../ui/notify.tsx';
import { warningWords } from '../usage/usage-words.ts';
import { useChosenConnection } from './chosen-connection.ts';
import { useChangePreferences, usePreferences } from './preferences.ts';
import { paths, readPath, useGoTo } from './routes.ts';

/** Tells once a month when 80 %, and when all, of the chosen connection's included requests are used. */
export function UsageNote() {
  const goTo = useGoTo();
  const status = useDeskQuery('status.read', {}).data;
  const connection = useChosenConnection();
  const preferences = usePreferences();
  const changePreferences = useChangePreferences();

  useEffect(() => {
    if (status === undefined || connection === undefined || preferences === undefined) return;
    // Between two connections the status may still be the old one's.
    if (connection.id !== status.connectionId || connection.kind === 'practice') return;
    const { priceList, toldWarnings } = preferences;
    const { month, requests } = status.usage;
    const level = warningToTell(status.usage, priceList.includedRequests, toldWarnings[connection.id]);
    if (level === null) return;
    changePreferences({ toldWarnings: { ...toldWarnings, [connection.id]: { month, level } } });
    // There the page says it itself.
    if (readPath(location.hash.slice(1))?.screen === 'usage') return;
    notify('info', warningWords(level, requests, priceList), {
      label: 'Usage and cost',
      run: () => goTo(paths.usage()),
    });
  }, [status, connection, preferences, changePreferences, goTo]);

  return null;
}
