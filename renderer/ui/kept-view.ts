import { useState } from 'react';

/** What a screen shows besides its data, kept while the person is elsewhere. */
interface KeptView<View> {
  /** The view, and a function that changes parts of it. */
  readonly useView: () => readonly [View, (change: Partial<View>) => void];
  /** The next screen begins as the first one did. */
  readonly forget: () => void;
}

/** Keeps a screen's view outside of it: going elsewhere and back finds everything as it was left. */
export function createKeptView<View>(start: View): KeptView<View> {
  let kept = start;
  return {
    useView() {
      const [view, setView] = useState(kept);
      return [
        view,
        (change) => {
          kept = { ...kept, ...change };
          setView(kept);
        },
      ];
    },
    forget() {
      kept = start;
    },
  };
}
