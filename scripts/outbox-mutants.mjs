/**
 * Eight ways to break the outbox, each of which the schedules of the model must find.
 * @type {readonly import('./outbox-model.mjs').Mutant[]}
 */
export const outboxMutants = [
  {
    name: 'skip the look before the first send',
    file: 'electron/outbox/submitting/submit.ts',
    changes: [
      {
        from: 'if (isOwn) known.ownReference(id);',
        to: 'known.setOrders(id, []); if (isOwn) known.ownReference(id);',
      },
    ],
  },
  {
    name: 'adopt the first candidate',
    file: 'electron/outbox/looking/look.ts',
    changes: [
      {
        from: "const isIt = more.length === 0 && before !== null && likenessOfOrder(sent, only) === 'same';",
        to: 'const isIt = true;',
      },
    ],
  },
  {
    name: 'forget the settle time',
    file: 'electron/outbox/sending/patience.ts',
    changes: [{ from: 'since + settleMs() - clock.monotonic()', to: 'since - clock.monotonic()' }],
  },
  {
    name: 'write the intent after sending',
    file: 'electron/outbox/sending/send-steps.ts',
    changes: [
      {
        from: "if (!records.intend(submission, first)) return 'go-on';",
        to: `const early = new Map();
  for (const step of first) early.set(step.ordinal, await perform(options, step));
  if (!records.intend(submission, first)) return 'go-on';`,
      },
      {
        from: 'const outcome = await perform(options, next);',
        to: 'const outcome = early.get(next.ordinal) ?? (await perform(options, next));',
      },
    ],
  },
  {
    name: 'ignore the claim of another draft',
    file: 'electron/outbox/looking/look.ts',
    changes: [
      {
        from: '!(claimed.has(number) || before?.includes(number))',
        to: '!before?.includes(number)',
      },
    ],
  },
  {
    name: 'send a change without comparing it with the line',
    file: 'electron/outbox/looking/judge-change.ts',
    changes: [{ from: "return moved ? 'conflict' : 'unchanged';", to: "return 'unchanged';" }],
  },
  {
    name: 'send a change with a lock code that nobody compared',
    file: 'electron/outbox/looking/prepare-step.ts',
    changes: [
      {
        from: 'return !known.areLinesKnown(submission.id) || !changeCodes.has(step.targetLine);',
        to: `if (!known.areLinesKnown(submission.id)) return true;
      changeCodes.set(step.targetLine, {
        code: codesNow.ofOrder(submission.connectionId, step.orderNumber).get(step.targetLine) ?? null,
        isShown: true,
      });
      return false;`,
      },
      {
        from: 'export function needsPreparing({ known, submission, changeCodes }: Checking, step: DueStep): boolean {',
        to: `export function needsPreparing({ known, submission, changeCodes, lockCodes: codesNow }, step) {`,
      },
    ],
  },
  {
    name: 'trust what another run of the program has planned',
    file: 'electron/outbox/sending/send-submission.ts',
    changes: [{ from: 'if (options.lookFirst.has(submission.id)) return', to: 'if (false) return' }],
  },
];
