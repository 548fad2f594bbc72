import { Alert, Button, Group, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ErrorCode, isKeychainCode } from '../../shared/errors.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { CallError } from '../bridge/call.ts';

interface ErrorNoticeProps {
  readonly error: Error | { readonly code: ErrorCode; readonly message: string };
  /** What "Try again" does; without it the button is not there. */
  readonly onRetry?: () => void;
  readonly retrying?: boolean;
  /** True within Settings, where "Open Settings" would lead nowhere. */
  readonly settingsHere?: boolean;
  /** Further buttons. */
  readonly actions?: ReactNode;
}

/** Says what went wrong, where, and how to go on. */
export function ErrorNotice({
  error,
  onRetry,
  retrying = false,
  settingsHere = false,
  actions,
}: ErrorNoticeProps) {
  const goTo = useGoTo();
  const code = codeOf(error);
  const inSettings = !settingsHere && mendedInSettings(code);
  return (
    <Alert
      color="red"
      variant="light"
      icon={<CircleAlert aria-hidden />}
      title={titleOf(code)}
      role="alert"
      mb="xs"
      flex="none"
    >
      <Text size="sm">{messageOf(error)}</Text>
      {(onRetry !== undefined || inSettings || actions !== undefined) && (
        <Group gap="xs" mt="xs">
          {onRetry !== undefined && (
            <Button variant="default" onClick={onRetry} loading={retrying}>
              Try again
            </Button>
          )}
          {inSettings && (
            <Button variant="default" onClick={() => goTo(paths.settings())}>
              Open Settings
            </Button>
          )}
          {actions}
        </Group>
      )}
    </Alert>
  );
}

function codeOf(error: ErrorNoticeProps['error']): ErrorCode {
  return error instanceof CallError || 'code' in error ? error.code : 'internal';
}

/** The sentence for the person. An error that is no answer of the main process has none, only a programmer's words. */
export function messageOf(error: ErrorNoticeProps['error']): string {
  if (error instanceof CallError || 'code' in error) return error.message;
  return 'Something in Order Desk failed. Try again; if this stays, quit Order Desk and start it again.';
}

/** True when the way on is Settings: another secret, the keychain, a CA file. */
export function mendedInSettings(code: ErrorCode): boolean {
  return code === 'unauthorized' || code === 'secret-missing' || code === 'not-pims' || isKeychainCode(code);
}

function titleOf(code: ErrorCode): string {
  if (isKeychainCode(code)) return 'The system keychain could not be used';
  switch (code) {
    case 'unreachable':
      return 'PIMS can’t be reached';
    case 'unknown-outcome':
      return 'It is not known whether this arrived';
    case 'rejected':
      return 'PIMS refused this';
    case 'unauthorized':
      return 'PIMS did not accept the API ID and secret';
    case 'rate-limited':
      return 'PIMS asks to wait';
    case 'not-pims':
      return 'Somebody else answered in place of PIMS';
    case 'secret-missing':
      return 'The API secret is missing';
    case 'not-found':
      return 'Not found';
    case 'cancelled':
      return 'Cancelled';
    case 'conflict':
    case 'invalid-input':
      return 'This can’t be done';
    case 'forbidden':
    case 'internal':
      return 'Something went wrong';
  }
}
