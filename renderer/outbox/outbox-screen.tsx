import { Screen } from '../ui/screen.tsx';

/** The submissions on their way to PIMS. */
export function OutboxScreen() {
  return <Screen title="Outbox">{null}</Screen>;
}
