import { Screen } from '../ui/screen.tsx';

/** Connections, appearance, network and what support asks for. */
export function SettingsScreen() {
  return <Screen title="Settings">{null}</Screen>;
}
