import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { describe, Field } from '#/forms/Field';
import type { EntityForm } from '#/forms/useEntityForm';
import { useFieldValue } from '#/forms/useFieldValue';
import { LazyPart } from '#/ui/LazyPart';
import { Skeleton } from '#/ui/Skeleton';
import { Tabs } from '#/ui/Tabs';
import { loadExtra } from '#/features/section-form/loadFormExtras';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { HtmlSource } from './HtmlSource';
import { type IntroductionMode, modes } from './modes';

const loadCleanUp = loadExtra('WordCleanUp');
const source = 'html';
const hint = 'Optional. HTML shown to members at the top of the section.';

/** The introduction: its HTML source, and the other modes beside it. */
export function IntroductionField({ form }: { form: EntityForm<SectionFormValues> }) {
  const [selected, setSelected] = useState(source);
  useSourceOnDemand(form.ids.introduction, () => setSelected(source));

  const field = { form, name: 'introduction', hint } as const;
  const others = modes.map((mode) => ({
    id: mode.id,
    label: mode.label,
    panel: mode.id === selected ? <ModePanel form={form} mode={mode} /> : null,
  }));
  const sourcePanel = (
    <>
      <HtmlSource form={form} {...describe(field)} />
      <LazyPart isOptional load={loadCleanUp} props={{ form }} />
    </>
  );
  return (
    <Field {...field}>
      <Tabs
        label="Introduction as"
        items={[{ id: source, label: 'HTML', panel: sourcePanel }, ...others]}
        selected={selected}
        onSelect={setSelected}
      />
    </Field>
  );
}

/** Follows the value while it is on the screen: what is typed into the source meanwhile is nothing. */
function ModePanel({ form, mode }: { form: EntityForm<SectionFormValues>; mode: IntroductionMode }) {
  const [html] = useFieldValue({ form, name: 'introduction' });
  return (
    <LazyPart name={mode.label} load={mode.load} props={{ html }} placeholder={<Skeleton height="20rem" />} />
  );
}

/** A link or label that leads to the text area shows it first: what is hidden cannot take the focus. */
function useSourceOnDemand(id: string, showSource: () => void) {
  useEffect(() => {
    const handleClick = (click: MouseEvent) => {
      const selector = `[href="#${id}"], [for="${id}"]`;
      if (click.target instanceof Element && click.target.closest(selector)) flushSync(showSource);
    };
    document.addEventListener('click', handleClick, true);
    return () => document.removeEventListener('click', handleClick, true);
  });
}
