import type { ReactNode } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className: string | undefined;
  /** Takes the focus when its dialog opens: the keys scroll it, and no key that is held down answers the dialog. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

/** What is longer than its place. It can be focused, so that it scrolls by the keys too. */
export function ScrollRegion({ label, className, takesFocus = false, children }: ScrollRegionProps) {
  return (
    <section
      className={className}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which has to work from the keyboard too
      tabIndex={0}
      data-autofocus={takesFocus || undefined}
    >
      {children}
    </section>
  );
}
