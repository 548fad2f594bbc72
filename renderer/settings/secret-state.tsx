import { KeyRound, TriangleAlert } from 'lucide-react';
import type { SecretKeeping } from '../../shared/connections/connection.ts';
import classes from './secret-state.module.css';

/** Where a connection's secret is, in words. */
export function SecretState({ secret }: { readonly secret: SecretKeeping }) {
  return (
    <span className={classes.state} data-missing={secret === 'missing' || undefined}>
      {secret === 'missing' ? <TriangleAlert size={13} aria-hidden /> : <KeyRound size={13} aria-hidden />}
      {secretWords(secret)}
    </span>
  );
}

function secretWords(secret: SecretKeeping): string {
  switch (secret) {
    case 'keychain':
      return 'Secret in the system keychain';
    case 'memory':
      return 'Secret kept until you quit';
    case 'missing':
      return 'Secret is missing or can’t be read';
  }
}
