import { keepOvertaken, newDraft, sectionDrafts } from '#/features/drafts/sectionDrafts';
import { attribute, overtakenText } from '#/features/saving/overtaken';
import { createdMessages, reportCreate } from '#/features/saving/submitReports';
import { typedSince } from '#/features/saving/typedSince';
import type { Created, CreateResult } from '#/features/saving/types';
import type { SectionRecord } from '#/api/sections/sections';
import type { SectionField, SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { currentAccount } from '#/features/sign-in/useAccount';
import type { Draft } from '#/lib/drafts/draft';
import { trimText } from '#/lib/text';
import type { SubmitReport } from '#/forms/useEntityForm';
import { setState } from '#/features/course-changes/courseStore';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { settleOrder, storeOf } from './askOrder';
import type { OrderQuestion } from './orderQuestion';

interface TypedDraft {
  readonly draft: Draft;
  /** Resolves once the draft is in this browser, or can't be. */
  readonly isKept: Promise<boolean>;
}

export interface SettledCreate {
  readonly report: SubmitReport<SectionField>;
  readonly created: Created | null;
  /** What was typed since it was sent: unsaved changes of the section that is there now. */
  readonly typed: TypedDraft | null;
}

/**
 * How a create ended, as the form shows it. What somebody has changed in the new section already is kept as a draft of it,
 * or the page stays.
 * @param now what the form holds by now; null: what was typed since is of the next section
 */
export async function settleCreate(
  result: CreateResult,
  values: SectionFormValues,
  question: OrderQuestion,
  now: (() => SectionFormValues) | null,
): Promise<SettledCreate> {
  const account = currentAccount();
  const keepTyped = (id: number, record: SectionRecord | null, sent: SectionFormValues | null) => {
    const typed = now && typedSince(sent, now(), record);
    if (!typed) return null;
    const draft = newDraft(account ?? '', id, record, typed);
    return { draft, isKept: sectionDrafts.save(draft).then((storage) => storage === 'kept') };
  };
  // The other one of two gives way, too.
  const [first] = result.outcome === 'createdTwice' ? result.records : [];
  if (first) settleOrder(question, { values }, first);
  if (result.outcome !== 'created') {
    const typed = first ? keepTyped(first.Id, null, values) : null;
    return { report: reportCreate(result, values, []), created: null, typed };
  }
  const { id, record, serverChanged: changes } = result;
  settleOrder(question, { values }, { Id: id, Title: values.title });
  if (record && values.courseId) {
    const text = `“${sectionTitle(record)}” created`;
    setState(storeOf(question, Number(values.courseId)), {
      undoable: { kind: 'created', text, records: [record] },
    });
  }
  const attributed = attribute({ changes, before: null, record, opened: null, values, account });
  const { overtaken } = attributed;
  const notes = createdMessages(result, attributed);
  const kept = overtaken && account !== null ? await keepOvertaken(account, overtaken) : null;
  if (kept) notes.push(overtakenText(kept));
  if (now && now().courseId !== values.courseId) notes.push(fixedCourseText);
  const mustStay = kept?.isKept === false;
  const report = reportCreate(result, values, notes);
  // Read last: nothing is typed between this and the form's going. What is on this page alone goes along.
  const isTyped = now && typedSince(values, now(), record) !== null;
  return {
    report: report.ok ? { ...report, mustStay } : report,
    created: { id, title: trimText(values.title), notes },
    typed: isTyped ? keepTyped(id, record, mustStay ? null : values) : null,
  };
}

const fixedCourseText =
  'The other course that you chose since is left out, with its number: the course of a stored section is fixed.';
