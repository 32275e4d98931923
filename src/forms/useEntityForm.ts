import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type {
  DefaultValues,
  Path,
  PathValue,
  Resolver,
  UseFormRegisterReturn,
  UseFormReturn,
} from 'react-hook-form';
import { useForm } from 'react-hook-form';
import { keysOf } from '#/lib/objects';
import { changedFields, type FieldName, type FormValues, rebaseValues } from './formValues';
import { collectProblems, type FieldMessages, messagesOf, type OwnErrors } from './problems';
import type { SaveState } from './saveStatusText';
import type { FormMessage, MappedErrors } from './serverErrors';
import { useErrorTitle } from './useErrorTitle';

/**
 * How a submit ended. `lead`: the outcome in a sentence, above the messages (“Nothing was saved.”). `details`: for
 * support, shown folded and copied by “Copy details”.
 */
export type SubmitReport<F extends string> =
  /**
   * `wasSaved: false`: nothing differed from what is stored, so nothing was sent. `notes`: what there is to say about the
   * save, a sentence each; who leaves with it reads them first. `mustStay`: only this page still has something of it, so
   * that saving does not go on to anywhere.
   */
  | {
      readonly ok: true;
      readonly wasSaved?: boolean;
      readonly notes?: readonly string[];
      readonly mustStay?: boolean;
    }
  | ({
      readonly ok: false;
      /** It may have been saved all the same. */
      readonly isUnknown?: boolean;
      readonly lead?: string;
      readonly details?: string;
    } & MappedErrors<F>);

export interface EntityFormOptions<V extends FormValues> {
  /** Checks the values (`schemaResolver`); what `onSubmit` gets is what it gives. Its code may still be on its way. */
  resolver: Resolver<V>;
  defaultValues: V;
  /** What the form holds at first where that differs from `defaultValues`: as if it had been typed. */
  initialValues?: V | undefined;
  labels: Readonly<Record<FieldName<V>, string>>;
  /** Every field in the order of the screen, from `controlIds(prefix, labels)`. */
  ids: Readonly<Record<FieldName<V>, string>>;
  /** What a submit waits for before it takes the values. */
  prepare?: () => Promise<void>;
  /** `intent` is the value of the submit button that has the name `intent`. */
  onSubmit: (values: V, intent?: string) => Promise<SubmitReport<FieldName<V>>>;
}

interface FormState extends SaveState {
  /** It was begun anew since the save: nothing of what was saved is in it. */
  readonly isAnew: boolean;
}

export interface EntityForm<V extends FormValues> extends FormState {
  readonly labels: EntityFormOptions<V>['labels'];
  readonly ids: EntityFormOptions<V>['ids'];
  /** react-hook-form itself, for `control`, `watch`… Never give `setError` a name of the server. */
  readonly rhf: UseFormReturn<V>;
  readonly isSaving: boolean;
  readonly problems: readonly FormMessage[];
  readonly lead: string;
  readonly details: string;
  readonly summaryRef: RefObject<HTMLDivElement | null>;
  register(field: FieldName<V>): UseFormRegisterReturn;
  /** All that is wrong with a field: what we found and what the server said. */
  errorsOf(field: FieldName<V>): readonly string[];
  /**
   * Sends the form once, however often it is called meanwhile. With the intent `check` nothing is sent, only looked up:
   * what is half typed keeps nobody from that.
   * @returns the notes of a save after which nothing is on this page alone; null for every other end
   */
  submit(intent?: string): Promise<readonly string[] | null>;
  /**
   * For a save that stays: the server's truth is the new start, and what was typed since the submit stays on top.
   * @param values what the form shall hold instead
   */
  rebase(stored: V, values?: V): void;
  /** Puts these values into the form as if they had been typed: what counts as saved stays that. */
  fill(values: V): void;
  /** Takes the messages about the whole form with this target back: what they ask for is done. */
  forget(targetId: string): void;
  /** A new form on the same page, as if just opened. */
  startOver(values: V): void;
}

interface ServerMessages<F extends string> {
  readonly fields: FieldMessages<F>;
  readonly form: readonly FormMessage[];
  readonly lead: string;
  readonly details: string;
}

const noMessages = {
  fields: new Map<never, never>(),
  form: [],
  lead: '',
  details: '',
} satisfies ServerMessages<never>;

/**
 * One form over one record: checks on submit, then on each change; keeps the server's messages beside react-hook-form's
 * own errors, so that no name of the server can ever block a submit. Render it when the record is there, with a `key`.
 */
export function useEntityForm<V extends FormValues>(options: EntityFormOptions<V>): EntityForm<V> {
  const { labels, ids, defaultValues, initialValues = defaultValues } = options;
  const rhf = useForm<V>({
    defaultValues: initialValues as DefaultValues<V>,
    resolver: options.resolver,
    shouldFocusError: false,
  });
  const errors = rhf.formState.errors as OwnErrors;

  const [server, setServer] = useState<ServerMessages<FieldName<V>>>(noMessages);
  const [state, setState] = useState<FormState>(() => ({
    isDirty: changedFields(defaultValues, initialValues).length > 0,
    hasFailed: false,
    savedAt: null,
    isAnew: false,
  }));
  const [isSaving, setIsSaving] = useState(false);
  const { summaryRef, focusSummary } = useSummaryFocus();

  const inFlight = useRef(false);
  const hasStartedOver = useRef(false);
  /** The values that count as saved. */
  const base = useRef(defaultValues);
  /** The values of the last submit. */
  const sent = useRef(initialValues);
  /** The values at the last input: what differs from them now was just edited. */
  const seen = useRef(initialValues);

  const refresh = (change: Partial<FormState>) => {
    const isDirty = changedFields(base.current, rhf.getValues()).length > 0;
    // The same object while nothing differs, so that a keystroke renders nothing.
    setState((old) => {
      const next: FormState = { ...old, ...change, isDirty };
      return keysOf(next).every((key) => old[key] === next[key]) ? old : next;
    });
  };

  const handleChange = () => {
    const values = rhf.getValues();
    const changed = changedFields(seen.current, values);
    if (changed.length === 0) return;
    seen.current = values;
    refresh({ hasFailed: false });
    setServer((old) => withoutFields(old, changed));
    // A change can cure another field too: the days, when the rule is no longer “Timed”.
    const others = Object.keys(ids).filter((field) => errors[field] && !changed.includes(field));
    if (others.length > 0) void rhf.trigger(others as Path<V>[]);
  };

  useEffect(() => rhf.subscribe({ formState: { values: true }, callback: handleChange }));

  const fail = (
    messages: Partial<ServerMessages<FieldName<V>>>,
    hasFailed: SaveState['hasFailed'] = true,
  ) => {
    setServer((old) => ({ ...old, form: [], lead: '', details: '', ...messages }));
    refresh({ hasFailed });
    focusSummary();
  };

  const send = async (values: V, intent?: string) => {
    const before = base.current;
    hasStartedOver.current = false;
    const report = await options.onSubmit(values, intent);
    if (!report.ok) {
      fail({ lead: '', details: '', ...report }, report.isUnknown ? 'unknown' : true);
      return null;
    }
    if (base.current === before) base.current = sent.current;
    setServer(noMessages);
    refresh({
      hasFailed: false,
      ...(report.wasSaved !== false && { savedAt: new Date() }),
      isAnew: hasStartedOver.current,
    });
    const mustStay = report.mustStay || changedFields(base.current, rhf.getValues()).length > 0;
    return mustStay ? null : (report.notes ?? []);
  };

  const submit = async (intent?: string) => {
    // A ref, because a second click comes before React has rendered the first.
    if (inFlight.current) return null;
    inFlight.current = true;
    setIsSaving(true);
    let isInvalid = false;
    let notes: readonly string[] | null = null;
    try {
      if (options.prepare && intent !== 'check') await options.prepare();
      sent.current = rhf.getValues();
      if (intent === 'check') notes = await send(sent.current, intent);
      else
        await rhf.handleSubmit(
          async (values) => {
            notes = await send(values, intent);
          },
          () => {
            isInvalid = true;
          },
        )();
      // Only now are the errors rendered. The server's words at the fields stay: they are about unchanged values.
      if (isInvalid) fail({});
    } catch (error) {
      reportError(error);
      fail({ form: [{ text: `Something in this page went wrong. ${String(error)}`, targetId: '' }] });
    } finally {
      inFlight.current = false;
      setIsSaving(false);
    }
    return notes;
  };

  const fill = (next: V) => {
    for (const field of changedFields(rhf.getValues(), next))
      rhf.setValue(field as Path<V>, next[field] as PathValue<V, Path<V>>, {
        // What was wrong may be cured by this.
        shouldValidate: errors[field] !== undefined,
      });
    refresh({});
  };

  const rebase = (stored: V, values?: V) => {
    base.current = stored;
    fill(values ?? rebaseValues(rhf.getValues(), sent.current, stored));
  };

  const startOver = (values: V) => {
    hasStartedOver.current = true;
    base.current = sent.current = seen.current = values;
    rhf.reset(values);
    setServer(noMessages);
    refresh({});
  };

  const problems = collectProblems(ids, errors, server.fields, server.form);
  useErrorTitle(problems.length > 0 && !isSaving);

  return {
    ...state,
    labels,
    ids,
    rhf,
    isSaving,
    problems,
    summaryRef,
    submit,
    rebase,
    fill,
    startOver,
    forget(targetId) {
      setServer((old) => ({ ...old, form: old.form.filter((message) => message.targetId !== targetId) }));
      refresh({ hasFailed: false });
    },
    lead: server.lead,
    details: server.details,
    register: (field) => rhf.register(field as Path<V>),
    errorsOf: (field) => messagesOf(field, errors, server.fields),
  };
}

/** What the server said of a field is about a value that is gone once the field changes. */
function withoutFields<F extends string>(
  messages: ServerMessages<F>,
  changed: readonly F[],
): ServerMessages<F> {
  if (!changed.some((field) => messages.fields.has(field))) return messages;
  const fields = new Map(Array.from(messages.fields).filter(([field]) => !changed.includes(field)));
  return { ...messages, fields };
}

/** Focuses the error summary after the render that shows it, once for each failed submit. */
function useSummaryFocus() {
  const summaryRef = useRef<HTMLDivElement>(null);
  const [failures, setFailures] = useState(0);
  // A layout effect: the summary never stands there unfocused.
  useLayoutEffect(() => {
    if (failures === 0) return;
    summaryRef.current?.focus();
    summaryRef.current?.scrollIntoView({ block: 'start' });
  }, [failures]);
  return { summaryRef, focusSummary: () => setFailures((count) => count + 1) };
}
