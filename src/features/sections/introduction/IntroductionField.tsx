import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Path } from 'react-hook-form';
import { describe, Field, type FieldProps } from '../../../forms/Field';
import type { FormValues } from '../../../forms/formValues';
import { LatePart } from '../../../ui/LatePart';
import { Skeleton } from '../../../ui/Skeleton';
import { Tabs } from '../../../ui/Tabs';
import { HtmlSource } from './HtmlSource';
import { modes } from './modes';

const source = 'html';
const hint = 'Optional. HTML shown to members at the top of the section.';

/** The introduction: its HTML source, and the other modes beside it. */
export function IntroductionField<V extends FormValues>({ form, name }: Omit<FieldProps<V>, 'hint'>) {
  const [selected, setSelected] = useState(source);
  useSourceOnDemand(form.ids[name], () => setSelected(source));

  const field = { form, name, hint };
  // Read when a mode is on the screen, and never while the source is typed.
  const html = () => String(form.rhf.getValues(name as Path<V>));
  const others = modes.map((mode) => ({
    id: mode.id,
    label: mode.label,
    panel:
      mode.id === selected ? (
        <LatePart
          key={mode.id}
          name={mode.label}
          load={mode.load}
          props={{ html: html() }}
          placeholder={<Skeleton height="20rem" />}
        />
      ) : null,
  }));
  const sourcePanel = <HtmlSource registration={form.register(name)} {...describe(field)} />;
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
