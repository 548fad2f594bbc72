import { describe, expect, it } from 'vitest';
import { fillDraft, makeSetting, untilState } from './desk-under-test.ts';
import { addOwn, ownInput } from './own-connection.ts';

describe('templates', () => {
  it('keep a draft’s content without its reference, and start drafts that are sent', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const header = { REFERENCE_NUMBER: 'R-1', BNAME: 'Acme' };
    const draft = await fillDraft(desk, practice, { header, lines: 2 });
    const template = await desk.templates.save({ draftId: draft.id, name: 'Weekly' });
    expect(template).toMatchObject({ name: 'Weekly', billingName: 'Acme', lineCount: 2 });
    await desk.drafts.edit({
      id: draft.id,
      edits: [{ kind: 'set-header', field: 'BNAME', value: 'Changed later' }],
    });

    const started = await desk.templates.start({ id: template.id });
    expect(started.header).toMatchObject({ BNAME: 'Acme' });
    expect(started.header).not.toHaveProperty('REFERENCE_NUMBER');
    expect(started.lines.map(({ fields }) => fields)).toEqual(draft.lines.map(({ fields }) => fields));
    expect(started.ownReference).not.toBe(draft.ownReference);
    const { id, reference } = await desk.drafts.submit({ id: started.id });
    expect(reference).toBe(started.ownReference);
    await untilState(desk, id, 'sent');
    expect(await desk.templates.list()).toMatchObject([{ id: template.id, lineCount: 2 }]);
  });

  it('start drafts without what the connection uses as reference by now', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const own = await addOwn(desk, setting);
    const draft = await fillDraft(desk, setting.practice, { header: { PO_NUMBER: 'P-1', BNAME: 'Acme' } });
    const template = await desk.templates.save({ draftId: draft.id, name: 'Weekly' });
    expect((await desk.templates.start({ id: template.id })).header).toMatchObject({ PO_NUMBER: 'P-1' });
    await desk.connections.save({
      connection: ownInput(setting, { id: own.id, referenceField: 'PO_NUMBER' }),
      keepSecretIn: 'keychain',
    });
    const started = await desk.templates.start({ id: template.id });
    expect(started.header).toMatchObject({ BNAME: 'Acme' });
    expect(started.header).not.toHaveProperty('PO_NUMBER');
  });

  it('are never submitted themselves, and belong to one connection', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const { id: draftId } = await fillDraft(desk, setting.practice);
    const { id } = await desk.templates.save({ draftId, name: 'Weekly' });
    await expect(desk.drafts.submit({ id })).rejects.toMatchObject({ code: 'conflict' });
    await addOwn(desk, setting);
    expect(await desk.templates.list()).toEqual([]);
    await expect(desk.templates.start({ id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are replaced by name, renamed, removed and had back', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const { id: draftId } = await fillDraft(desk, practice);
    await desk.templates.save({ draftId, name: 'Weekly' });
    const { id } = await desk.templates.save({ draftId, name: 'weekly' });
    expect(await desk.templates.list()).toMatchObject([{ id, name: 'weekly' }]);
    expect(await desk.templates.rename({ id, name: 'Monthly' })).toMatchObject({ name: 'Monthly' });
    await desk.templates.remove({ id });
    expect(await desk.templates.list()).toEqual([]);
    await desk.templates.restore({ id });
    expect(await desk.templates.list()).toMatchObject([{ id, name: 'Monthly' }]);
  });

  it.each(['templates.restore', 'drafts.restore'] as const)(
    'do not come back by %s under a name that another has by now',
    async (call) => {
      const { open, practice } = await makeSetting();
      const desk = await open();
      const restore = { 'templates.restore': desk.templates.restore, 'drafts.restore': desk.drafts.restore };
      const { id: draftId } = await fillDraft(desk, practice);
      const { id } = await desk.templates.save({ draftId, name: 'Weekly' });
      await desk.templates.remove({ id });
      const other = await desk.templates.save({ draftId, name: 'WEEKLY' });
      await expect(restore[call]({ id })).rejects.toMatchObject({
        code: 'conflict',
        message: 'There is a template “WEEKLY” already. Give that one another name first.',
      });
      expect(await desk.templates.list()).toMatchObject([{ id: other.id }]);
      await desk.templates.rename({ id: other.id, name: 'Monthly' });
      await restore[call]({ id });
      expect(await desk.templates.list()).toMatchObject([{ id: other.id }, { id, name: 'Weekly' }]);
    },
  );
});
