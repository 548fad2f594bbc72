import { AppShell, Tooltip } from '@mantine/core';
import {
  FilePen,
  FileSpreadsheet,
  type LucideIcon,
  PanelLeftClose,
  PanelLeftOpen,
  Plus,
  Search,
  Send,
  Settings,
  ShoppingBag,
  Users,
} from 'lucide-react';
import { outboxWords } from '../../shared/outbox/outbox-words.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { useChangePreferences } from './preferences.ts';
import classes from './rail.module.css';
import { hrefOf, paths, type Route, useScreenRoute } from './routes.ts';

interface Place {
  readonly label: string;
  readonly path: string;
  readonly Icon: LucideIcon;
  readonly screens: readonly Route['screen'][];
  readonly count?: Count | undefined;
}

interface Count {
  readonly shown: number;
  /** What is counted, for screen readers and the tooltip: "3 waiting, 1 needs you". */
  readonly words: string;
  readonly urgent: boolean;
}

/** The left rail: where a person can go. */
export function Rail({ collapsed }: { readonly collapsed: boolean }) {
  const route = useScreenRoute();
  const changePreferences = useChangePreferences();
  const places: readonly Place[] = [
    { label: 'Orders', path: paths.orders(), Icon: Search, screens: ['orders', 'order'] },
    { label: 'New order', path: paths.newOrder(), Icon: Plus, screens: ['new'] },
    {
      label: 'Drafts',
      path: paths.drafts(),
      Icon: FilePen,
      screens: ['drafts', 'draft'],
      count: useDraftCount(),
    },
    {
      label: 'Outbox',
      path: paths.outbox(),
      Icon: Send,
      screens: ['outbox', 'day-check'],
      count: useOutboxCount(),
    },
    { label: 'Import', path: paths.import(), Icon: FileSpreadsheet, screens: ['import'] },
    { label: 'Shopify lookup', path: paths.shopify(), Icon: ShoppingBag, screens: ['shopify'] },
    { label: 'Customers', path: paths.customers(), Icon: Users, screens: ['customers', 'customer'] },
    { label: 'Settings', path: paths.settings(), Icon: Settings, screens: ['settings'] },
  ];
  const Fold = collapsed ? PanelLeftOpen : PanelLeftClose;
  const foldLabel = collapsed ? 'Show the names of the screens' : 'Show icons only';
  return (
    <AppShell.Navbar className={classes.rail} aria-label="Screens" data-collapsed={collapsed || undefined}>
      <ul className={classes.places}>
        {places.map((place) => (
          <li key={place.path}>
            <RailLink place={place} collapsed={collapsed} here={place.screens.includes(route.screen)} />
          </li>
        ))}
      </ul>
      <Tooltip label={foldLabel} position="right">
        <button
          type="button"
          className={classes.fold}
          aria-label={foldLabel}
          onClick={() => changePreferences({ railCollapsed: !collapsed })}
        >
          <Fold size={16} aria-hidden />
        </button>
      </Tooltip>
    </AppShell.Navbar>
  );
}

interface RailLinkProps {
  readonly place: Place;
  readonly collapsed: boolean;
  readonly here: boolean;
}

function RailLink({ place, collapsed, here }: RailLinkProps) {
  const { label, path, Icon, count } = place;
  const name = count === undefined ? label : `${label}, ${count.words}`;
  return (
    <Tooltip label={name} position="right" disabled={!collapsed && count === undefined}>
      <a
        href={hrefOf(path)}
        className={classes.place}
        aria-label={name}
        aria-current={here ? 'page' : undefined}
      >
        <Icon size={16} aria-hidden className={classes.icon} />
        {!collapsed && <span className={classes.label}>{label}</span>}
        {count !== undefined && (
          <span className={classes.count} data-urgent={count.urgent || undefined}>
            {count.shown > 999 ? '999+' : count.shown}
          </span>
        )}
      </a>
    </Tooltip>
  );
}

function useDraftCount(): Count | undefined {
  const drafts = useDeskQuery('drafts.list', {}).data;
  const open = drafts?.filter((draft) => draft.state === 'open').length ?? 0;
  if (open === 0) return undefined;
  return { shown: open, words: open === 1 ? '1 draft' : `${open} drafts`, urgent: false };
}

function useOutboxCount(): Count | undefined {
  const outbox = useDeskQuery('status.read', {}).data?.outbox;
  if (outbox === undefined) return undefined;
  const shown = outbox.waiting + outbox.needsYou;
  if (shown === 0) return undefined;
  return { shown, words: outboxWords(outbox), urgent: outbox.needsYou > 0 };
}
