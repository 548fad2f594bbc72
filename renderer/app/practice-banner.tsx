import { CloseButton } from '@mantine/core';
import { Info } from 'lucide-react';
import { useChosenConnection } from './chosen-connection.ts';
import classes from './practice-banner.module.css';
import { useChangePreferences, usePreferences } from './preferences.ts';
import { hrefOf, paths } from './routes.ts';

/** Says on the practice connection that nothing there is real, until it is put away. */
export function PracticeBanner() {
  const connection = useChosenConnection();
  const preferences = usePreferences();
  const changePreferences = useChangePreferences();
  if (connection?.kind !== 'practice' || preferences?.practiceBannerClosed !== false) return null;
  return (
    <aside className={classes.banner} aria-label="About the practice server">
      <Info size={14} aria-hidden />
      <span className={classes.text}>
        Practice server: nothing here reaches PIMS.{' '}
        <a href={hrefOf(paths.settings())}>Add your own connection</a> when you are ready.
      </span>
      <CloseButton
        size="sm"
        aria-label="Put this note away"
        onClick={() => changePreferences({ practiceBannerClosed: true })}
      />
    </aside>
  );
}
