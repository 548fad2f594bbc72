import { AppShell } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyBanner } from './copy-banner.tsx';
import { PracticeBanner } from './practice-banner.tsx';
import { usePreferences } from './preferences.ts';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';

const MAIN_ID = 'main';

/** What surrounds every screen: top bar, rail, banner, status bar. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const collapsed = usePreferences()?.railCollapsed ?? false;
  const skip = (): void => {
    document.getElementById(MAIN_ID)?.focus();
  };
  return (
    <AppShell
      header={{ height: 44 }}
      footer={{ height: 28 }}
      navbar={{ width: collapsed ? 52 : 180, breakpoint: 0 }}
      transitionDuration={0}
      padding={0}
    >
      <button type="button" className={classes.skip} onClick={skip}>
        Skip to the content
      </button>
      <TopBar />
      <Rail collapsed={collapsed} />
      <AppShell.Main id={MAIN_ID} tabIndex={-1} className={classes.main}>
        <CopyBanner />
        <PracticeBanner />
        {children}
      </AppShell.Main>
      <StatusBar />
    </AppShell>
  );
}
