import { ActionIcon, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { modals } from '@mantine/modals';
import { LayoutTemplate, Pencil, Search, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Template } from '../../shared/drafts/draft.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import classes from '../ui/named-list.module.css';
import { contentWords } from './template-name.tsx';
import { removeTemplate, renameTemplate, startFromTemplate } from './template-store.ts';

/** Opens the list of templates, from which a new order is begun. */
export function showTemplates(): void {
  // At once, so that the dialog sees where the focus is before it takes it.
  flushSync(() => {
    const id = modals.open({
      title: 'New order from a template',
      size: 560,
      children: <TemplateList onStarted={() => modals.close(id)} />,
    });
  });
}

/** So many can be looked over without searching. */
const SEARCHED_FROM = 8;

/** The templates of the chosen connection: one is chosen to begin a draft, renamed, or deleted with a way back. */
function TemplateList({ onStarted }: { readonly onStarted: () => void }) {
  const templates = useDeskQuery('templates.list', {});
  if (templates.isPending) return <LoadingRows label="Reading the templates" rows={3} />;
  if (templates.isError) return <ErrorNotice error={templates.error} onRetry={() => templates.refetch()} />;
  if (templates.data.length === 0) {
    return <NoTemplates />;
  }
  return <ListedTemplates templates={templates.data} onStarted={onStarted} />;
}

function NoTemplates() {
  const whole = useRef<HTMLDivElement>(null);
  // The last one that was deleted takes the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) whole.current?.focus();
  }, []);
  return (
    <div ref={whole} tabIndex={-1}>
      <EmptyNotice icon={<LayoutTemplate aria-hidden />} title="No templates yet">
        Open a draft, fill in what often comes again, and choose “Save as template” from its menu.
      </EmptyNotice>
    </div>
  );
}

interface ListedTemplatesProps {
  readonly templates: readonly Template[];
  readonly onStarted: () => void;
}

function ListedTemplates({ templates, onStarted }: ListedTemplatesProps) {
  const goTo = useGoTo();
  const [text, setText] = useState('');
  const whole = useRef<HTMLDivElement>(null);
  // The list may come after the dialog has looked for what to focus, and what was deleted takes the focus with it.
  const isNew = useRef(true);
  useEffect(() => {
    void templates;
    if (!isNew.current && document.activeElement !== document.body) return;
    isNew.current = false;
    whole.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [templates]);

  const start = async (template: Template): Promise<void> => {
    const draft = await startFromTemplate(template);
    if (draft === undefined) return;
    onStarted();
    goTo(paths.draft(draft.id));
  };
  const isSearched = templates.length >= SEARCHED_FROM;
  const found = templates.filter((template) => matches(template, text));
  return (
    <div ref={whole}>
      {isSearched && (
        <TextInput
          type="search"
          aria-label="Search templates"
          placeholder="Name or customer"
          leftSection={<Search size={14} aria-hidden />}
          data-autofocus
          mb="xs"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ul className={classes.list} aria-label="Templates">
        {found.map((template, index) => (
          <TemplateItem
            key={template.id}
            template={template}
            isFirst={index === 0 && !isSearched}
            onStart={() => void start(template)}
          />
        ))}
      </ul>
      {found.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          No template has “{text.trim()}”.
        </Text>
      )}
    </div>
  );
}

interface TemplateItemProps {
  readonly template: Template;
  readonly isFirst: boolean;
  readonly onStart: () => void;
}

function TemplateItem({ template, isFirst, onStart }: TemplateItemProps) {
  const { name } = template;
  const icons = [
    { label: `Rename the template ${name}`, Icon: Pencil, run: () => void renameTemplate(template) },
    { label: `Delete the template ${name}`, Icon: Trash2, run: () => void removeTemplate(template) },
  ];
  return (
    <li className={classes.item}>
      <UnstyledButton className={classes.choose} data-autofocus={isFirst || undefined} onClick={onStart}>
        <span className={classes.name}>{name}</span>
        <span className={classes.words}>{contentWords(template)}</span>
      </UnstyledButton>
      {icons.map(({ label, Icon, run }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} onClick={run}>
            <Icon size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </li>
  );
}

function matches({ name, customerCode, billingName }: Template, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [name, customerCode, billingName].some((value) => value.toLowerCase().includes(wanted));
}
