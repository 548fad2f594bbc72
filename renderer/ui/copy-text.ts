import { notify } from './notify.tsx';

/** Puts a text on the clipboard, and says so when the system does not allow it. */
export function copyText(text: string): void {
  navigator.clipboard.writeText(text).catch(() => {
    notify('problem', 'The clipboard could not be written. Try again.');
  });
}
