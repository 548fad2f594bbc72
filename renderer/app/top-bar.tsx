import { AppShell, Kbd, UnstyledButton } from '@mantine/core';
import { Search } from 'lucide-react';
import { useChosenConnection } from './chosen-connection.ts';
import { runCommand } from './commands.ts';
import { ConnectionSwitcher } from './connection-switcher.tsx';
import { MOD } from './shortcuts.ts';
import classes from './top-bar.module.css';

/** The top bar. Its coloured band tells practice, test and live apart at a glance; the words beside it say the same. */
export function TopBar() {
  const kind = useChosenConnection()?.kind;
  return (
    <AppShell.Header className={classes.bar} data-kind={kind}>
      <span className={classes.name}>Order Desk</span>
      <ConnectionSwitcher />
      <UnstyledButton className={classes.search} onClick={() => runCommand('open-palette')}>
        <Search size={14} aria-hidden />
        <span className={classes.hint}>Search or run a command</span>
        <Kbd size="xs">{MOD}+K</Kbd>
      </UnstyledButton>
    </AppShell.Header>
  );
}
