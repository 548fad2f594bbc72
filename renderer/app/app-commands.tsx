import { lazy, Suspense, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MenuCommand } from '../../shared/ipc/menu-commands.ts';
import { useDeskEvent } from '../bridge/use-desk-event.ts';
import { notify } from '../ui/notify.tsx';
import { useAppearance } from './appearance.ts';
import { runCommand, runOnceRegistered, useCommand, useScreenAction } from './commands.ts';
import { paths, useGoTo } from './routes.ts';
import { loadDailyScreens } from './screen-of.tsx';

const loadPalette = async () => ({ default: (await import('./command-palette.tsx')).CommandPalette });
const CommandPalette = lazy(loadPalette);

/** What the menu's commands do wherever a person is. The menu binds the keys; the page only listens. */
export function AppCommands() {
  const goTo = useGoTo();
  const { toggle } = useAppearance();
  const [paletteAsked, setPaletteAsked] = useState(0);

  // This code comes when the first screen is drawn, so that it neither holds that up nor is waited for.
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      void loadPalette();
      loadDailyScreens();
    });
    return () => cancelIdleCallback(idle);
  }, []);

  useCommand('new-order', () => goTo(paths.newOrder()));
  useCommand('go-orders', () => goTo(paths.orders()));
  useCommand('go-drafts', () => goTo(paths.drafts()));
  useCommand('go-outbox', () => goTo(paths.outbox()));
  useCommand('go-import', () => goTo(paths.import()));
  useDeskEvent('import.opened', () => goTo(paths.import()));
  useCommand('go-settings', () => goTo(paths.settings()));
  useCommand('open-palette', () => setPaletteAsked((count) => count + 1));
  useCommand('toggle-appearance', toggle);
  useCommand('show-shortcuts', () => void import('./shortcut-help.tsx').then((help) => help.showShortcuts()));
  useScreenAction('go-day-check', 'Go to Day check', () => goTo(paths.dayCheck()));
  useScreenAction('go-shopify', 'Go to Shopify lookup', () => goTo(paths.shopify()));
  useScreenAction('go-usage', 'Go to Usage and cost', () => goTo(paths.usage()));
  useScreenAction('go-customers', 'Go to Customers', () => goTo(paths.customers()));
  useScreenAction(
    'new-from-template',
    'New order from a template',
    () => void import('../drafts/template-list.tsx').then((templates) => templates.showTemplates()),
  );
  // A screen with something to look through registers its own; from anywhere else it is Orders.
  useCommand('find', () => {
    runOnceRegistered('find');
    goTo(paths.orders());
  });

  useDeskEvent('command', ({ name }) => {
    if (!worksBesideDialog(name) && document.querySelector('[aria-modal="true"]') !== null) {
      notify('info', 'Close the open dialog first.');
      return;
    }
    // At once, as for a key press in the page: a dialog remembers where the focus was in an effect, which must not come
    // after the dialog has taken the focus.
    const isRun = flushSync(() => runCommand(name));
    if (!isRun) notify('info', 'There is nothing here to submit. Open a draft first.');
  });

  if (paletteAsked === 0) return null;
  return (
    <Suspense fallback={null}>
      <CommandPalette asked={paletteAsked} />
    </Suspense>
  );
}

/** Whatever leads elsewhere would throw away what was typed in the dialog. Ctrl+K in the palette itself does nothing. */
function worksBesideDialog(name: MenuCommand): boolean {
  if (name === 'open-palette') return document.querySelector('.mantine-Spotlight-content') !== null;
  return name === 'toggle-appearance';
}
