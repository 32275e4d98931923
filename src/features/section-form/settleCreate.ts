import { keepOvertaken } from '#/features/drafts/sectionDrafts';
import { attribute, overtakenText } from '#/features/saving/overtaken';
import { createdMessages, reportCreate } from '#/features/saving/submitReports';
import type { Created, CreateResult } from '#/features/saving/types';
import type { SectionField, SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { currentAccount } from '#/features/sign-in/useAccount';
import { trimText } from '#/lib/text';
import type { SubmitReport } from '#/forms/useEntityForm';
import { settleOrder } from './askOrder';
import type { OrderQuestion } from './orderQuestion';

export interface SettledCreate {
  readonly report: SubmitReport<SectionField>;
  readonly created: Created | null;
}

/** How a create ended, as the form shows it. What somebody has changed in the new section already is kept as a draft of it, or the page stays. */
export async function settleCreate(
  result: CreateResult,
  values: SectionFormValues,
  question: OrderQuestion,
): Promise<SettledCreate> {
  // The other one of two gives way, too.
  const [first] = result.outcome === 'createdTwice' ? result.records : [];
  if (first) settleOrder(question, { values }, first);
  if (result.outcome !== 'created') return { report: reportCreate(result, values, []), created: null };
  const { id, record, serverChanged: changes } = result;
  settleOrder(question, { values }, { Id: id, Title: values.title });
  const account = currentAccount();
  const attributed = attribute({ changes, record, opened: null, values, account });
  const { overtaken } = attributed;
  const notes = createdMessages(result, attributed);
  const kept = overtaken && account !== null ? await keepOvertaken(account, overtaken) : null;
  if (kept) notes.push(overtakenText(kept));
  const report = reportCreate(result, values, notes);
  return {
    report: report.ok ? { ...report, mustStay: kept?.isKept === false } : report,
    created: { id, title: trimText(values.title), notes },
  };
}
