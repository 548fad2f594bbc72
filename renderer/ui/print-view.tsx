import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './print-view.module.css';

/** What `window.print` prints while this is there, in place of the window. It is not to be seen on the screen. */
export function PrintView({ children }: { readonly children: ReactNode }) {
  return createPortal(<div className={classes.view}>{children}</div>, document.body);
}
