import type { Draft, Template } from '../../shared/drafts/draft.ts';
import type { DraftId } from '../../shared/ids.ts';
import { callDesk } from '../bridge/call.ts';
import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';
import { askTemplateName } from './template-name.tsx';

/*
 * What is done with templates, each with a note that says what came of it. The lists of templates are read again by event.
 */

/** Asks for a name and keeps a draft's content under it. `before` runs first, such as the saving of what was typed last. */
export async function saveAsTemplate(draftId: DraftId, before: () => Promise<void>): Promise<void> {
  await saying(async () => {
    const others = await callDesk('templates.list', {});
    const name = await askTemplateName({
      title: 'Save as template',
      explanation: 'The customer, addresses, fields and lines as they are now, without the reference.',
      verb: 'Save the template',
      name: '',
      others,
      mayReplace: true,
    });
    if (name === null) return;
    await before();
    await callDesk('templates.save', { draftId, name });
    notify('done', `The template “${name}” is saved. “From a template” begins a new order with it.`);
  });
}

/** Asks for another name. */
export async function renameTemplate({ id, name }: Template): Promise<void> {
  await saying(async () => {
    const others = (await callDesk('templates.list', {})).filter((one) => one.id !== id);
    const wanted = await askTemplateName({
      title: 'Rename the template',
      explanation: 'Drafts that were begun with it stay as they are.',
      verb: 'Rename',
      name,
      others,
      mayReplace: false,
    });
    if (wanted === null || wanted === name) return;
    await callDesk('templates.rename', { id, name: wanted });
    notify('done', `The template “${name}” is now “${wanted}”.`);
  });
}

/** Deletes a template and offers to take that back. */
export async function removeTemplate({ id, name }: Template): Promise<void> {
  await saying(async () => {
    await callDesk('templates.remove', { id });
    notify('info', `The template “${name}” was deleted.`, {
      label: 'Undo',
      run: () =>
        void saying(async () => {
          await callDesk('templates.restore', { id });
          notify('done', `The template “${name}” is back.`);
        }),
    });
  });
}

/** A new draft with the template's content; undefined, and a note that says why, when it failed. */
export function startFromTemplate({ id }: Template): Promise<Draft | undefined> {
  return saying(() => callDesk('templates.start', { id }));
}

/** A new draft with the content of another but its reference. `before` as in `saveAsTemplate`. */
export function duplicateDraft(id: DraftId, before?: () => Promise<void>): Promise<Draft | undefined> {
  return saying(async () => {
    await before?.();
    return callDesk('drafts.duplicate', { id });
  });
}

async function saying<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (failure) {
    notify('problem', messageOf(failure instanceof Error ? failure : new Error(String(failure))));
    return undefined;
  }
}
