import { Menu, UnstyledButton } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { KindBadge } from '../ui/kind-badge.tsx';
import { useChooseConnection } from './choose-connection.ts';
import classes from './connection-switcher.module.css';
import { paths, useGoTo } from './routes.ts';

/** Shows which PIMS everything on screen belongs to, and changes it. */
export function ConnectionSwitcher() {
  const connections = useDeskQuery('connections.list', {});
  const chosen = connections.data?.find((connection) => connection.chosen);
  const choose = useChooseConnection();
  const goTo = useGoTo();

  if (connections.isPending) return null;
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <UnstyledButton
          className={classes.target}
          aria-label={
            chosen === undefined ? 'No connection is chosen' : `Connection: ${chosen.name} (${chosen.kind})`
          }
        >
          <span className={classes.name}>{chosen?.name ?? 'No connection'}</span>
          {chosen !== undefined && <KindBadge kind={chosen.kind} />}
          <ChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={chosen?.id ?? ''}
          onChange={(id) => {
            const next = connections.data?.find((connection) => connection.id === id);
            if (next !== undefined) void choose(next.id);
          }}
        >
          {connections.data?.map((connection) => (
            <Menu.RadioItem
              key={connection.id}
              value={connection.id}
              closeMenuOnClick
              rightSection={<KindBadge kind={connection.kind} />}
            >
              {connection.name}
              {connection.secret === 'missing' && <span className={classes.problem}>Secret is missing</span>}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={() => goTo(paths.settings())}>Manage connections…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
