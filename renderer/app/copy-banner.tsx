import { CopyX } from 'lucide-react';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { copyBannerWords } from '../outbox/copy/copy-words.ts';
import classes from './copy-banner.module.css';
import { hrefOf, paths, useScreenRoute } from './routes.ts';

/** Says on every screen that nothing is sent, for as long as the data folder may be a copy. The outbox says it itself. */
export function CopyBanner() {
  const copy = useDeskQuery('outbox.copy', {}).data;
  const { screen } = useScreenRoute();
  if (copy == null || screen === 'outbox') return null;
  return (
    <aside className={classes.banner} aria-label="About the data folder">
      <CopyX size={14} aria-hidden />
      <span>
        {copyBannerWords(copy.why)} <a href={hrefOf(paths.outbox())}>Choose in the outbox</a>
      </span>
    </aside>
  );
}
