import { Button, Group, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Template } from '../../shared/drafts/draft.ts';

interface NameQuestion {
  readonly title: string;
  readonly explanation: string;
  /** The verb of the button. */
  readonly verb: string;
  readonly name: string;
  /** The templates whose names are taken. */
  readonly others: readonly Template[];
  /** Whether taking a name that is in use replaces the template that has it; else it is refused. */
  readonly mayReplace: boolean;
}

/** Asks for the name of a template; null when the person gives none. */
export function askTemplateName(question: NameQuestion): Promise<string | null> {
  return new Promise((resolve) => {
    let answer: string | null = null;
    const id = modals.open({
      title: question.title,
      children: (
        <NameForm
          question={question}
          onCancel={() => modals.close(id)}
          onName={(name) => {
            answer = name;
            modals.close(id);
          }}
        />
      ),
      onClose: () => resolve(answer),
    });
  });
}

interface NameFormProps {
  readonly question: NameQuestion;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

function NameForm({ question, onName, onCancel }: NameFormProps) {
  const { explanation, verb, others, mayReplace } = question;
  const [name, setName] = useState(question.name);
  const [problem, setProblem] = useState<ReactNode>(null);
  // Asked from the list, the question takes the list's place in a dialog that is open already and moves no focus.
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const taken = others.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const replaces = taken !== undefined && mayReplace;
  const submit = (): void => {
    if (name.trim() === '') setProblem('Give the template a name.');
    else if (taken !== undefined && !mayReplace) setProblem(`There is a template “${taken.name}” already.`);
    else onName(name.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        ref={input}
        label="Name of the template"
        description={explanation}
        data-autofocus
        value={name}
        error={problem}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem(null);
        }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Text size="sm" mt={6} role="status" mih={20}>
        {replaces && `This replaces “${taken.name}” (${contentWords(taken)}).`}
      </Text>
      <Group justify="flex-end" mt="sm" gap="xs">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" {...(replaces ? { color: 'red' } : {})}>
          {replaces ? 'Replace the template' : verb}
        </Button>
      </Group>
    </form>
  );
}

/** What is in a template: "ACME, Acme Ltd, 3 lines". */
export function contentWords({ customerCode, billingName, lineCount }: Template): string {
  const lines = lineCount === 1 ? '1 line' : lineCount === 0 ? 'no lines' : `${lineCount} lines`;
  return [customerCode, billingName, lines].filter((word) => word !== '').join(', ');
}
