import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { MenuCommand } from '../../shared/ipc/menu-commands.ts';

/** Something that the palette offers besides the menu's commands, while a screen shows it. */
export interface ScreenAction {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

interface Registered {
  readonly name: MenuCommand;
  readonly run: () => void;
}

/* Menu events and the palette come from outside of React's tree, so what they can run is kept beside it. */
let commands: readonly Registered[] = [];
let actions: readonly ScreenAction[] = [];
let awaited: MenuCommand | null = null;
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function useLatest(handler: () => void): () => void {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useRef(() => latest.current()).current;
}

/** Answers a command of the menu and of the palette while the component is there. The one registered last wins. */
export function useCommand(
  name: MenuCommand,
  handler: () => void,
  { enabled = true }: { enabled?: boolean } = {},
): void {
  const run = useLatest(handler);
  useEffect(() => {
    if (!enabled) return;
    const registered: Registered = { name, run };
    commands = [...commands, registered];
    changed();
    if (awaited === name) {
      awaited = null;
      run();
    }
    return () => {
      commands = commands.filter((one) => one !== registered);
      changed();
    };
  }, [name, run, enabled]);
}

/** Offers an action of the present screen in the palette, under its label. */
export function useScreenAction(
  id: string,
  label: string,
  handler: () => void,
  { enabled = true }: { enabled?: boolean } = {},
): void {
  const run = useLatest(handler);
  useEffect(() => {
    if (!enabled) return;
    const action: ScreenAction = { id, label, run };
    actions = [...actions, action];
    changed();
    return () => {
      actions = actions.filter((one) => one !== action);
      changed();
    };
  }, [id, label, run, enabled]);
}

/** Runs a command; false when nothing on the present screen answers it. */
export function runCommand(name: MenuCommand): boolean {
  const registered = commands.findLast((one) => one.name === name);
  registered?.run();
  return registered !== undefined;
}

/** Runs a command as soon as the screen that is coming registers it. */
export function runOnceRegistered(name: MenuCommand): void {
  awaited = name;
}

/** The commands that something answers now. */
export function useAvailableCommands(): ReadonlySet<MenuCommand> {
  const present = useSyncExternalStore(subscribe, () => commands);
  return new Set(present.map((command) => command.name));
}

/** The actions that the present screen offers. */
export function useScreenActions(): readonly ScreenAction[] {
  return useSyncExternalStore(subscribe, () => actions);
}
