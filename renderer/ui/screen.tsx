import { Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import classes from './screen.module.css';
import { takesFocus, useKeptFocus } from './use-kept-focus.ts';

interface ScreenProps {
  readonly title: string;
  /** A few words beside the title, such as a count. */
  readonly subtitle?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** `fill` gives the body the rest of the height, for screens that scroll inside; `page` scrolls as a whole. */
  readonly body?: 'fill' | 'page';
  readonly children: ReactNode;
}

/** The frame of every screen. Coming to a screen moves the focus to its heading, so that it is read aloud. */
export function Screen({ title, subtitle, actions, body = 'fill', children }: ScreenProps) {
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [path] = useHashLocation();
  useKeptFocus(section);

  useEffect(() => {
    document.title = `${title} – Order Desk`;
  }, [title]);

  useEffect(() => {
    // The path is what makes it another screen; a title may change while a person types.
    void path;
    if (section.current?.contains(document.activeElement)) return;
    if (document.querySelector('[aria-modal="true"]') !== null) return;
    heading.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <section ref={section} className={classes.screen} aria-labelledby="screen-title">
      <header className={classes.head}>
        <div className={classes.titles}>
          <Title
            id="screen-title"
            ref={heading}
            order={1}
            size="h2"
            tabIndex={-1}
            className={classes.title}
            {...takesFocus}
          >
            {title}
          </Title>
          {subtitle !== undefined && (
            <Text component="div" size="sm" c="dimmed" className={classes.subtitle}>
              {subtitle}
            </Text>
          )}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={body === 'fill' ? classes.fill : classes.page}>{children}</div>
    </section>
  );
}
