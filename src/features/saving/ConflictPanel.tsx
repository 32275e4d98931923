import { useState } from 'react';
import { Breakable } from '#/ui/Breakable';
import { Button } from '#/ui/Button';
import { Panel } from '#/ui/Panel';
import { Radio, RadioGroup } from '#/ui/RadioGroup';
import typography from '#/ui/typography.module.css';
import { labels } from '#/features/sections/model/fields';
import type { Choice, Choices, Conflict } from '#/features/sections/model/mergeSection';
import { conflictId } from './submitReports';
import type { ConflictResult } from './types';
import styles from './ConflictPanel.module.css';
import { beginning } from '#/features/comparison/excerpts';
import { comparisons } from '#/features/comparison/fieldText';
import { TextDifference } from '#/features/comparison/TextDifference';

/** More of what both sides changed is not shown by itself; the differences show what is gone of it. */
const MAX_BEFORE_CHARS = 5000;

interface ConflictPanelProps {
  conflict: ConflictResult;
  onResolve: (choices: Choices) => void;
}

/** Both sides changed a field: shows all three versions of each and lets the person choose. Nothing is preselected. */
export function ConflictPanel({ conflict: { conflicts, kept }, onResolve }: ConflictPanelProps) {
  const [choices, setChoices] = useState<Choices>({});
  const undecided = conflicts.filter(({ field }) => !choices[field]).length;
  return (
    <div id={conflictId} tabIndex={-1} className={styles.conflict}>
      <Panel
        title={<Breakable>{`Changed by ${conflicts[0]?.by ?? 'someone else'} in the meantime`}</Breakable>}
      >
        {kept.map(({ field, by }) => (
          <p key={field} className={typography.note}>
            Kept the change of {labels[field]} by{' '}
            <span dir="auto">
              <Breakable>{by ?? 'someone else'}</Breakable>
            </span>
            .
          </p>
        ))}
        {conflicts.map((conflict) => (
          <Versions
            key={conflict.field}
            conflict={conflict}
            choice={choices[conflict.field]}
            onChoose={(choice) => setChoices({ ...choices, [conflict.field]: choice })}
          />
        ))}
        <div>
          <Button
            disabledReason={undecided > 0 ? 'Choose for each field first.' : null}
            onClick={() => onResolve(choices)}
          >
            Use these choices
          </Button>
          <p role="status" className={typography.note}>
            {undecided > 0 ? `Choose for each field (${undecided} to go).` : 'Then save the section.'}
          </p>
        </div>
      </Panel>
    </div>
  );
}

interface VersionsProps {
  conflict: Conflict;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

function Versions({ conflict: { field, base, theirs, mine }, choice, onChoose }: VersionsProps) {
  const name = `conflict-${field}`;
  const versions: [Choice, string, string][] = [
    ['theirs', 'Keep theirs', theirs],
    ['mine', 'Keep mine', mine],
  ];
  return (
    <RadioGroup
      legend={labels[field]}
      notes={
        <div className={typography.note}>
          Before:{' '}
          <span className={styles.version} dir="auto">
            {beginning(base, MAX_BEFORE_CHARS) || '(empty)'}
          </span>
        </div>
      }
    >
      {versions.map(([value, title, text]) => (
        <Radio
          key={value}
          id={`${name}-${value}`}
          name={name}
          title={title}
          checked={choice === value}
          onChange={() => onChoose(value)}
        >
          {comparisons[field].kind === 'html' ? (
            <TextDifference
              name={value === 'theirs' ? 'What they changed' : 'What you changed'}
              before={base}
              after={text}
              kind="html"
            />
          ) : (
            <span className={styles.version} dir="auto">
              {text || '(empty)'}
            </span>
          )}
        </Radio>
      ))}
    </RadioGroup>
  );
}
